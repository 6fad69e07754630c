"""Problems: what is wrong, where, and how to mend it; and the one reporter that prints them.

The form is that of a compiler: code, message, place, the line with a caret below it, a hint.
"""

import difflib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Place:
    """A place in a file. ``line`` and ``column`` count from 1; line 0 means the file as a whole."""

    file: str  # relative to the project's folder, with forward slashes: docs/de/index.md
    line: int = 0
    column: int = 1
    length: int = 1  # characters that the caret underlines

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong. ``code`` names the kind and has a section in CONTRIBUTING.md."""

    code: str
    place: Place
    message: str
    hint: str = ""
    severity: Severity = "error"  # a warning is shown and fails nothing
    pages: tuple[str, ...] = ()  # site paths of the pages that it hits, where that is known
    subject: str = ""  # what is wrong there, where many places can have the same fault: the file that a link misses

    @property
    def sort_key(self) -> tuple[Place, str, str]:
        """Order for reports: by place, then code, then message."""
        return (self.place, self.code, self.message)


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


def format_report(problems: Iterable[Problem], root: Path) -> str:
    """Return the report of all problems, sorted by place, each told once.

    ``root`` is the folder that the places are relative to; excerpts are read from there.
    """
    unique = merge(problems)
    blocks = ["\n".join(_format(problem, root)) for problem in unique]
    warnings = sum(problem.severity == "warning" for problem in unique)
    counts = [(len(unique) - warnings, "problem"), (warnings, "warning")]
    count = " and ".join(f"{n} {word}{'' if n == 1 else 's'}" for n, word in counts if n) + " found"
    return "\n\n".join([*blocks, count])


def _format(problem: Problem, root: Path) -> Iterator[str]:
    place = problem.place
    yield f"{problem.severity}[{problem.code}]: {problem.message}"
    yield f"  --> {place}"
    excerpt = _excerpt(place, root)
    gutter = " " * (len(str(place.line)) + 1)
    if excerpt is not None:
        before = "".join("\t" if char == "\t" else " " for char in excerpt[: place.column - 1])
        yield f"{gutter}|"
        yield f"{place.line} | {excerpt}"
        yield f"{gutter}| {before}{'^' * max(1, min(place.length, len(excerpt) - place.column + 1))}"
    if problem.hint:
        yield f"{gutter}= hint: {problem.hint}"


def _excerpt(place: Place, root: Path) -> str | None:
    if not place.line:
        return None
    try:
        lines = (root / place.file).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return None
    if place.line > len(lines) or len(lines[place.line - 1]) > 400:  # minified files make no readable excerpt
        return None
    return lines[place.line - 1]
