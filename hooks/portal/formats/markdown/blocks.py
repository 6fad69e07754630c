"""Markdown blocks: the headings, list items, notes, tables and code of a page, as Python-Markdown takes them.

A block is what stands between blank lines. The rules and their order are those of Python-Markdown's block processors
(3.8 and newer, with ``admonition``, ``tables``, ``md_in_html``) and of PyMdown Extensions
(``superfences``, ``details``, ``tabbed``): a number begins a list at a block's first line or within
a list, a heading, a note, a collapsible note or a tab begins at any line. The time is linear in the length of the page.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from portal.formats.markdown.elements import FOLDS, TAB, TITLE_HEADING, Element, Kind
from portal.formats.markdown.fences import INDENT, Fence, find_fences
from portal.formats.markdown.rows import (
    ASIDE,
    BEGINS_LIST,
    QUOTE,
    WITHIN,
    Row,
    Rows,
    list_items,
    loose,
    read_rows,
    without_mark,
)
from portal.formats.markdown.tables import count_cells, is_bordered, is_ruled, is_table

INDENTED = re.compile(TAB)
HEADING = re.compile(r"(#{1,6})(?:\\.|[^\\])*+$")
UNDERLINE = re.compile(r"(?:(=)=*|-+) *$")
RULE = re.compile(r" {0,3}(?>(?:-+ {0,2}){3,}|(?:_+ {0,2}){3,}|(?:\*+ {0,2}){3,}) *$")
DEFINES = re.compile(r" {0,3}\[[^\[\]]*\]:")
DEFINITION = re.compile(r""" {0,3}\[[^\[\]]*\]: *(?:\n *)?\S+ *(?:\n *)?(?:(["']).*\1 *|\(.*\) *)?$""", re.MULTILINE)
FIRST = "first"  # the value of a list's first item
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
    return parser.found


class _Parser:
    """Reads blocks; ``state`` is what they are read in: a list, an item after a blank line, an indent, a quote."""

    def __init__(self) -> None:
        self.found: list[Block] = []

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
            rest = self._parse(parent, block, state, depth + 1) if len(block) else None
            waiting += [rest] if rest and len(rest) else []

    def _parse(self, parent: Element, block: Rows, state: str, depth: int) -> Rows | None:
        """Read one block and return what is left of it."""
        for kind, mark in FOLDS.items():
            if (index := block.find(mark)) is not None:
                self.parse(parent, [block.to(index)] if index else [], state, depth)
                return self._fold(parent, block.behind(index), kind, state, depth)
            if (before := parent.last_of(kind)) and (continued := before.within_fold(block.first)):
                sibling, width = continued
                end = block.within(width)
                self.parse_chunk(sibling, [row.cut(width) for row in block.to(end)], state, depth)
                return block.behind(end)
        if block.first.startswith(TAB):
            in_list = parent.tag == "li" or parent.last_of("ul", "ol")
            if in_list and state != "detabbed":
                self._indented(parent, block, state, depth)
                return None
            return self._code(parent, block)
        if is_ruled([row.text for row in block.to(2)]) and self._table(parent, block):
            return None
        return self._parse_plain(parent, block, state, depth)

    def _parse_plain(self, parent: Element, block: Rows, state: str, depth: int) -> Rows | None:
        if (index := block.find(HEADING)) is not None and (mark := HEADING.match(block.behind(index).first)):
            self.parse(parent, [block.to(index)] if index else [], state, depth)
            self._add("heading", block.rows[block.start + index], len(mark.group(1)))
            parent.append("heading")
            rest = block.behind(index + 1)
            is_loose = state == "looselist" and rest.find(INDENTED) is not None
            return Rows(loose(rest, INDENT)) if is_loose else rest
        if len(block) > 1 and (line := UNDERLINE.match(block.behind(1).first)):
            self._add("heading", block.rows[block.start], 1 if line.group(1) else 2)
            parent.append("heading")
            return block.behind(2)
        if (index := block.find(RULE)) is not None:
            self.parse(parent, [block.to(index)] if index else [], state, depth)
            parent.append("hr")
            return block.behind(index + 1)
        if begin := BEGINS_LIST.match(block.first):
            self._list(parent, block, "ol" if begin.group(1) else "ul", depth)
            return None
        if (index := block.find(QUOTE)) is not None:
            self.parse(parent, [block.to(index)] if index else [], state, depth)
            quote = parent.last_of("blockquote") or parent.append("blockquote")
            self.parse_chunk(quote, [without_mark(row) for row in block.behind(index)], "blockquote", depth)
            return None
        return self._paragraph(parent, block, state, depth)

    def _paragraph(self, parent: Element, block: Rows, state: str, depth: int) -> Rows | None:
        if (index := block.find(DEFINES)) is not None:
            words = "\n".join(row.text for row in block.behind(index).to(3))
            if defined := DEFINITION.match(words):
                self.parse(parent, [block.to(index)] if index else [], state, depth)
                return block.behind(index + defined.group().count("\n") + 1)
        if state != "list":
            parent.append("p")
            if state != "looselist" and block.first.strip(f" {ASIDE}{WITHIN}"):
                self._add("paragraph", block.rows[block.start])
        return None

    def _add(self, kind: Kind, row: Row, value: int | str = "") -> None:
        self.found.append(Block(kind, row.number, row.start + len(row.text) - len(row.text.lstrip()), value))

    def _fold(self, parent: Element, block: Rows, kind: Kind, state: str, depth: int) -> Rows:
        """Read a note, a collapsible one or a tab, and what is indented below; tabs in a row are one set."""
        values = begin.groups() if (begin := FOLDS[kind].match(block.first)) else ()
        row = block.rows[block.start]
        self._add(kind, row, next(filter(None, values), ""))
        if heading := TITLE_HEADING.match(row.text):
            self.found.append(Block("heading", row.number, row.start + heading.start(1), len(heading.group(1))))
        fold, rest = parent.append(kind), block.behind(1)
        end = rest.within(INDENT)
        self.parse_chunk(fold, [row.cut(INDENT) for row in rest.to(end)], state, depth)
        return rest.behind(end)

    def _indented(self, parent: Element, block: Rows, state: str, depth: int) -> None:
        """Read what is indented within a list: it belongs to the item as deep as the indent says."""
        level, sibling = parent.within_list(block.first, int(state == "list"))
        rows = Rows(loose(block, level * INDENT))
        if parent.tag == "li":
            self.parse(parent.last_of("ul", "ol") or parent, [rows], "detabbed", depth)
        elif sibling.tag == "li":
            self.parse(sibling, [rows], "detabbed", depth)
        elif item := sibling.last_of("li"):
            self.parse_chunk(item, list(rows), "detabbed", depth)
        else:
            self.parse(sibling.append("li"), [rows], "detabbed", depth)

    def _code(self, parent: Element, block: Rows) -> Rows:
        end = block.within(INDENT)
        for row in block.to(end):
            self._add("code", row)
        parent.append("pre")
        return block.behind(end)

    def _table(self, parent: Element, block: Rows) -> bool:
        """Add the rows of a table, and those of what only fails to be one for a cell; return whether it is one."""
        texts = [row.text for row in block]
        found, is_meant = is_table(texts), count_cells(texts[0]) != count_cells(texts[1])
        for row in block:
            if found or (is_meant and is_bordered(row.text)):
                self._add("table", row, count_cells(row.text))
        if found:
            parent.append("table")
        return found

    def _list(self, parent: Element, block: Rows, tag: str, depth: int) -> None:
        before = parent.last_of("ul", "ol")
        found, state = before or (parent if parent.tag in ("ul", "ol") else parent.append(tag)), "list"
        if before:
            state = "looselist"
        for marker, rows in list_items(block):
            if marker:
                kind: Kind = "step" if marker.text.lstrip()[0].isdigit() else "bullet"
                self._add(kind, marker, "" if found.last else FIRST)
                found.append("li")
            self.parse(found.last or found.append("li"), [Rows(rows)], state, depth)
            state = "list"
