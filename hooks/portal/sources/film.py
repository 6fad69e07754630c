"""What the film of the short guide shows, as hashes: they tell when it no longer shows what the pages say."""

import json
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from portal.languages import LANGUAGES, Language
from portal.sources.drawings import Drawing, Drawings
from portal.sources.page import Source
from portal.sources.placeholders import Values, fill
from portal.sources.project import Project
from portal.sources.sections import SectionedPage
from portal.sources.storyboard import FOLDER, Card, Storyboard

FILE = f"{FOLDER}/film.json"
GUIDE = "admin/guide.md"
ASSETS = f"assets/{FOLDER}"


class Film(BaseModel):
    """What is kept beside the film: a hash of each card in each language, and of each file."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    cards: Mapping[Language, tuple[str, ...]] = {}
    files: Mapping[str, str] = {}


def read_film(docs: Path) -> Film | None:
    """Return what is kept beside the film, or None where there is nothing that can be read."""
    try:
        return Film.model_validate_json((docs / FILE).read_bytes())
    except (OSError, ValidationError):
        return None


def files_of(docs: Path) -> dict[str, str]:
    """Return the hash of each file of the film."""
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted((docs / ASSETS).glob("*.*"))}


def cards_of(film: Storyboard, project: Project, facts: Values) -> dict[Language, tuple[str, ...]]:
    """Return a hash for each card in each language: of its words, its drawings with theirs, and the guide's step."""
    hashes = {}
    for language in LANGUAGES:
        source = project.find(language, GUIDE)
        steps = dict(enumerate(guide_steps(source) if source else (), start=1))
        shown = (
            [
                *_card(card, film, language, facts),
                steps.get(index, ""),
                *_drawn(card, project.drawings, language, facts),
            ]
            for index, card in enumerate(film.cards)
        )
        hashes[language] = tuple(sha256(json.dumps(one).encode()).hexdigest()[:16] for one in shown)
    return hashes


def guide_steps(source: Source) -> list[str]:
    """Return the words of each step of the short guide, without the addresses of its links."""
    page = SectionedPage(source)
    steps = (page.words(block) for section in page.sections for block in section.blocks if block.kind == "step")
    return [" ".join(step.split()) for step in steps]


def _card(card: Card, film: Storyboard, language: Language, facts: Values) -> list[str]:
    texts = (card.title, card.words, film.step, film.schematic)
    return [*(fill(text[language], facts, language) for text in texts), str(card.seconds)]


def _drawn(card: Card, drawings: Drawings, language: Language, facts: Values) -> Iterator[str]:
    """Yield the drawings of a card, the symbols that they use, and their words in each language: German names stay."""
    for drawing in (drawings.drawings[name] for name in card.drawings if name in drawings.drawings):
        yield _normal(etree.fromstring(drawing.text))  # noqa: S314 - an editor's file, which expat has read before
        yield from _symbols(drawing, drawings.symbols)
        for file in drawings.words.values():
            yield from (fill(file.words.get(key, key), facts, language) for _, key in drawing.texts)


def _symbols(drawing: Drawing, symbols: Drawing | None) -> Iterator[str]:
    used = {one.attributes.get("href", "")[1:] for one in drawing.xml.elements if one.name == "use"}
    root = etree.fromstring(symbols.text) if symbols else ()  # noqa: S314 - as above
    yield from (_normal(one) for one in root if one.get("id") in used)


def _normal(element: etree.Element) -> str:
    return etree.canonicalize(etree.tostring(element), strip_text=True)
