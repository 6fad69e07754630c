"""Notices: their file can be read, and those that are over are removed."""

from collections.abc import Iterable, Iterator

from portal.checks.context import Context, FactsContext
from portal.problems import Code, Problem
from portal.problems.messages import say
from portal.sources.facts import Facts
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


def check_expired(_: Facts, context: FactsContext) -> Iterator[Problem]:
    """Yield a warning for each notice that ended before today."""
    file = context.project.notices_file
    for index, notice in enumerate(file.notices):
        if notice.until.date() < context.today:
            message = say("{id} ended on {day}", id=notice.id, day=notice.until.date())
            yield NOTICE_EXPIRED.problem(file.location(index, "until"), message, say("remove the notice"))
