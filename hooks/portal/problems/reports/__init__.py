"""Reports: problems in the format that the reader or program needs."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from portal.problems import Code, Problem
from portal.problems.catalogue import in_wanted_words, wanted_language
from portal.problems.messages import say
from portal.problems.reports import github, gitlab, json_document, sarif, text

BUILD = Code(
    "build",
    why=say(
        "The build had to stop for a reason that is not in an editor's file: the disk is full, a folder can't be"
        " written, or scripts import each other in a circle."
    ),
    fix=say("Do what the message says. The last good site is still in place."),
    example=say("can't write or read {file}: {reason}", file="site.new", reason="No space left on device"),
)
# Each function takes problems, the folder that their locations are relative to, and a language, and returns the report.
FORMATS = {
    "text": text.render,
    "json": json_document.render,
    "sarif": sarif.render,
    "github": github.render,
    "gitlab": gitlab.render,
}


def for_stream(problems: Iterable[Problem], root: Path, stream: TextIO) -> str:
    """Return the text report in the environment's language, with the stream's colours and width."""
    colour = text.wants_colour(stream.isatty(), os.environ)
    return text.render(problems, root, wanted_language(os.environ), colour=colour, columns=_columns(stream))


def _columns(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns or text.COLUMNS
    except (OSError, ValueError):  # not a terminal
        return text.COLUMNS


def report_problems(problems: Iterable[Problem], root: Path) -> None:
    """Print the problems to stderr, and write the JSON report if PORTAL_REPORT is set. Raises OSError."""
    problems = list(problems)
    if problems:
        print(f"\n{for_stream(problems, root, sys.stderr)}", file=sys.stderr)
    write_if_requested(problems, root)


def write(report: str, path: Path) -> None:
    """Replace a file with a report atomically. Raises OSError."""
    new = path.with_name(f"{path.name}.new")
    new.write_text(report + "\n", "utf-8")
    new.replace(path)


def write_if_requested(problems: Iterable[Problem], root: Path) -> None:
    """Write the JSON report to the file named by the variable PORTAL_REPORT, if it is set. Raises OSError."""
    if path := os.environ.get("PORTAL_REPORT"):
        write(json_document.render(problems, root, wanted_language(os.environ)), Path(path))


def build_stopped(problem: str) -> str:
    """Return the message that aborts a build for a reason that is not in an editor's file."""
    return in_wanted_words(say("error[build]: {problem}; the last good site is untouched", problem=problem))
