"""Markdown blocks: the headings, list items, notes, tables and code of a page, as Python-Markdown takes them.

A block is what stands between blank lines. The rules and their order are those of Python-Markdown's block processors
(3.8 and newer, with ``admonition``, ``tables``, ``md_in_html``, ``def_list``, ``footnotes``, ``abbr``) and of PyMdown
Extensions (``superfences``, ``details``, ``tabbed``, ``caption``): a number begins a list at a block's first line or
within a list, a heading, a note, a collapsible note or a tab begins at any line. Footnotes come last, as on the page.
The time is linear in the length of the page.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from portal.formats.markdown.captions import read_caption
from portal.formats.markdown.definitions import read_abbreviation, read_definition, read_footnote
from portal.formats.markdown.elements import FOLDS, TAB, Element, Kind
from portal.formats.markdown.fences import INDENT, Fence, find_fences
from portal.formats.markdown.folds import read_fold
from portal.formats.markdown.lists import read_indented, read_list
from portal.formats.markdown.rows import (
    ASIDE,
    BEGINS_LIST,
    CLOSED,
    OPENED,
    QUOTE,
    WITHIN,
    Row,
    Rows,
    loose,
    read_rows,
    without_mark,
)
from portal.formats.markdown.tables import count_cells, is_ruled, is_table, rows_of_table

INDENTED = re.compile(TAB)
HEADING = re.compile(r"(#{1,6})(?:\\.|[^\\])*+$")
UNDERLINE = re.compile(r"(?:(=)=*|-+) *$")
RULE = re.compile(r" {0,3}(?>(?:-+ {0,2}){3,}|(?:_+ {0,2}){3,}|(?:\*+ {0,2}){3,}) *$")
DEFINES = re.compile(r" {0,3}\[[^\[\]]*\]:")
DEFINITION = re.compile(r""" {0,3}\[[^\[\]]*\]: *(?:\n *)?\S+ *(?:\n *)?(?:(["']).*\1 *|\(.*\) *)?$""", re.MULTILINE)
DEEPEST = 50  # lists and quotes within each other that are looked into


@dataclass(frozen=True)
class Block:
    """A heading (its level), an item of a list, a note (its kind), a tab, a table's row (its cells), a paragraph, code.

    The value of a list's first item is ``FIRST``; the first words of an item are no paragraph of their own. Code is a
    block for each line.
    """

    kind: Kind
    row: int  # index of the line
    start: int  # characters before it
    value: int | str = ""


def read_blocks(texts: Sequence[str], fences: Sequence[Fence] | None = None) -> list[Block]:
    """Return the blocks of a page, in their order, from the texts of its lines and its fences, if they are known."""
    parser = _Parser()
    parser.parse_chunk(Element(""), read_rows(texts, find_fences(texts) if fences is None else fences), "", 0)
    read: set[str] = set()
    while following := next((label for label in parser.footnotes if label not in read), None):
        read.add(following)
        parser.parse_chunk(Element(""), parser.footnotes[following], "", 0)
    return parser.found


class _Parser:
    """Reads blocks; ``state`` is what they are read in: a list, an item after a blank line, an indent, a quote."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self.footnotes: dict[str, list[Row]] = {}
        self.waiting: list[Rows] = []

    def parse_chunk(self, parent: Element, rows: Sequence[Row], state: str, depth: int) -> None:
        chunks = [list(group) for blank, group in groupby(rows, key=Row.is_blank) if not blank]
        self.parse(parent, [Rows(chunk) for chunk in chunks], state, depth)

    def parse(self, parent: Element, blocks: list[Rows], state: str, depth: int) -> None:
        """Read blocks in their order; what one leaves is the next."""
        waiting = blocks[::-1] if depth < DEEPEST else []
        while waiting:
            block = waiting.pop()
            while len(block) and not block.first.strip():
                block = block.behind(1)
            self.waiting = waiting
            rest = self._parse(parent, block, state, depth + 1) if len(block) else None
            waiting += [rest] if rest and len(rest) else []

    def _parse(self, parent: Element, block: Rows, state: str, depth: int) -> Rows | None:
        """Read one block and return what is left of it."""
        for kind, mark in FOLDS.items():
            if (index := block.find(mark)) is not None:
                self.parse(parent, [block.to(index)] if index else [], state, depth)
                return read_fold(self, parent, block.behind(index), kind, state, depth)
            if (before := parent.last_of(kind)) and (continued := before.within_fold(block.first)):
                sibling, width = continued
                end = block.within(width)
                self.parse_chunk(sibling, [row.cut(width) for row in block.to(end)], state, depth)
                return block.behind(end)
        if read_indented(self, parent, block, state, depth):
            return None
        return self._parse_block(parent, block, state, depth)

    def _parse_block(self, parent: Element, block: Rows, state: str, depth: int) -> Rows | None:
        if (rest := read_caption(self, parent, block, state, depth)) is not None:
            return rest
        if block.first.startswith(TAB):
            is_item = read_indented(self, parent, block, state, depth, defined=True)
            return None if is_item else self._code(parent, block)
        if is_ruled([row.text for row in block.to(2)]) and self._table(parent, block):
            return None
        return self._parse_plain(parent, block, state, depth)

    def _parse_plain(self, parent: Element, block: Rows, state: str, depth: int) -> Rows | None:
        for read in (self._heading, self._rule):
            if (rest := read(parent, block, state, depth)) is not None:
                return rest
        if begin := BEGINS_LIST.match(block.first):
            read_list(self, parent, block, "ol" if begin.group(1) else "ul", depth)
            return None
        if (rest := read_definition(self, parent, block, state, depth)) is not None:
            return rest
        if (index := block.find(QUOTE)) is not None:
            self.parse(parent, [block.to(index)] if index else [], state, depth)
            quote = parent.last_of("blockquote") or parent.append("blockquote")
            self.parse_chunk(quote, [without_mark(row) for row in block.behind(index)], "blockquote", depth)
            return None
        for define in (read_footnote, read_abbreviation):
            if (rest := define(self, parent, block, state, depth)) is not None:
                return rest
        return self._paragraph(parent, block, state, depth)

    def _heading(self, parent: Element, block: Rows, state: str, depth: int) -> Rows | None:
        if (index := block.find(HEADING)) is not None and (mark := HEADING.match(block.behind(index).first)):
            self.parse(parent, [block.to(index)] if index else [], state, depth)
            self.add("heading", block.rows[block.start + index], len(mark.group(1)))
            parent.append("heading")
            rest = block.behind(index + 1)
            is_loose = state == "looselist" and rest.find(INDENTED) is not None
            return Rows(loose(rest, INDENT)) if is_loose else rest
        if len(block) > 1 and (line := UNDERLINE.match(block.behind(1).first)):
            self.add("heading", block.rows[block.start], 1 if line.group(1) else 2)
            parent.append("heading")
            return block.behind(2)
        return None

    def _rule(self, parent: Element, block: Rows, state: str, depth: int) -> Rows | None:
        index = block.find(RULE)
        if index is None:
            return None
        self.parse(parent, [block.to(index)] if index else [], state, depth)
        parent.append("hr")
        return block.behind(index + 1)

    def _paragraph(self, parent: Element, block: Rows, state: str, depth: int) -> Rows | None:
        if (index := block.find(DEFINES)) is not None:
            words = "\n".join(row.text for row in block.behind(index).to(3))
            if defined := DEFINITION.match(words):
                self.parse(parent, [block.to(index)] if index else [], state, depth)
                return block.behind(index + defined.group().count("\n") + 1)
        if state == "list":
            parent.rows = parent.rows if parent.last else (*parent.rows, *block)
        else:
            sign = block.first.lstrip()[0]
            parent.append(sign if sign in (OPENED, CLOSED) else "p", list(block))
            if state != "looselist" and block.first.strip(f" {ASIDE}{WITHIN}{OPENED}{CLOSED}"):
                self.add("paragraph", block.rows[block.start])
        return None

    def drop_paragraph(self) -> None:
        """Take back the last block, if it is a paragraph."""
        if self.found and self.found[-1].kind == "paragraph":
            self.found.pop()

    def add(self, kind: Kind, row: Row, value: int | str = "") -> None:
        """Add a block that begins in a row."""
        self.found.append(Block(kind, row.number, row.start + len(row.text) - len(row.text.lstrip()), value))

    def _code(self, parent: Element, block: Rows) -> Rows:
        end = block.within(INDENT)
        for row in block.to(end):
            self.add("code", row)
        parent.append("pre")
        return block.behind(end)

    def _table(self, parent: Element, block: Rows) -> bool:
        """Add the rows of a table, and those of what only fails to be one for a cell; return whether it is one."""
        texts = [row.text for row in block]
        found = is_table(texts)
        for row in rows_of_table(texts):
            self.add("table", block.rows[block.start + row], count_cells(texts[row]))
        if found:
            parent.append("table")
        return found
