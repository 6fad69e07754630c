"""Drawings: the templates and words below docs/drawings/, one source for all languages.

A drawing is ``docs/drawings/NAME.svg``. Its words are keys, ``{{ upgrade }}``, into the file of words of each language,
``docs/drawings/LANGUAGE.yml``; keys with a dot are facts. ``symbols.svg`` holds what drawings use: ``<use href="#cursor"/>``.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from pydantic import RootModel

from portal.formats.markdown.text import Line
from portal.formats.xml import Element, XmlFile, read_xml
from portal.formats.yaml import Document
from portal.languages import LANGUAGES, Language
from portal.problems import Code, Location, Problem, nearest
from portal.problems.messages import either, say
from portal.sources.model_file import Words, read_model
from portal.sources.page import Source, decode
from portal.sources.placeholders import PLACEHOLDER

DRAWING_INVALID = Code(
    "drawing-invalid",
    why=say(
        "A drawing is made of few elements, looks as `drawings.css` says and takes its shapes from `symbols.svg`. With"
        " colours or sizes of its own it would break in the dark, on phones, on paper or under the site's policy."
    ),
    fix=say("Write what the hint names. All elements and attributes are in `hooks/DRAWINGS.md`."),
    example=say("drawings have no attribute {name}", name="style"),
)

FOLDER, SYMBOLS, SCHEME = "drawings", "symbols", "drawing:"
# Classes of texts that are the product's, German in every language: what readers click, and what they read there.
CLICKED = frozenset({"button", "menu"})
NAMES = CLICKED | {"name"}
ELEMENTS = ("svg", "g", "use", "path", "rect", "circle", "line", "text", "symbol")
ATTRIBUTES = frozenset(
    "viewBox class id href transform x y x1 x2 y1 y2 width height rx cx cy r d text-anchor".split()  # noqa: SIM905
)
MOVED = re.compile(r"translate\([-\d. ]+\)")
BOX = re.compile(r"0 0 (\d+) (\d+)")


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
        """Width and height in the drawing's units, (0, 0) where it does not say."""
        box = BOX.fullmatch(self.xml.elements[0].attributes.get("viewBox", "")) if self.xml.elements else None
        return (int(box[1]), int(box[2])) if box else (0, 0)

    @cached_property
    def texts(self) -> tuple[tuple[Element, str], ...]:
        """Each text that consists of a key, with the key."""
        matches = ((one, PLACEHOLDER.fullmatch(one.text)) for one in self.xml.elements if one.name == "text")
        return tuple((element, match.group(1)) for element, match in matches if match)


@dataclass(frozen=True)
class Drawings:
    """All drawings by their name, the symbols, the words of each language, and what is wrong with the files."""

    drawings: Mapping[str, Drawing] = field(default_factory=dict)
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
    """Read what lies in ``drawings/`` below ``docs``. It never raises for what stands in it; without it, there is none."""
    folder = docs / FOLDER
    if not folder.is_dir():
        return Drawings()
    words, problems = dict[Language, WordFile](), list[Problem]()
    for language in LANGUAGES:
        name = f"{FOLDER}/{language}.yml"
        model, found, document = read_model(docs, name, _WordFile, DRAWING_INVALID)
        words[language] = WordFile(f"{docs.name}/{name}", model.root, document)
        problems += found
    drawings = dict[str, Drawing]()
    for path in sorted(folder.glob("*.svg")):
        file = f"{docs.name}/{FOLDER}/{path.name}"
        try:
            text = decode(path.read_bytes())
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or say("it is not UTF-8 text")
            message = say("{file} can't be read: {reason}", file=path.name, reason=reason)
            problems.append(DRAWING_INVALID.problem(Location(file), message))
            continue
        drawings[path.stem] = Drawing(path.stem, text, read_xml(text, file))
    symbols = drawings.pop(SYMBOLS, None)
    names = {one.attributes.get("id", "") for one in symbols.xml.elements[1:]} if symbols else set()
    for drawing in (*drawings.values(), *([symbols] if symbols else [])):
        problems += drawing.xml.problems or _faults(drawing, names - {""})
    return Drawings(drawings, symbols, words, tuple(problems))


def _faults(drawing: Drawing, symbols: set[str]) -> Iterator[Problem]:
    """Yield a problem for each part of a drawing that is none of a drawing's."""
    root, is_symbols = drawing.xml.elements[0], drawing.name == SYMBOLS
    if not is_symbols and not drawing.size[0]:
        message, hint = say("this drawing does not say its size"), say('write {words}', words='viewBox="0 0 320 200"')
        yield DRAWING_INVALID.problem(drawing.xml.text_location(root), message, hint)
    for element in drawing.xml.elements:
        at = Location(drawing.xml.file, element.line, element.column)
        if element.name not in ELEMENTS:
            message = say("drawings have no element {name}", name=element.name)
            yield DRAWING_INVALID.problem(at, message, say("there are {names}", names=either(ELEMENTS)))
        for name, value in element.attributes.items():
            if name not in ATTRIBUTES or (name == "id" and not is_symbols):
                message = say("drawings have no attribute {name}", name=name)
                hint = say("colours, widths and sizes of text come from drawings.css, by the attribute class")
                yield DRAWING_INVALID.problem(at, message, hint)
            elif name == "transform" and not MOVED.fullmatch(value):
                message = say("{value} is no shift", value=value)
                hint = say("write {words}: turned or scaled, text would be too small to read", words="translate(20 10)")
                yield DRAWING_INVALID.problem(drawing.xml.attribute_location(element, name), message, hint)
            elif name == "href" and value.removeprefix("#") not in symbols:
                near = nearest(value.removeprefix("#"), symbols)
                message = say("there is no symbol {name}", name=value)
                hint = say("write {word}", word=f"#{near}") if near else say("draw it in docs/drawings/symbols.svg")
                yield DRAWING_INVALID.problem(drawing.xml.attribute_location(element, name), message, hint)
