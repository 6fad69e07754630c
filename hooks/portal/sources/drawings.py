"""Drawings: the templates and words below docs/drawings/, one source for all languages.

A drawing is ``docs/drawings/NAME.svg``. Its words are keys, ``{{ upgrade }}``, into the file of words of each language,
``docs/drawings/LANGUAGE.yml``; keys with a dot are facts. It uses the shapes of ``symbols.svg``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from pydantic import RootModel

from portal.formats.markdown.text import Line
from portal.formats.xml import Element, XmlFile, read_xml
from portal.formats.yaml import Document
from portal.languages import LANGUAGES, Language
from portal.problems import Location, Problem
from portal.problems.messages import say
from portal.sources.drawing_form import DRAWING_INVALID, find_faults, size_of
from portal.sources.model_file import Words, read_model
from portal.sources.page import Source
from portal.sources.placeholders import PLACEHOLDER
from portal.sources.text_files import decode

FOLDER, SYMBOLS, SCHEME = "drawings", "symbols", "drawing:"
# Classes of texts that are the product's, German in every language: what readers click, and what they read there.
CLICKED = frozenset({"button", "menu"})
NAMES = CLICKED | {"name"}
# drawings.css: the smallest text has 13 units, and on the narrowest phone, 320 pixels wide, a drawing has 296.
WIDTH, SMALLEST = 320, 13 * 296


class _WordFile(RootModel[dict[str, Words]]):
    root: dict[str, Words] = {}


@dataclass(frozen=True)
class WordFile:
    """The words of a language by their key, and where they stand."""

    file: str
    words: Mapping[str, str] = field(default_factory=dict)
    document: Document | None = None

    def location(self, key: str) -> Location:
        """Return the place of a word, or the file where it has none of this key."""
        return self.document.location((key,)) if self.document and key in self.words else Location(self.file)


@dataclass(frozen=True)
class Drawing:
    """A drawing, or the file of symbols, as its author wrote it."""

    name: str
    text: str
    xml: XmlFile

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in the drawing's units."""
        return size_of(self.xml)

    @cached_property
    def texts(self) -> tuple[tuple[Element, str], ...]:
        """Each text that consists of a key, with the key."""
        matches = ((one, PLACEHOLDER.fullmatch(one.text)) for one in self.xml.elements if one.name == "text")
        return tuple((element, match.group(1)) for element, match in matches if match)


@dataclass(frozen=True)
class Drawings:
    """The drawings that can be drawn, by their name, and the names of all; the symbols; the words of each language."""

    drawings: Mapping[str, Drawing] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    symbols: Drawing | None = None
    words: Mapping[Language, WordFile] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @cached_property
    def texts(self) -> tuple[Source, ...]:
        """Each word in each language as a page, whose line is where the word stands in its file."""
        found = []
        for language, words in self.words.items():
            for key, text in words.words.items():
                at = words.location(key)
                lines = (Line(text, at.file, at.line, 1 - at.column),)
                found.append(Source(language, f"{FOLDER}/{language}.yml", at.file, {}, (), lines))
        return tuple(found)


def read_drawings(docs: Path) -> Drawings:
    """Read the folder of drawings below ``docs``. It never raises for what stands in it; without it, there are none."""
    folder = docs / FOLDER
    if not folder.is_dir():
        return Drawings()
    words, problems = dict[Language, WordFile](), list[Problem]()
    for language in LANGUAGES:
        name = f"{FOLDER}/{language}.yml"
        model, found, document = read_model(docs, name, _WordFile, DRAWING_INVALID)
        words[language] = WordFile(f"{docs.name}/{name}", model.root, document)
        problems += found
    drawn = [_read(path, f"{docs.name}/{FOLDER}/{path.name}", problems) for path in sorted(folder.glob("*.svg"))]
    read = {one.name: one for one in drawn if one}
    symbols = read.pop(SYMBOLS, None)
    names = {one.attributes.get("id", "") for one in symbols.xml.elements} - {""} if symbols else set()
    faults = {
        one.name: tuple(find_faults(one.xml, names, one is symbols))
        for one in (*read.values(), *([symbols] if symbols else []))
    }
    problems += (problem for each in faults.values() for problem in each)
    drawings = {name: drawing for name, drawing in read.items() if not faults[name]}
    every = frozenset(path.stem for path in folder.glob("*.svg")) - {SYMBOLS}
    return Drawings(drawings, every, symbols if symbols and not faults[SYMBOLS] else None, words, tuple(problems))


def _read(path: Path, file: str, problems: list[Problem]) -> Drawing | None:
    """Return a drawing as XML; what keeps it from being read is added to the ``problems``."""
    try:
        text = decode(path.read_bytes())
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or say("it is not UTF-8 text")
        message = say("{file} can't be read: {reason}", file=path.name, reason=reason)
        problems.append(DRAWING_INVALID.problem(Location(file), message))
        return None
    xml = read_xml(text, file)
    problems += xml.problems
    return None if xml.problems else Drawing(path.stem, text, xml)
