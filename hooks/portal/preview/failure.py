"""Failures: why a build ended without a report, and where, so that an editor can open the location.

The checks report their own problems. What remains are mistakes in mkdocs.yml, which make MkDocs exit before any hook
runs, and Python errors in a hook or a rule. Both are parsed from the build's output by the preview's process.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from portal.formats.yaml import Document, read_yaml
from portal.problems import Code, Location, Problem
from portal.problems.messages import say
from portal.sources.config import NAME, NAV_INVALID

BUILD_FAILED = Code(
    "build-failed",
    why=say(
        "The preview can't build the site: MkDocs refuses an option of `mkdocs.yml`, or a hook or a check has an"
        " error in its code."
    ),
    fix=say("Correct what the message names. An error in the code is for the engineers: please report it."),
    example=say("an error in the code: {error}", error="KeyError: 'title'"),
)

TRACEBACK = "Traceback (most recent call last):\n"
FRAME = re.compile(r'^ +File "([^"\n]+)", line (\d+)', re.MULTILINE)
OPTION = re.compile(r"^(?:ERROR +- +)?Config value '(\w+)': (.+)", re.MULTILINE)
ERROR = re.compile(r"^(?:error\[[\w-]+\]|Error|ERROR +-):? +(.+)", re.MULTILINE)
TEMPLATE = Code(
    "template",
    why=say("A template in `overrides/` contains a mistake, so no page can be made."),
    fix=say("Correct the line that is shown. The last good site is still in place."),
    example=say("there is no template {name}", name="partials/hedr.html"),
)


def read_failure(output: str, root: Path) -> list[Problem]:
    """Return at least one problem for the ``output`` of a failed build of the project ``root``."""
    if TRACEBACK in output:
        return [_python_error(output, root)]
    document, problems = _read_config(root)
    if document is None or problems:
        return problems
    if rejected := [_option(match[1], match[2], document) for match in OPTION.finditer(output)]:
        return rejected
    last = (["", *output.strip().splitlines()])[-1]
    message = match.group(1) if (match := ERROR.search(output)) else last
    return [BUILD_FAILED.problem(Location(""), message or say("the build failed without any output"))]


def _python_error(output: str, root: Path) -> Problem:
    """Return the problem for a traceback, located at the last frame in our own code.

    Frames before it are MkDocs', those after it libraries'.
    """
    last = output.rpartition(TRACEBACK)[2]
    exception = next((line for line in last.splitlines() if line[:1].strip()), "")
    own = [*_own_frames(output, root), *_own_frames(last, root)][-1:]
    return BUILD_FAILED.problem(own[0] if own else Location(""), say("an error in the code: {error}", error=exception))


def _own_frames(output: str, root: Path) -> Iterator[Location]:
    for file, line in FRAME.findall(output):
        path = Path(file)
        if path.is_relative_to(root) and "site-packages" not in path.parts:
            yield Location(path.relative_to(root).as_posix(), int(line))


def _read_config(root: Path) -> tuple[Document | None, list[Problem]]:
    try:
        return read_yaml((root / NAME).read_text("utf-8"), NAME, NAV_INVALID)
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or say("it is not UTF-8 text")
        message = say("{file} can't be read: {reason}", file=NAME, reason=reason)
        return None, [BUILD_FAILED.problem(Location(NAME), message)]


def _option(option: str, reason: str, document: Document) -> Problem:
    """Return the problem for an option that MkDocs rejects.

    MkDocs names the option and often a wrong value in it: the location is the longest key or value named in ``reason``.
    """
    location, longest = document.keys.get((option,), Location(NAME)), 0
    words: list[tuple[tuple[str | int, ...], object, Location]]
    words = [(path, path[-1], where) for path, where in document.keys.items()]
    words += [(path, document.at(path), where) for path, where in document.values.items()]
    for path, word, where in words:
        if path[:1] == (option,) and isinstance(word, str) and len(word) > longest and word in reason:
            location, longest = where, len(word)
    return BUILD_FAILED.problem(location, say("{option}: {reason}", option=option, reason=reason))
