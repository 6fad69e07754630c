"""Problems: what is wrong, where, and how to mend it."""

import difflib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Location:
    """A place in a file. ``line`` and ``column`` count from 1; line 0 means the file as a whole."""

    file: str  # relative to the project's folder, with forward slashes: docs/de/index.md
    line: int = 0
    column: int = 1
    length: int = 1  # characters that the caret underlines

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong. ``code`` names the kind and has a section in hooks/CODES.md."""

    code: str
    location: Location
    message: str
    hint: str = ""
    severity: Severity = "error"  # a warning is shown and fails nothing
    pages: tuple[str, ...] = ()  # site paths of the pages that it hits, where that is known
    subject: str = ""  # what is wrong there, where many places can have the same fault: the file that a link misses

    @property
    def sort_key(self) -> tuple[Location, str, str]:
        """Order for reports: by place, then code, then message."""
        return (self.location, self.code, self.message)


def merge(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems sorted by place, those that say the same of one place as one with all the pages."""
    same: dict[Problem, list[Problem]] = defaultdict(list)
    for problem in problems:
        same[replace(problem, pages=(), subject="")].append(problem)
    merged = [
        replace(found[0], pages=tuple(dict.fromkeys(page for problem in found for page in problem.pages)))
        for found in same.values()
    ]
    return sorted(merged, key=lambda problem: problem.sort_key)


def nearest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """Return the known word most like ``word``, or None when none is near (a difflib ratio of at least ``cutoff``)."""
    matches = difflib.get_close_matches(word, list(known), n=1, cutoff=cutoff)
    return matches[0] if matches else None
