"""Raw HTML: elements that nothing closes, and words that browsers take for an element and do not show."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from portal.checks.context import Context
from portal.formats.markdown.tables import read_cells
from portal.problems import Code, Problem
from portal.problems.messages import say
from portal.sources.page import Source

ELEMENT_UNCLOSED = Code(
    "element-unclosed",
    why=say("Everything that follows on the page becomes part of this element and looks or is read out like it."),
    fix=say("Write the closing tag where the element ends."),
    example=say("nothing closes {words}", words='<div class="box">'),
)
WORDS_LOST = Code(
    "words-lost",
    why=say("The words are in the source, but readers never see them."),
    fix=say(
        "Write words between angle brackets as code or with `&lt;`; give a table's head as many cells as its rows."
    ),
    example=say("readers do not get {words}: browsers take it for an element", words="<Your number>"),
)
HERE = Path(__file__).parent
VOID, OPTIONAL, PAIRED, DRAWN = (
    frozenset(line.split()) for line in (HERE / "elements.txt").read_text("utf-8").splitlines() if line[:1] != "#"
)
KNOWN = VOID | OPTIONAL | PAIRED | DRAWN
ATTRIBUTES = r"""(?:[^<>"']|"[^"]*+"|'[^']*+')*+"""
TAG = re.compile(rf"(?<!\\)(?<!\]\()<(?P<end>/?)(?P<name>[a-zA-Z][^\s<>@/:.]*+)(?P<attributes>(?:[\s/]{ATTRIBUTES})?)>")


def check_elements(source: Source, _: Context) -> Iterator[Problem]:
    """Yield a problem at each opening tag that nothing closes, and for words that readers do not get."""
    text = source.markdown
    for tag in TAG.finditer(text.text) if "<" in text.text else ():
        if "-" not in tag["name"] and tag["name"].lower() not in KNOWN:
            message = say("readers do not get {words}: browsers take it for an element", words=tag.group())
            hint = say("write it as code, between backticks, or with &lt; instead of <")
            yield WORDS_LOST.problem(text.location(*tag.span()), message, hint)
    for tag in unclosed_tags(source):
        hint = say("write {words} where it ends", words=f"</{tag['name']}>")
        yield ELEMENT_UNCLOSED.problem(
            text.location(*tag.span()), say("nothing closes {words}", words=tag.group()), hint
        )


def unclosed_tags(source: Source) -> list[re.Match[str]]:
    """Return each opening tag that nothing closes, with its place in the text of the page."""
    text, open_tags = source.markdown.text, defaultdict[str, list[re.Match[str]]](list)
    for tag in TAG.finditer(text) if "<" in text else ():
        if (name := tag["name"].lower()) not in PAIRED:
            continue
        if not tag["end"]:
            open_tags[name].append(tag)
        elif open_tags[name]:
            open_tags[name].pop()
    return [tag for tags in open_tags.values() for tag in tags]


def check_cells(source: Source, _: Context) -> Iterator[Problem]:
    """Yield a problem for each cell of a table that its head has no column for."""
    head, above, is_table = 0, -2, False
    for row in source.tables:
        cells = int(row.value)
        if row.row != above + 1:
            head, is_rule, is_table = cells, True, False
        elif is_rule:
            is_rule, is_table = False, cells == head  # or all of it is text
        above = row.row
        if is_table and cells > head:
            lost = [cell for cell in read_cells(row.line.text)[head:] if cell]
            start = row.line.text.rfind(lost[0]) if lost else 0
            if lost:
                message = (
                    say("readers do not get “{words}”: the table has one column", words=lost[0])
                    if head == 1
                    else say("readers do not get “{words}”: the table has {count} columns", words=lost[0], count=head)
                )
                hint = say("give the table's head another column, or write \\| for a pipe within a cell")
                yield WORDS_LOST.problem(row.line.location(start, start + len(lost[0])), message, hint)
