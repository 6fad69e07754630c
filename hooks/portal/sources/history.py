"""The history of versions: the table below the heading ``{#history}`` of the version notes, newest entry first."""

import re
from dataclasses import dataclass
from datetime import date

from portal.formats.markdown.tables import read_cells
from portal.formats.markdown.text import Line
from portal.languages import Language
from portal.problems import Code, Problem
from portal.problems.messages import say
from portal.sources.facts import Facts
from portal.sources.page import Source

HISTORY_INVALID = Code(
    "history-invalid",
    why=say(
        "The feed reads the table below `{{#history}}` in `admin/versions.md`. Each row has a date (22.11.2026, "
        "in English 22 November 2026), a platform and a version."
    ),
    fix=say("Write the row as the hint shows."),
    example=say("a row of the history has three cells"),
)

PATH = "admin/versions.md"
SECTION = "history"  # the id of its heading
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DATE = {
    "de": re.compile(r"^(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})$"),
    "en": re.compile(rf"^(?P<day>\d{{1,2}}) (?P<month>{'|'.join(MONTHS)}) (?P<year>\d{{4}})$"),
}


@dataclass(frozen=True)
class Entry:
    """One line of the history: since when the portal states a version, and for which fact."""

    day: date
    label: str  # the platform as the page names it
    key: str  # the fact that the version was, or is
    number: str
    line: Line


def history_lines(source: Source) -> list[Line]:
    """Return the rows of a page's history without its head; old versions may stand there and nowhere else."""
    named = {source.markdown.row(one.start) for one in source.ids if one.name == SECTION}
    headings = [heading.row for heading in source.headings]
    start = next((row for row in headings if row in named), len(source.lines))
    end = next((row for row in headings if row > start), len(source.lines))
    rows = [row.line for row in source.tables if start < row.row < end]
    return rows[2:]  # behind the head and the rule below it


def read_history(source: Source, facts: Facts) -> tuple[list[Entry], list[Problem]]:
    """Read the entries of a page's history; rows that are no entries are problems."""
    entries, problems = [], []
    for line in history_lines(source):
        entry, message = _entry(line, source.language, facts)
        if entry:
            entries.append(entry)
        else:
            row = {"de": "| 22.11.2026 | Android | 23.9.26 |", "en": "| 22 November 2026 | Android | 23.9.26 |"}[
                source.language
            ]
            problems.append(
                HISTORY_INVALID.problem(
                    line.location(0, len(line.text)),
                    message,
                    say("write date, platform, version: {row}", row=row),
                )
            )
    return entries, problems


def _entry(line: Line, language: Language, facts: Facts) -> tuple[Entry | None, str]:
    """Return the entry that a row of the table is, or what is wrong with it."""
    cells = read_cells(line.text)
    if len(cells) != 3:
        return None, say("a row of the history has three cells")
    day, label, number = cells
    if not (day and label and number):
        return None, say("a cell of this row is empty")
    when, wrong = _day(day, language)
    if when is None:
        return None, wrong
    platform = "windows.webview2" if "webview2" in label.lower() else f"{label.lower().replace(' ', '')}.minimum"
    if platform not in facts.versions:
        return None, say("{platform} is no platform of facts.yml", platform=label)
    if not re.fullmatch(r"\d+(\.\d+){1,3}", number):
        return None, say("{number} is not a version", number=number)
    return Entry(when, label, platform, number, line), ""


def _day(day: str, language: Language) -> tuple[date | None, str]:
    """Return the date that a cell states, or what is wrong with it."""
    found = DATE[language].match(day)
    if not found:
        return None, say("{day} is not a date as this language writes it", day=day)
    month = found["month"]
    try:
        number = int(month) if month.isdigit() else MONTHS.index(month) + 1
        return date(int(found["year"]), number, int(found["day"])), ""
    except ValueError:
        return None, say("there is no {day}", day=day)
