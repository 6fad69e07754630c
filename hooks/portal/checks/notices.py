"""Notices: their file can be read, their texts hold what those of pages do, and those that are over are removed."""

from collections.abc import Iterable, Iterator

from portal.checks.context import Context, FactsContext, Page
from portal.checks.literals import check_literals
from portal.checks.placeholder_text import check_placeholder_text
from portal.checks.placeholders import check_placeholders
from portal.checks.versions import check_family, check_unknown
from portal.checks.wrong_language import check_language
from portal.problems import Code, Problem
from portal.problems.messages import say
from portal.sources.facts import Facts
from portal.sources.page import Source
from portal.sources.project import Project

NOTICE_EXPIRED = Code(
    "notice-expired",
    why=say("The notice has ended. No page shows it any longer; only the page of all notices still does."),
    fix=say("Remove the notice from `docs/notices.yml`."),
    example=say("{id} ended on {day}", id="maintenance-march", day="2027-03-02"),
    severity="warning",
)


def check_notices_file(project: Project, _: Context) -> Iterable[Problem]:
    """Return what is wrong with notices.yml."""
    return project.notices_file.problems


def check_notice_texts(project: Project, context: FactsContext) -> Iterator[Problem]:
    """Yield what is wrong with the text of each notice, as in that of a page."""
    yield from check_texts(project.notice_texts, context)


def check_texts(texts: Iterable[Source], context: FactsContext) -> Iterator[Problem]:
    """Yield what is wrong with texts that stand outside pages, as in those of pages."""
    for source in texts:
        page = Page(source, context.facts)
        yield from check_placeholder_text(source, context)
        for check in (check_placeholders, check_literals, check_language, check_unknown, check_family):
            yield from check(page, context)


def check_expired(_: Facts, context: FactsContext) -> Iterator[Problem]:
    """Yield a warning for each notice that ended before today."""
    file = context.project.notices_file
    for index, notice in enumerate(file.notices):
        if notice.until.date() < context.today:
            message = say("{id} ended on {day}", id=notice.id, day=notice.until.date())
            yield NOTICE_EXPIRED.problem(file.location(index, "until"), message, say("remove the notice"))
