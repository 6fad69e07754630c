"""The Markdown of a page as one text, without its code and comments, and the way back to its lines."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from portal.formats.markdown.blocks import read_blocks
from portal.formats.markdown.code import without_code
from portal.formats.markdown.fences import find_fences
from portal.problems import Location


@dataclass(frozen=True)
class Line:
    """A line of a page and where an editor finds it."""

    text: str
    file: str
    number: int
    indent: int = 0  # characters before a passage's line, put there by its include

    def location(self, start: int = 0, end: int | None = None) -> Location:
        """Return the place of the characters ``start`` to ``end`` (from 0, end exclusive) of this line."""
        length = (end if end is not None else start + 1) - start
        return Location(self.file, self.number, max(1, start + 1 - self.indent), max(1, length))


class MarkdownText:
    """Lines of Markdown, read once: ``whole`` as they are written, ``text`` with blanks for code and comments.

    ``code`` are the indexes of the lines that are blocks of code.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        texts = [line.text for line in lines]
        self.fences = find_fences(texts)
        self.blocks = read_blocks(texts, self.fences)
        fenced = (row for fence in self.fences for row in range(fence.start, fence.end))
        self.code = frozenset(fenced).union(block.row for block in self.blocks if block.kind == "code")
        self.live = without_code(texts, self.code, self.fences)  # line by line
        self.whole = "\n".join(line.text for line in lines)
        self.text = "\n".join(self.live)

    def span(self, start: int, end: int) -> tuple[Line, int, int]:
        """Return the line of an offset, and from where to where in it the text goes on to ``end``."""
        number = self.row(start)
        line, first = self.lines[number], self._starts[number]
        return line, start - first, min(end - first, len(line.text))

    def location(self, start: int, end: int) -> Location:
        """Return the place of the characters ``start`` to ``end``; of several lines, on the first."""
        line, first, last = self.span(start, end)
        return line.location(first, last)

    def row(self, offset: int) -> int:
        """Return the index of the line that an offset is in."""
        return bisect_right(self._starts, offset) - 1

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]
