"""Markdown lists: their items, and what is indented below them."""

from collections.abc import Sequence
from typing import Protocol

from portal.formats.markdown.elements import ITEMS, LISTS, TAB, Element, Kind
from portal.formats.markdown.fences import INDENT
from portal.formats.markdown.rows import Row, Rows, list_items, loose

FIRST = "first"  # the value of a list's first item


class Parser(Protocol):
    """What reads blocks, as far as lists and definitions need it."""

    footnotes: dict[str, list[Row]]  # by label: what is read at the end of the page
    waiting: list[Rows]  # the blocks behind this one, the next last

    def parse(self, parent: Element, blocks: list[Rows], state: str, depth: int) -> None:
        """Read blocks in their order."""

    def parse_chunk(self, parent: Element, rows: Sequence[Row], state: str, depth: int) -> None:
        """Read rows, blocks with blank ones between them."""

    def add(self, kind: Kind, row: Row, value: int | str = "") -> None:
        """Add a block that begins in a row."""

    def drop_paragraph(self) -> None:
        """Take back the last block, if it is a paragraph."""


def read_list(parser: Parser, parent: Element, block: Rows, tag: str, depth: int) -> None:
    """Read a list's items, or more of those of the list before."""
    before = parent.last_of("ul", "ol")
    found, state = before or (parent if parent.tag in ("ul", "ol") else parent.append(tag)), "list"
    if before:
        state = "looselist"
    for marker, rows in list_items(block):
        if marker:
            kind: Kind = "step" if marker.text.lstrip()[0].isdigit() else "bullet"
            parser.add(kind, marker, "" if found.last else FIRST)
            found.append("li")
        parser.parse(found.last or found.append("li"), [Rows(rows)], state, depth)
        state = "list"


def read_indented(
    parser: Parser, parent: Element, block: Rows, state: str, depth: int, *, defined: bool = False
) -> bool:
    """Read what is indented within a list: it belongs to the item as deep as the indent says. Return whether it is.

    ``defined`` is for lists of definitions, too.
    """
    lists, items = (LISTS, ITEMS) if defined else (LISTS[:2], ITEMS[:1])
    if not block.first.startswith(TAB) or state == "detabbed" or not (parent.tag in items or parent.last_of(*lists)):
        return False
    level, sibling = parent.within_list(block.first, int(state == "list"), *lists, *items)
    rows = Rows(loose(block, level * INDENT))
    if parent.tag in items:
        parser.parse(parent.last_of(*lists) or parent, [rows], "detabbed", depth)
    elif sibling.tag in items:
        parser.parse(sibling, [rows], "detabbed", depth)
    elif item := sibling.last_of(*items):
        item.part_words()
        parser.parse_chunk(item, list(rows), "detabbed", depth)
    else:
        parser.parse(sibling.append(items[-1]), [rows], "detabbed", depth)
    return True
