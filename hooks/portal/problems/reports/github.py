"""The report for GitHub: workflow commands that annotate lines, and a summary in Markdown.

GitHub shows ten errors and ten warnings of a step (github.com/actions/toolkit, docs/problem-matchers.md); the summary
has all.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from portal.languages import Language
from portal.problems import Problem, merge
from portal.problems.catalogue import in_words
from portal.problems.reports import text
from portal.problems.reports.shared import fold, full_text, safe

LARGEST = 900_000  # bytes: GitHub drops summaries above 1 MiB


def render(problems: Iterable[Problem], root: Path, language: Language = "en") -> str:
    """Return one annotation per line; only three for the same problem in many places, since GitHub shows few."""
    return "\n".join(_annotation(problem, language) for problem, _ in fold(problems))


def summarize(problems: Iterable[Problem], root: Path, language: Language = "en") -> str:
    """Return the summary of all problems in Markdown: the unchanged text report."""
    merged = merge(problems)
    heading = f"## {in_words(text.found(merged), language)}\n"
    if not merged:
        return heading
    report = text.render(merged, root, language).encode("utf-8")[:LARGEST].decode("utf-8", "ignore")
    # CommonMark 4.5: the fence is longer than any run of backticks inside
    fence = "`" * max([3, *(len(run) + 1 for run in re.findall("`+", report))])
    return f"{heading}\n{fence}text\n{report}\n{fence}\n"


def _annotation(problem: Problem, language: Language) -> str:
    location = problem.location
    properties: dict[str, str | int] = {"file": location.file, "title": problem.code}
    if location.line:
        properties |= {"line": location.line, "col": location.column, "endColumn": location.column + location.length}
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{problem.severity} {listed}::{_data(full_text(problem, language))}"


def _data(words: str) -> str:
    """Escape a message as github.com/actions/toolkit, core/src/command.ts does."""
    return safe(words.replace("%", "%25").replace("\r\n", "\n"), keep="\n").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
