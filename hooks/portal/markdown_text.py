"""The Markdown of a page as one text, without its code and comments, and the way back to its lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from portal.markdown_code import without_code

if TYPE_CHECKING:
    from portal.problems import Place
    from portal.sources import Line


class MarkdownText:
    """Lines of Markdown, read once: ``whole`` as they are written, ``text`` with blanks for code and comments."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.live = without_code([line.text for line in lines])  # line by line
        self.whole = "\n".join(line.text for line in lines)
        self.text = "\n".join(self.live)

    def span(self, start: int, end: int) -> tuple[Line, int, int]:
        """Return the line of an offset, and from where to where in it the text goes on to ``end``."""
        number = self.row(start)
        line, first = self.lines[number], self._starts[number]
        return line, start - first, min(end - first, len(line.text))

    def place(self, start: int, end: int) -> Place:
        """Return the place of the characters ``start`` to ``end``; of several lines, on the first."""
        line, first, last = self.span(start, end)
        return line.place(first, last)

    def row(self, offset: int) -> int:
        """Return the index of the line that an offset is in."""
        return bisect_right(self._starts, offset) - 1

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]
