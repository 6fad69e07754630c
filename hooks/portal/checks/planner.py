"""The planner: its page has the steps that it dates, and texts for the users with the blanks that it fills."""

import re
from collections.abc import Iterator, Sequence

from portal.checks.context import Context
from portal.formats.html import attributes_of
from portal.formats.markdown.text import Line
from portal.languages import LANGUAGES
from portal.problems import Code, Location, Problem, nearest
from portal.problems.messages import say
from portal.sources.page import Source

PLAN_INCOMPLETE = Code(
    "plan-incomplete",
    why=say("The planner puts days at the steps of its page and into the blanks of its texts. Without them it fails."),
    fix=say("Bring back the id of the step, or the blank with its brackets, in each language of the text."),
    example=say("this text has no blank “{blank}”, which the planner fills", blank="date"),
)

PATH = "admin/plan.md"
# The ids that the scripts plan-dates.js and plan-result.js know, and the blanks in the texts below each heading.
STEPS = {
    "steps": ("notification", "announce", "replies", "clients", "upgrade", "morning"),
    "now": ("notification", "announce", "clients", "upgrade", "after"),
}
IDS = {"steps": "plan", "now": "now"}
TEXTS = {"before": ("eve", "date", "replies", "duration"), "chat": ("eve", "date"), "same-day": ("today",)}
BLANK = re.compile(r"<span\b([^<>]*\bdata-fill\b[^<>]*)>")


def check_planner(source: Source, _: Context) -> Iterator[Problem]:
    """Yield a problem for each heading, step and blank that the planner's page lacks, and for blanks nothing fills."""
    if source.path != PATH:
        return
    rows = {written.name: source.markdown.row(written.start) for written in source.ids}
    steps = [f"{IDS[part]}-{name}" for part, names in STEPS.items() for name in names]
    for name in (*STEPS, *TEXTS, *steps):
        if name not in rows:
            message = say("this page has no id “{id}”, which the planner needs", id=name)
            yield PLAN_INCOMPLETE.problem(Location(source.file), message, say("write {word}", word=f"{{#{name}}}"))
    for name in TEXTS.keys() & rows.keys():
        end = min((one.row for one in source.headings if one.row > rows[name]), default=len(source.lines))
        for language in LANGUAGES:
            section = range(rows[name], end)
            text = [row for row in section if source.language_at(source.lines[row].file) == language]
            quote = [row for row in text if source.lines[row].text.lstrip().startswith(">")]
            place = source.lines[quote[0]] if quote else source.lines[rows[name]]
            yield from _check_blanks(place, _blanks(source, quote), TEXTS[name])


def _blanks(source: Source, rows: Sequence[int]) -> list[tuple[str, Location]]:
    """Return the blanks of these lines, each with its place."""
    return [
        (attributes_of(match.group(1)).get("data-fill", ""), source.lines[row].location(*match.span()))
        for row in rows
        for match in BLANK.finditer(source.markdown.live[row])
    ]


def _check_blanks(place: Line, blanks: Sequence[tuple[str, Location]], wanted: Sequence[str]) -> Iterator[Problem]:
    missing = [name for name in wanted if name not in {one for one, _ in blanks}]
    for name, location in blanks:
        if name not in wanted:
            near = nearest(name, missing)
            message = say("the planner fills no blank “{blank}” in this text", blank=name)
            hint = say("write {word}", word=near) if near else say("write the words without a blank")
            missing = [one for one in missing if one != near]
            yield PLAN_INCOMPLETE.problem(location, message, hint)
    for name in missing:
        message = say("this text has no blank “{blank}”, which the planner fills", blank=name)
        hint = say("write {word} where it stands", word=f'<span data-fill="{name}">[…]</span>')
        yield PLAN_INCOMPLETE.problem(place.location(0, len(place.text)), message, hint)
