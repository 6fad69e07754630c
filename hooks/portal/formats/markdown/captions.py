"""Markdown captions: ``/// caption``, the words, ``///``, below an image or a table (PyMdown's ``blocks.caption``)."""

import re

from portal.formats.markdown.elements import Element
from portal.formats.markdown.fences import INDENT
from portal.formats.markdown.lists import Parser
from portal.formats.markdown.rows import Row, Rows

BEGIN = re.compile(r" {0,3}(/{3,}) *([\w-]+) *(?:\|.*)?$")
END = re.compile(r" {0,3}(/{3,}) *$")
NAME = "caption"
ALONE, OPEN = "alone", "open"  # values of a caption: below nothing, and never closed


def read_caption(parser: Parser, parent: Element, block: Rows, state: str, depth: int) -> Rows | None:
    """Read a caption and what belongs to it; return the rest of the block, or None where none begins.

    Its value is "table", ``ALONE``, ``OPEN``, or the index of the line that the paragraph above begins with.
    """
    index = block.find(BEGIN)
    begin = BEGIN.match(block.behind(index).first) if index is not None else None
    if index is None or not begin or begin.group(2).lower() != NAME:
        return None
    waiting, row = parser.waiting, block.rows[block.start + index]
    if index:
        parser.parse(parent, [block.to(index)], state, depth)
    above, rest = parent.last, block.behind(index + 1)
    rest = rest.behind(rest.within(INDENT))  # options
    words, found = _words(rest, waiting, begin.group(1))
    value: int | str = OPEN
    if found is not None:
        value = above.rows[0].number if above and above.rows else above.tag if above else ALONE
    parser.add("caption", row, value)
    if above:
        parent.last = above.before
    parser.parse_chunk(parent.append("figure").append("figcaption"), words, "blocks", depth)
    return Rows([]) if found is None else found


def _words(block: Rows, waiting: list[Rows], sign: str) -> tuple[list[Row], Rows | None]:
    """Return the rows of a caption, and what is left of the block that ends it; None if nothing does."""
    words: list[Row] = []
    while True:
        for index, row in enumerate(block):
            if (end := END.match(row.text)) and len(end.group(1)) == len(sign):
                return [*words, *block.to(index)], block.behind(index + 1)
        words += [*block]
        if not waiting:
            return words, None
        block = waiting.pop()
        words.append(Row(block.rows[block.start].number, 0, ""))
