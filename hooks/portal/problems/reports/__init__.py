"""Reports: the problems that were found, told in the format that their reader wants."""

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
        "The build had to stop for something that no editor's file is at fault for: the disk is full, a folder can't be"
        " written, or scripts import each other in a circle."
    ),
    fix=say("Do what the message says. The last good site is still in place."),
    example="can't write or read site.new: No space left on device",
)
# By name: functions of the problems, the folder that their places are relative to, and a language; each returns a text.
FORMATS = {
    "text": text.render,
    "json": json_document.render,
    "sarif": sarif.render,
    "github": github.render,
    "gitlab": gitlab.render,
}


def for_stream(problems: Iterable[Problem], root: Path, stream: TextIO) -> str:
    """Return the text report in the language of the environment, with a terminal's colours and width."""
    colour = text.wants_colour(stream.isatty(), os.environ)
    return text.render(problems, root, wanted_language(os.environ), colour=colour, columns=_columns(stream))


def _columns(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns or text.COLUMNS
    except (OSError, ValueError):  # no terminal
        return text.COLUMNS


def tell(problems: Iterable[Problem], root: Path) -> None:
    """Tell those who build and, where it was asked for, their programs. Raises OSError."""
    problems = list(problems)
    if problems:
        print(f"\n{for_stream(problems, root, sys.stderr)}", file=sys.stderr)
    write_where_asked(problems, root)


def write(report: str, path: Path) -> None:
    """Write a report to a file, at once: whoever reads it meanwhile gets the old one. Raises OSError."""
    new = path.with_name(f"{path.name}.new")
    new.write_text(report + "\n", "utf-8")
    new.replace(path)


def write_where_asked(problems: Iterable[Problem], root: Path) -> None:
    """Write the JSON report to the file that the variable PORTAL_REPORT names, if it does. Raises OSError."""
    if path := os.environ.get("PORTAL_REPORT"):
        write(json_document.render(problems, root, wanted_language(os.environ)), Path(path))


def build_stopped(problem: str) -> str:
    """Return the one line that ends a build for something that no editor's file is at fault for."""
    return in_wanted_words(say("error[build]: {problem}; the last good site is untouched", problem=problem))
