"""The history of versions: the table below the heading ``{#history}`` of the version notes, newest entry first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from portal.facts import ClientVersion, Facts
from portal.languages import Language
from portal.problems import Problem
from portal.sources import Line, Source

PATH = "admin/versions.md"
SECTION = re.compile(r"^#+\s.*\{#history\}\s*$")
ROW = re.compile(r"^\s*\|([^|]*)\|([^|]*)\|([^|]*)\|\s*$")
RULE = re.compile(r"^[\s|:-]+$")
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
    inside, rows = False, []
    for line in source.lines:
        if line.text.startswith("#"):
            inside = bool(SECTION.match(line.text))
        elif inside and line.text.lstrip().startswith("|"):
            rows.append(line)
    rule = next((index for index, line in enumerate(rows) if RULE.match(line.text)), -1)
    return rows[rule + 1 :] if rule >= 0 else []


def read_history(source: Source, facts: Facts) -> tuple[list[Entry], list[Problem]]:
    """Read the entries of a page's history; rows that are no entries are problems."""
    entries, problems = [], []
    for line in history_lines(source):
        entry, message = _entry(line, source.language, facts)
        if entry:
            entries.append(entry)
        else:
            hint = {"de": "| 22.11.2026 | Android | 23.9.26 |", "en": "| 22 November 2026 | Android | 23.9.26 |"}[
                source.language
            ]
            problems.append(
                Problem(
                    "history-invalid", line.place(0, len(line.text)), message, f"write date, platform, version: {hint}"
                )
            )
    return entries, problems


def check_history(source: Source, facts: Facts) -> Iterator[Problem]:
    """Yield a problem where the history is not newest first, or its newest entry is not what facts.yml says."""
    entries, problems = read_history(source, facts)
    yield from problems
    newest: dict[str, Entry] = {}
    for before, entry in zip([None, *entries], entries, strict=False):
        if before and entry.day > before.day:
            message = f"{entry.day} stands below {before.day}"
            yield Problem(
                "history-order", entry.line.place(0, len(entry.line.text)), message, "the newest entry stands first"
            )
        later = newest.setdefault(entry.key, entry)
        family = facts.versions[entry.key].family
        if ClientVersion(later.number, family) < ClientVersion(entry.number, family):
            place = entry.line.place(0, len(entry.line.text))
            yield Problem(
                "history-order", place, f"{entry.number} is older here and has the higher number than {later.number}"
            )
    for key, version in facts.versions.items():
        if key not in newest:
            if source.lines:
                yield Problem(
                    "history-missing",
                    source.lines[0].place(),
                    f"the history has no entry for {key}",
                    "add a row on top",
                )
        elif newest[key].number != version.value:
            line = newest[key].line
            message = (
                f"the newest entry for {newest[key].label} is {newest[key].number}, and facts.yml says {version.value}"
            )
            yield Problem(
                "history-stale",
                line.place(0, len(line.text)),
                message,
                "add a row on top of the history, or mend facts.yml",
            )


def _entry(line: Line, language: Language, facts: Facts) -> tuple[Entry | None, str]:
    match = ROW.match(line.text)
    if not match:
        return None, "a row of the history has three cells"
    day, label, number = (cell.strip() for cell in match.groups())
    found = DATE[language].match(day)
    if not found:
        return None, f"{day or 'an empty cell'} is not a date as this language writes it"
    month = found["month"]
    try:
        when = date(int(found["year"]), int(month) if month.isdigit() else MONTHS.index(month) + 1, int(found["day"]))
    except ValueError:
        return None, f"there is no {day}"
    platform = "windows.webview2" if "webview2" in label.lower() else f"{label.lower().replace(' ', '')}.minimum"
    if platform not in facts.versions:
        return None, f"{label or 'an empty cell'} is no platform of facts.yml"
    if not re.fullmatch(r"\d+(\.\d+){1,3}", number):
        return None, f"{number or 'an empty cell'} is not a version"
    return Entry(when, label, platform, number, line), ""
