"""Problems: what is wrong, where, and how to fix it."""

import difflib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, Self

from portal.problems.messages import Message

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Location:
    """A location in a file. ``line`` and ``column`` count from 1; line 0 means the whole file."""

    file: str  # relative to the project's folder, with forward slashes: docs/de/index.md
    line: int = 0
    column: int = 1
    length: int = 1  # characters that the caret underlines

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class Code(str):
    """The name of a kind of problem, such as "link-text", with what `portal explain` and the reference say about it.

    ``why`` says how the problem affects readers or editors, ``fix`` how to solve it; both are a paragraph of Markdown.
    ``example`` is the message of one such problem. ``severity`` is the default for problems.
    """

    why: Message
    fix: Message
    example: Message
    severity: Severity

    def __new__(cls, name: str, *, why: Message, fix: Message, example: Message, severity: Severity = "error") -> Self:
        """Return the code named ``name``, in lower case with hyphens."""
        code = super().__new__(cls, name)
        code.why, code.fix, code.example, code.severity = why, fix, example, severity
        return code

    def problem(
        self,
        location: Location,
        message: str,
        hint: str = "",
        *,
        severity: Severity | None = None,
        pages: tuple[str, ...] = (),
        subject: str = "",
    ) -> "Problem":
        """Return a problem of this kind; the arguments are its fields."""
        return Problem(self, location, message, hint, severity or self.severity, pages, subject)


@dataclass(frozen=True)
class Problem:
    """One problem. Its code creates it: ``LINK_TEXT.problem(location, message, hint)``."""

    code: Code
    location: Location
    message: str
    hint: str = ""
    severity: Severity = "error"  # a warning is reported but does not fail the build
    pages: tuple[str, ...] = ()  # site paths of the affected pages, if known
    subject: str = ""  # what many locations can have in common, such as the missing target of links

    @property
    def sort_key(self) -> tuple[Location, str, str]:
        """The order in reports: by location, then code, then message."""
        return (self.location, self.code, self.message)


def merge(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems sorted by location; those that differ only in pages or subject are merged into one."""
    same: dict[Problem, list[Problem]] = defaultdict(list)
    for problem in problems:
        same[replace(problem, pages=(), subject="")].append(problem)
    merged = [
        replace(found[0], pages=tuple(dict.fromkeys(page for problem in found for page in problem.pages)))
        for found in same.values()
    ]
    return sorted(merged, key=lambda problem: problem.sort_key)


def nearest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """Return the known word most similar to ``word`` (difflib ratio of at least ``cutoff``), or None."""
    matches = difflib.get_close_matches(word, list(known), n=1, cutoff=cutoff)
    return matches[0] if matches else None
