"""Excerpts: the part of a line around a problem that fits into a terminal, with carets below it."""

import unicodedata

from portal.problems.reports.shared import safe

TAB = "\t"  # kept in a complete line, since the line of carets has the same tabs
CUT = "…"


def cut(line: str, start: int, length: int, columns: int) -> tuple[str, int, int]:
    """Return the part of ``line`` around a problem, and the problem's offset and length in it, in characters.

    ``columns`` is the width available for it. A line that fits is returned whole; a longer one gets an ellipsis at each
    end that is cut off.
    """
    if len(line) <= 2 * columns and width(line) <= columns:  # a minified file is one line of a megabyte
        return line, start, length
    room = max(1, columns - 2 * len(CUT))
    start = min(start, len(line))
    length = min(length, room, max(1, len(line) - start))
    left = max(0, min(start - (room - length) // 2, len(line) - room))
    right = min(len(line), left + room)
    while width(line[left:right]) > room and right - left > length:  # characters that take two columns
        left, right = (left + 1, right) if start - left > right - start - length else (left, right - 1)
    before, behind = CUT if left else "", CUT if right < len(line) else ""
    part = line[left:right].replace(TAB, " ")
    return f"{before}{part}{behind}", start - left + len(before), min(length, right - start)


def width(text: str) -> int:
    """Return how many columns a text takes on a terminal (UAX #11: wide and fullwidth two; combining marks none)."""
    return sum(
        0 if unicodedata.category(char) in ("Mn", "Me") else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in safe(text, keep=TAB)
    )
