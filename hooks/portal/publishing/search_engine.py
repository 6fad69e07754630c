"""The engine of the search: MiniSearch, which npm installs from .ci/search, as one module with its licence."""

from pathlib import Path

from portal.formats.javascript import without_comments
from portal.problems.messages import say

FOLDER = Path(".ci/search/node_modules/minisearch")  # below the folder of the project
ENGINE, LICENCE = FOLDER / "dist/es/index.js", FOLDER / "LICENSE.txt"


class EngineError(Exception):
    """The engine can't be published; the message says why, and what to do."""


def read_engine(project: Path) -> str:
    """Return the module without comments, but with its licence as the first one: copies are to contain that.

    Raises EngineError where npm has not installed it.
    """
    try:
        licence, code = ((project / path).read_text("utf-8") for path in (LICENCE, ENGINE))
    except OSError as error:
        message = say("the engine of the search is not installed: there is no {file}; run .ci/setup", file=ENGINE)
        raise EngineError(message) from error
    return f"/*! MiniSearch\n\n{licence.strip()}\n*/\n" + compact(code)


def compact(code: str) -> str:
    """Return a module without its comments and the lines left empty: phones fetch it before the first hit."""
    return "\n".join(filter(None, (line.rstrip() for line in without_comments(code).splitlines()))) + "\n"
