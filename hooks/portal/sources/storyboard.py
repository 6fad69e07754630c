"""The storyboard of the short guide's film: what an editor may write in docs/video/storyboard.yml."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from portal.formats.markdown.text import Line
from portal.formats.yaml import Document
from portal.languages import LANGUAGES
from portal.problems import Code, Location, Problem
from portal.problems.messages import say
from portal.sources.model_file import read_model
from portal.sources.page import Source
from portal.sources.translated import Texts

FOLDER = "video"
FILE = f"{FOLDER}/storyboard.yml"
VIDEO_INVALID = Code(
    "video-invalid",
    why=say(
        "`docs/video/storyboard.yml` is not valid YAML, or a card of the film lacks a field or a translation, or names"
        " a drawing that there is not. No film could be made from it."
    ),
    fix=say(
        "Correct the line that is shown. Editors such as VS Code complete and check the file while you type, by"
        " `storyboard.schema.json`."
    ),
    example=say("{name} is not right: {reason}", name="film.steps.2.seconds", reason=say("Field required")),
)
Seconds = Annotated[int, Field(ge=3, le=30)]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Card(_Model):
    """A part of the film: its title, which is its chapter's, too; its words, which are its captions; its drawings."""

    title: Texts = Field(description="A few words: the title of the card and of its chapter.")
    words: Texts = Field(description="The sentence below the title, and in the captions.")
    drawings: Annotated[tuple[str, ...], Field(min_length=1)] = Field(
        description="The drawings of docs/drawings/ that are shown one after another."
    )
    seconds: Seconds = Field(description="How long the card is shown, with all its drawings.")


class Storyboard(_Model):
    """The whole film."""

    remake_by: date = Field(description="From this day on, what the film shows differently is an error.")
    step: Texts = Field(description="What stands above a title: “Step {number} of {count}”.")
    schematic: Texts = Field(description="What stands below a drawing.")
    opening: Card
    steps: Annotated[tuple[Card, ...], Field(min_length=1)] = Field(description="The steps of admin/guide.md.")
    closing: Card

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards in the order of the film."""
        return (self.opening, *self.steps, self.closing)

    @property
    def keys(self) -> tuple[tuple[str | int, ...], ...]:
        """The place of each card in the file."""
        steps = (("film", "steps", index) for index in range(len(self.steps)))
        return (("film", "opening"), *steps, ("film", "closing"))

    @property
    def seconds(self) -> int:
        """How long the film is."""
        return sum(card.seconds for card in self.cards)


class _File(_Model):
    film: Storyboard | None = Field(None, description="The film of the short guide.")


@dataclass(frozen=True)
class StoryboardFile:
    """What the file holds: the storyboard, None where it can't be read; the place of each field; the problems."""

    file: str
    film: Storyboard | None = None
    document: Document | None = None
    problems: tuple[Problem, ...] = ()

    def location(self, *keys: str | int) -> Location:
        """Return the place of a field, or the file where it has none."""
        return self.document.location(keys) if self.document else Location(self.file)

    @property
    def drawings(self) -> frozenset[str]:
        """The names of the drawings that the film shows."""
        return frozenset(name for card in self.film.cards for name in card.drawings) if self.film else frozenset()

    @property
    def texts(self) -> tuple[Source, ...]:
        """Each text in each language as a page, whose line is where the text stands in the file."""
        found = []
        for keys, card in zip(self.film.keys, self.film.cards, strict=True) if self.film else ():
            for field, texts in (("title", card.title), ("words", card.words)):
                for language in LANGUAGES:
                    at = self.location(*keys, field, language)
                    lines = (Line(texts[language], at.file, at.line, 1 - at.column),)
                    found.append(Source(language, FILE, at.file, {}, (), lines))
        return tuple(found)


def read_storyboard(docs: Path) -> StoryboardFile:
    """Read the storyboard below ``docs``. It never raises for what stands in it; without the file, there is none."""
    model, problems, document = read_model(docs, FILE, _File, VIDEO_INVALID)
    return StoryboardFile(f"{docs.name}/{FILE}", model.film, document, problems)


def json_schema() -> str:
    """Return the JSON Schema of the file, by which editors complete and check it while somebody types."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **_File.model_json_schema()}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
