"""Markdown ids: every id that an editor gives to an element, in an attribute list (attr_list) or in raw HTML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from portal.formats.markdown.text import MarkdownText

LIST = re.compile(r"\{:?[ ]*([^\s{}][^\n{}]*)\}")
ELEMENT_ENDS = (*")]*_`>", "")  # or the page begins
ENDS = re.compile(r"[ \t]*(?:$|\|)", re.MULTILINE)
FOLD = re.compile(r'\s*(?:===|\?\?\?).*\}" *$')  # the label of a tab, the title of a collapsible note
ID = re.compile(r"""(?<![^\s{:])(?:#([^\s=}]+)|id=(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'=}]+)))""")
TAG_ID = re.compile(r"""<[a-zA-Z][^<>]*?\sid\s*=\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'<>]+))""")


@dataclass(frozen=True)
class WrittenId:
    """An id as its editor wrote it: its name, where that stands in the text of the page, and where its whole list."""

    name: str
    start: int
    end: int
    whole: tuple[int, int]


def written_ids(page: MarkdownText) -> Iterator[WrittenId]:
    """Yield the ids of a page in their order."""
    yield from sorted((*_in_lists(page), *_in_tags(page)), key=lambda written: written.start)


def _in_lists(page: MarkdownText) -> Iterator[WrittenId]:
    for match in LIST.finditer(page.text):
        # At the end of a line or of a table's cell, or right behind an element: of code, the text has only blanks.
        before = page.whole[match.start() - 1 : match.start()] if match.start() else ""
        ends = before.isspace() and ENDS.match(page.text, match.end())
        if before in ELEMENT_ENDS or ends or FOLD.match(page.live[page.row(match.start())]):
            for found in ID.finditer(page.text, match.start(1), match.end(1)):
                yield WrittenId(*_value(found), match.span())


def _in_tags(page: MarkdownText) -> Iterator[WrittenId]:
    for match in TAG_ID.finditer(page.text):
        name, start, end = _value(match)
        yield WrittenId(name, start, end, (start, end))


def _value(match: re.Match[str]) -> tuple[str, int, int]:
    """Return the id of a match, and where it stands: in the group of the way in which it is quoted."""
    group = match.lastindex or 0
    return match.group(group), match.start(group), match.end(group)
