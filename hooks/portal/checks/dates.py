"""Dates: none is written in the form of a client version, which readers and checks would take it for."""

from collections.abc import Iterator

from portal.checks.context import FactsContext, Page
from portal.languages import Language
from portal.problems import Code, Problem
from portal.problems.messages import say
from portal.sources.history import MONTHS
from portal.sources.version_numbers import find_short_dates

DATE_FORM = Code(
    "date-form",
    why=say("The date has the same digits as a client version in `facts.yml`. Readers may take it for the version."),
    fix=say("Write the year with four digits, in English also the name of the month."),
    example=say("the date {date} looks like the version of a client", date="23.9.26"),
)


def check_dates(page: Page, _: FactsContext) -> Iterator[Problem]:
    """Yield a problem for each date that is written as a version of facts.yml is."""
    known = page.facts.version_numbers
    for sentence in page.prose:
        if any(number in sentence.text for number in known):
            for date in find_short_dates(sentence.text, known):
                if not sentence.key_of(date.start, date.end):
                    message = say("the date {date} looks like the version of a client", date=date.number)
                    hint = say("write the date as {date}", date=_in_full(date.number, page.source.language))
                    yield DATE_FORM.problem(sentence.location(date.start, date.end), message, hint)


def _in_full(date: str, language: Language) -> str:
    """Return a short date as readers of a language know it: 23.9.2026, in English 23 September 2026."""
    day, month, year = (int(part) for part in date.split("."))
    return f"{day}.{month}.{2000 + year}" if language == "de" else f"{day} {MONTHS[month - 1]} {2000 + year}"
