"""The checklist as editors write it: items with an empty box, a bold title and an id, in one list."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from portal.checks.boxes import has_words
from portal.checks.context import Context
from portal.formats.icons import SHORTCODE
from portal.formats.markdown.text import Line
from portal.problems import Code, Location, Problem
from portal.problems.messages import say
from portal.sources.items import Item
from portal.sources.page import Source

CHECKLIST_ITEM = Code(
    "checklist-item",
    why=say(
        "An item of the checklist needs an empty box, a bold title and an id of its own, or the page and the PDF "
        "would show different items. The PDF can't contain everything: no table and no image, no letter that its "
        "font lacks, no word wider than the sheet."
    ),
    fix=say("Write `- [ ] **Title** {{#id}}`, or what the hint says."),
    example=say("this item has no id"),
)

PATH = "admin/checklist.md"
FORM = say("write `- [ ] **Title** {{#id}}`")
TEXT = say("its text stands below it, after an empty line, indented by four spaces")
ITEM = re.compile(r"^- \[(?P<box>.?)\] (?P<words>.*)$")
TASK = re.compile(r"^\s*(?:[-*+]|\d+\.)\s+\[[ xX]\] ")
BULLET = re.compile(r"^[-*+]\s+\S")
TITLE = re.compile(r"\*\*([^*]+)\*\*|__([^_]+)__")
UNSHOWN = (
    (re.compile(r"^\s*\|.*\|\s*$"), say("the checklist's PDF can't show a table")),
    (re.compile(r"!\["), say("the checklist's PDF can't show an image")),
    (SHORTCODE, say("the checklist's PDF can't show an icon")),
    (re.compile(r"^\s*(?:\?\?\?|===)[+!]* ?.*\w"), say("the checklist's PDF can't show what folds")),
    (re.compile(r"(?<!\\)\[\^[^\[\]]+\]"), say("the checklist's PDF can't show a footnote")),
    (re.compile(r"^\s*: {1,3}\S|^\s*/{3,} *\w"), say("the checklist's PDF can't show definitions and captions")),
    (re.compile(r"^ {0,3}([-*_])(?: *\1){2,}\s*$"), say("the checklist's PDF can't show a rule across the page")),
    (
        re.compile(r"<(?:audio|canvas|details|dl|figure|iframe|img|math|object|pre|svg|table|video)\b"),
        say("the checklist's PDF can't show this element"),
    ),
)


@dataclass
class _Reading:
    """What is known when a line is reached: ids with their lines, and the list that the line may belong to."""

    ids: dict[str, int] = field(default_factory=dict)
    in_list: bool = False  # since the last item there was no paragraph outside of items
    bullets: list[Line] = field(default_factory=list)  # bullets without a box in the list so far
    after_item: bool = False  # the line before is an item
    in_code: bool = False
    outside: Line | None = None  # the first line since the last item that belongs to none
    is_headed: bool = False  # since the last item there was a heading
    texts: list[bool] = field(default_factory=list)  # of each item so far, whether it has a text


def check_checklist(source: Source, _: Context) -> Iterator[Problem]:
    """Yield a problem for each item that page or PDF would get wrong, and for what the PDF can't show."""
    if source.path != PATH:
        yield from _check_tasks(source)
        return
    reading = _Reading()
    items = {item.row: item for item in source.items}
    for row, (line, live) in enumerate(zip(source.lines, source.markdown.live, strict=True)):
        if row in source.markdown.code:
            if not reading.in_code:
                yield _unshown(line, say("the checklist's PDF can't show a block of code"))
            reading.in_code = True
        elif line.text.strip():
            yield from _check_line(line, items.get(row), reading)
            yield from _check_shown(line, live)
            reading.in_code = False
        reading.after_item = row in items
    yield from _check_last(reading)
    if not items:
        yield CHECKLIST_ITEM.problem(Location(source.file), say("this page has no checklist item"), FORM)


def _check_tasks(source: Source) -> Iterator[Problem]:
    """Yield a problem for each box of another page that readers would see as brackets."""
    for item in source.items:
        if not TASK.match(item.line.text):
            message = say("readers see this box as brackets")
            hint = say("write `- [ ] …`, or `- [x] …` for what is done")
            yield CHECKLIST_ITEM.problem(item.line.location(0, len(item.line.text)), message, hint)


def _check_line(line: Line, item: Item | None, reading: _Reading) -> Iterator[Problem]:
    if item:
        yield from _check_list(reading)
        yield from _check_form(item, reading)
        yield from (_without_box(bullet) for bullet in reading.bullets)
        reading.in_list, reading.bullets = True, []
        reading.texts.append(False)
    elif BULLET.match(line.text):
        if reading.in_list:
            yield _without_box(line)
        else:
            reading.bullets.append(line)
    else:
        yield from _check_belonging(line, reading)


def _check_form(item: Item, reading: _Reading) -> Iterator[Problem]:
    """Yield what is wrong with an item's own line. Only one form is right, so that every tool finds the same items."""
    line = item.line
    form, location = ITEM.match(line.text), line.location(0, len(line.text))
    if line.text[:1].isspace():
        hint = say("write `- [ ] **Title** {{#id}}` at the line's beginning")
        yield CHECKLIST_ITEM.problem(location, say("an indented item belongs to the one before"), hint)
    elif not form:
        yield CHECKLIST_ITEM.problem(location, say("an item begins with `- [ ] `"), FORM)
    elif form["box"] not in (" ", "-"):
        yield CHECKLIST_ITEM.problem(location, say("an item begins with an empty box"), FORM)
    if not item.id:
        hint = say("write one at the end of the line, the same in both languages: {{#plan}}")
        yield CHECKLIST_ITEM.problem(location, say("this item has no id"), hint)
        return
    if not any(has_words(title.group(1) or title.group(2)) for title in TITLE.finditer(line.text)):
        yield CHECKLIST_ITEM.problem(location, say("this item has no bold title"), FORM)
    if item.id in reading.ids:
        hint = say("the first is in line {line}", line=reading.ids[item.id])
        yield CHECKLIST_ITEM.problem(location, say("the id {name} stands here twice", name=item.id), hint)
    reading.ids.setdefault(item.id, line.number)


def _check_belonging(line: Line, reading: _Reading) -> Iterator[Problem]:
    """Yield a problem for words of which page and editor may disagree whether they belong to the item above."""
    indent = len(line.text.expandtabs(4)) - len(line.text.expandtabs(4).lstrip())
    if reading.in_list and reading.after_item:
        message = say("this line would become part of the item's title")
        yield CHECKLIST_ITEM.problem(line.location(0, len(line.text)), message, TEXT)
    elif reading.in_list and 0 < indent < 4:
        message = say("this is indented too little to belong to an item")
        yield CHECKLIST_ITEM.problem(line.location(0, indent), message, TEXT)
    elif reading.in_list and reading.texts:
        reading.texts[-1] = reading.texts[-1] or indent > 0
    if indent == 0:
        reading.in_list, reading.bullets = False, []
        reading.is_headed = reading.is_headed or line.text.startswith("#")
        reading.outside = reading.outside or line


def _check_list(reading: _Reading) -> Iterator[Problem]:
    """Yield a problem for words between two items that belong to none: a second list would begin below them."""
    if reading.outside and reading.ids and not reading.is_headed:
        message = say("this is not indented and ends the checklist: the item below begins a second one")
        yield CHECKLIST_ITEM.problem(reading.outside.location(0, len(reading.outside.text)), message, TEXT)
    reading.outside, reading.is_headed = None, False


def _check_last(reading: _Reading) -> Iterator[Problem]:
    """Yield a problem where only the last of several items has no text, and words that belong to none follow it."""
    *others, last = reading.texts or [True]
    if reading.outside and not reading.is_headed and len(others) > 1 and all(others) and not last:
        message = say("this is not indented, and the item above has no text of its own")
        yield CHECKLIST_ITEM.problem(reading.outside.location(0, len(reading.outside.text)), message, TEXT)


def _check_shown(line: Line, live: str) -> Iterator[Problem]:
    for pattern, message in UNSHOWN:
        if pattern.search(live):
            yield _unshown(line, message)
            return


def _unshown(line: Line, message: str) -> Problem:
    hint = say("write it as text or as a list, or move it to another page and link there")
    return CHECKLIST_ITEM.problem(line.location(0, len(line.text)), message, hint)


def _without_box(line: Line) -> Problem:
    message = say("this item has no box, and others in the list have one")
    return CHECKLIST_ITEM.problem(line.location(0, len(line.text)), message, FORM)
