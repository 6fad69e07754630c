"""Texts of editors that are in no page, of notices, answers, drawings and the film, are checked as pages are."""

from collections.abc import Iterable, Iterator

from portal.checks.context import FactsContext, Page
from portal.checks.literals import ADDRESS_LITERAL, FACT_LITERAL, check_literals
from portal.checks.placeholder_text import PLACEHOLDER_TEXT, check_placeholder_text
from portal.checks.placeholders import FACT_UNKNOWN, PLACEHOLDER_MALFORMED, check_placeholders
from portal.checks.versions import VERSION_FAMILY, VERSION_UNKNOWN, check_family, check_unknown
from portal.checks.wrong_language import LANGUAGE_SLIP, check_language
from portal.problems import Problem
from portal.sources.page import Source
from portal.sources.project import Project

OTHER_TEXT_CODES = (
    *(PLACEHOLDER_TEXT, FACT_UNKNOWN, PLACEHOLDER_MALFORMED, FACT_LITERAL, ADDRESS_LITERAL),
    *(LANGUAGE_SLIP, VERSION_UNKNOWN, VERSION_FAMILY),
)


def check_other_texts(project: Project, context: FactsContext) -> Iterator[Problem]:
    """Yield what is wrong with the texts of notices, the search's answers, and the words of drawings and the film."""
    yield from _check(project.notice_texts, context)
    yield from _check(project.answer_texts, context)
    yield from _check(project.drawings.texts, context)
    yield from _check(project.storyboard.texts, context)


def _check(texts: Iterable[Source], context: FactsContext) -> Iterator[Problem]:
    for source in texts:
        page = Page(source, context.facts)
        yield from check_placeholder_text(source, context)
        for check in (check_placeholders, check_literals, check_language, check_unknown, check_family):
            yield from check(page, context)
