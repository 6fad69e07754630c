"""Sources: the Markdown pages that editors write, with their includes in place and the origin of every line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from portal.languages import LANGUAGES, Language
from portal.problems import Place, Problem, nearest
from portal.yaml_places import read_yaml

INCLUDE = re.compile(r"""^\s*\{%\s*include\s+["']([^"']+)["']\s*%\}\s*$""")
FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Line:
    """A line of a page and where an editor finds it."""

    text: str
    file: str
    number: int

    def place(self, start: int = 0, end: int | None = None) -> Place:
        """Return the place of the characters ``start`` to ``end`` (from 0, end exclusive) of this line."""
        return Place(self.file, self.number, start + 1, max(1, (end if end is not None else start + 1) - start))


@dataclass(frozen=True)
class Source:
    """A page as its editor wrote it. ``path`` is relative to the language folder: ``admin/index.md``."""

    language: Language
    path: str
    file: str
    meta: dict
    head: tuple[Line, ...]  # the lines of the front matter
    lines: tuple[Line, ...]  # the lines of the body, passages included
    problems: tuple[Problem, ...] = ()

    @property
    def text(self) -> str:
        """The body as one string of Markdown."""
        return "\n".join(line.text for line in self.lines)


def read_sources(docs: Path) -> list[Source]:
    """Read every page below ``docs``, language by language, in the order of their paths."""
    return [read_source(docs, language, path) for language in LANGUAGES for path in page_paths(docs, language)]


def page_paths(docs: Path, language: Language) -> list[str]:
    """Return the paths of a language's pages; shared passages are no pages."""
    folder = docs / language
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.md"))
    return [path for path in paths if not path.startswith("shared/")]


def read_source(docs: Path, language: Language, path: str) -> Source:
    """Read one page; what is wrong with it is in its ``problems``."""
    file = f"{docs.name}/{language}/{path}"
    try:
        text = _read_text(docs / language / path)
    except (OSError, UnicodeDecodeError) as error:
        return Source(language, path, file, {}, (), (), (_unreadable(file, error),))
    meta, problems, head = {}, [], 0
    if match := FRONT_MATTER.match(text):
        head = match.group(0).count("\n")
        document, problems = read_yaml(match.group(1), file, "front-matter-invalid", first_line=2)
        if document and isinstance(document.data, dict):
            meta = document.data
        elif document and document.data is not None:
            problems = [Problem("front-matter-invalid", Place(file, 2), "front matter is not a list of `key: value`")]
    lines = [Line(text, file, number) for number, text in enumerate(text.splitlines(), 1)]
    body, more = _include(docs, language, lines[head:])
    return Source(language, path, file, meta, tuple(lines[:head]), tuple(body), (*problems, *more))


def _include(docs: Path, language: Language, lines: list[Line]) -> tuple[list[Line], list[Problem]]:
    body: list[Line] = []
    problems: list[Problem] = []
    for line in lines:
        if match := INCLUDE.match(line.text):
            try:
                body += list(_passage(docs, language, match.group(1)))
            except (OSError, UnicodeDecodeError):
                problems.append(_missing_passage(docs, language, line, match))
        else:
            body.append(line)
    return body, problems


def _passage(docs: Path, language: Language, path: str) -> Iterator[Line]:
    text = _read_text(docs / language / path)
    for number, words in enumerate(text.splitlines(), 1):
        yield Line(words, f"{docs.name}/{language}/{path}", number)


def _missing_passage(docs: Path, language: Language, line: Line, match: re.Match) -> Problem:
    folder = docs / language
    known = [path.relative_to(folder).as_posix() for path in folder.glob("shared/*.md")]
    near = nearest(match.group(1), known)
    hint = f"write {near}" if near else f"passages stand in {docs.name}/{language}/shared/"
    place = line.place(match.start(1), match.end(1))
    return Problem("include-missing", place, f"there is no passage {match.group(1)} to include", hint)


def _read_text(path: Path) -> str:
    return path.read_text("utf-8-sig").replace("\r\n", "\n")


def _unreadable(file: str, error: Exception) -> Problem:
    if isinstance(error, UnicodeDecodeError):
        return Problem("page-unreadable", Place(file), "this file is not UTF-8 text", "save it with the encoding UTF-8")
    return Problem("page-unreadable", Place(file), f"this file can't be read: {getattr(error, 'strerror', error)}")
