"""Markdown rows: the lines of a page as its blocks are read from them.

Fenced code, comments and raw HTML are put aside.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from portal.formats.markdown.code import RawHtml, comments
from portal.formats.markdown.fences import INDENT, Fence

# What stands for the characters that are put aside, in a block of their own and within a line: words like others.
# An element whose content is Markdown (md_in_html) leaves signs for its tags.
ASIDE, WITHIN, OPENED, CLOSED = "\x02", "\x03", "\x04", "\x05"
BLOCK = re.compile(rf" {{0,3}}(?:[{ASIDE}{OPENED}{CLOSED}]\s*)+")
WRAPPER = re.compile(
    r" {0,3}(?:<\w[^<>]*\smarkdown\b[^<>]*>|</\w+>)"
)  # an element whose content is Markdown: md_in_html
CHARACTER = re.compile(r"\S")
BEGINS_LIST = re.compile(r" {0,3}(?:(\d+\.)|[*+-]) +")
NESTED = re.compile(r" {4,7}(?:\d+\.|[*+-]) +")
QUOTE = re.compile(r" {0,3}> ?")


class Row(NamedTuple):
    """What is left of a line within the lists, notes and quotes around it."""

    number: int  # index of the line
    start: int  # characters before what is left
    text: str

    def cut(self, width: int) -> "Row":
        """Return the row without its first characters."""
        return Row(self.number, self.start + width, self.text[width:])

    def is_blank(self) -> bool:
        """Whether nothing is left."""
        return not self.text.strip()

    def is_within(self, width: int) -> bool:
        """Whether the row is indented by a width."""
        return self.text.startswith(" " * width)


@dataclass(frozen=True)
class Rows:
    """A block: rows without a blank one between them, from ``start`` on."""

    rows: Sequence[Row]
    start: int = 0
    _marks: dict[str, list[int]] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows[self.start :])

    def __len__(self) -> int:
        return len(self.rows) - self.start

    @property
    def first(self) -> str:
        """The text of the first row."""
        return self.rows[self.start].text

    def find(self, pattern: re.Pattern[str]) -> int | None:
        """Return the index of the first row that matches; what was found is kept for the blocks that follow in it."""
        if (marks := self._marks.get(pattern.pattern)) is None:
            if (signed := self._marks.get("")) is None:  # no pattern begins with a letter, and most rows do
                signed = [index for index, row in enumerate(self.rows) if not row.text[:1].isalpha()]
                self._marks[""] = signed
            marks = [index for index in signed if pattern.match(self.rows[index].text)] if signed else signed
            self._marks[pattern.pattern] = marks
        position = bisect_left(marks, self.start)
        return marks[position] - self.start if position < len(marks) else None

    def to(self, index: int) -> "Rows":
        """Return the rows before an index."""
        return Rows(self.rows[self.start : self.start + index])

    def behind(self, index: int) -> "Rows":
        """Return the rows from an index on."""
        return Rows(self.rows, self.start + index, self._marks)

    def within(self, width: int) -> int:
        """Return how many rows are indented by a width."""
        for at in range(self.start, len(self.rows)):
            if self.rows[at].text.strip() and not self.rows[at].is_within(width):
                return at - self.start
        return len(self)


def loose(rows: Iterable[Row], width: int) -> list[Row]:
    """Return rows less a width where they are indented by it."""
    return [row.cut(width) if row.is_within(width) else row for row in rows]


def list_items(block: Rows) -> list[tuple[Row | None, list[Row]]]:
    """Return the rows of each item with the one that its mark stands in.

    That is None where they are indented below the item before.
    """
    items: list[tuple[Row | None, list[Row]]] = []
    for row in block:
        if mark := BEGINS_LIST.match(row.text):
            items.append((row, [row.cut(mark.end())]))
        elif NESTED.match(row.text) and not items[-1][1][0].is_within(INDENT):
            items.append((None, [row]))
        else:
            items[-1][1].append(row)
    return items


def without_mark(row: Row) -> Row:
    """Return a row of a quote without its mark."""
    mark = QUOTE.match(row.text)
    return row.cut(len(row.text)) if row.text.strip() == ">" else row.cut(mark.end()) if mark else row


def read_rows(texts: Sequence[str], fences: Sequence[Fence]) -> list[Row]:
    """Return the rows of a page.

    What is put aside at a line's beginning ends a block, and begins one if nothing is before it; so does a fence within
    a list or a quote.
    """
    rows: list[Row] = []
    begins = {fence.start: fence for fence in fences}
    for number, text in enumerate(_aside(texts, fences)):
        if fence := begins.get(number):
            rows += Row(number, 0, ""), Row(number, 0, fence.prefix + ASIDE), Row(number, 0, "")
        elif block := BLOCK.match(text):
            rows += [Row(number, 0, "")] if text[0] in (ASIDE, OPENED, CLOSED) else []
            rows += Row(number, 0, block.group().rstrip()), Row(number, 0, "")
            rows.append(Row(number, block.end(), text[block.end() :]))
        else:
            rows.append(Row(number, 0, text))
    return rows


def _aside(texts: Sequence[str], fences: Sequence[Fence]) -> list[str]:
    lines = [text.expandtabs(INDENT) for text in texts]
    for fence in fences:
        lines[fence.start : fence.end] = [""] * (fence.end - fence.start)
    if not any("<" in line for line in lines):
        return lines
    lines, raw = _without_comments(lines), RawHtml()
    for number, text in enumerate(lines):
        if wrapper := WRAPPER.match(text) if not raw.is_open else None:
            sign = CLOSED if "</" in wrapper.group() else OPENED
            lines[number] = _mask(wrapper.group(), sign) + text[wrapper.end() :]
        elif raw.takes(text):
            lines[number] = ASIDE
    return lines


def _without_comments(lines: list[str]) -> list[str]:
    text, position = "\n".join(lines), 0
    parts: list[str] = []
    for start, end in comments(lines):
        before = text[text.rfind("\n", 0, start) + 1 : start]
        is_block = len(before) < INDENT and not before.strip(f" {ASIDE}")
        parts += text[position:start], _mask(text[start:end], ASIDE if is_block else WITHIN)
        position = end
    return "".join((*parts, text[position:])).split("\n")


def _mask(text: str, character: str) -> str:
    return CHARACTER.sub(character, text)
