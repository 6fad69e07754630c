"""Checklist items as editors write them, ``- [ ] **Title** {#plan}``: every line with a box, right or wrong.

``- [-]`` begins an item that only informs.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from portal.formats.markdown.text import Line, MarkdownText

LIKE_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s*\[(?:.|\s*)\](?![(\[:])")
ITEM_ID = re.compile(r"\{#([\w-]+)\}\s*$")


@dataclass(frozen=True)
class Item:
    """A line with a box, and the id at its end, or ""."""

    row: int  # index of the line in the page
    line: Line
    id: str
    informs: bool = False  # there is nothing to tick


def read_items(page: MarkdownText) -> Iterator[Item]:
    """Yield the items of a page in order. What stands in code or in a comment is none."""
    for row, (line, live) in enumerate(zip(page.lines, page.live, strict=True)):
        if LIKE_ITEM.match(live):
            found = ITEM_ID.search(line.text)
            yield Item(row, line, found.group(1) if found else "", "[-]" in live[: live.index("]") + 1])
