"""Markdown tables: what Python-Markdown's extension ``tables`` takes for one, and for a cell of it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from portal.formats.markdown.code import code_spans

PIPE = re.compile(r"\\.|(\|)")
RULED = re.compile(r"[|:\- ]+")  # the row below the head
BORDER = re.compile(r"^ *\||\| *$")


def is_ruled(rows: Sequence[str]) -> bool:
    """Whether rows are meant as a table: they may fail to be one for a cell too few."""
    return len(rows) > 1 and "|" in rows[0] and "|" in rows[1] and RULED.fullmatch(rows[1]) is not None


def is_table(rows: Sequence[str]) -> bool:
    """Whether rows are a table. One column needs a pipe in each row."""
    cells = count_cells(rows[0])
    return cells == count_cells(rows[1]) and (cells > 1 or all(map(BORDER.search, rows)))


def rows_of_table(rows: Sequence[str]) -> list[int]:
    """Return the indexes of a table's rows, or of those of what only fails to be one for a cell."""
    if is_table(rows):
        return list(range(len(rows)))
    is_meant = count_cells(rows[0]) != count_cells(rows[1])
    return [index for index, row in enumerate(rows) if is_meant and BORDER.search(row)]


def count_cells(text: str) -> int:
    """Return how many cells a table's row has."""
    return len(read_cells(text))


def read_cells(text: str) -> list[str]:
    """Return the cells of a table's row: pipes in code and escaped ones part none."""
    row = plain = text.strip()
    if "`" in row:
        for start, end in code_spans(row):
            plain = plain[:start] + " " * (end - start) + plain[end:]
    pipes = [match.start() for match in PIPE.finditer(plain) if match.group(1)]
    cells = [row[start + 1 : end].strip() for start, end in pairwise([-1, *pipes, len(row)])]
    last = len(cells) - (len(pipes) > 1 and pipes[-1] == len(row) - 1)
    return cells[row.startswith("|") : last]
