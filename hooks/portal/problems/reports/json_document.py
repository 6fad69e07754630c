"""The JSON report, for the project's own programs; hooks/README.md describes its format."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypedDict

from portal.languages import Language
from portal.problems import Problem, merge
from portal.problems.catalogue import in_words
from portal.problems.reports.shared import count

VERSION = 1  # raised when a name or a meaning changes


class Entry(TypedDict):
    """A problem in the JSON report."""

    code: str
    severity: str
    file: str
    line: int
    column: int
    length: int
    message: str
    hint: str
    pages: Sequence[str]
    subject: str


def render(problems: Iterable[Problem], root: Path, language: Language = "en") -> str:
    """Return the report of all problems as a JSON document, sorted by location."""
    merged = merge(problems)
    errors, warnings = count(merged)
    document = {
        "version": VERSION,
        "errors": errors,
        "warnings": warnings,
        "problems": [entry(problem, language) for problem in merged],
    }
    return json.dumps(document, indent=2)


def entry(problem: Problem, language: Language = "en") -> Entry:
    """Return a problem in the form of the JSON report."""
    return {
        "code": problem.code,
        "severity": problem.severity,
        "file": problem.location.file,
        "line": problem.location.line,
        "column": problem.location.column,
        "length": problem.location.length,
        "message": in_words(problem.message, language),
        "hint": in_words(problem.hint, language),
        "pages": problem.pages,
        "subject": problem.subject,
    }
