"""Texts that editors write in both languages, outside pages: in notices.yml and search.yml."""

from typing import Annotated, TypeVar

from pydantic import AfterValidator, Field

from portal.formats.markdown.text import Line
from portal.formats.wrong_values import HintedError
from portal.languages import LANGUAGES, Language
from portal.problems import Location
from portal.problems.messages import Message, say
from portal.sources.facts import Words
from portal.sources.page import Source

T = TypeVar("T")
REQUIRED = Field(json_schema_extra={"required": list(LANGUAGES)})


def _texts(texts: dict[Language, str]) -> dict[Language, str]:
    for language in LANGUAGES:
        if language not in texts:
            raise _missing(language, say("there is no text in the language {language}", language=language))
    return texts


def _words(words: dict[Language, T]) -> dict[Language, T]:
    for language in LANGUAGES:
        if language not in words:
            raise _missing(language, say("there are no words in the language {language}", language=language))
    return words


def _missing(language: Language, message: Message) -> HintedError:
    return HintedError(message, say("add a line `{field}: …` here", field=language))


Texts = Annotated[dict[Language, Words], AfterValidator(_texts), REQUIRED]
InBoth = Annotated[dict[Language, T], AfterValidator(_words), REQUIRED]  # lists of words and the like


def as_page(text: str, language: Language, file: str, at: Location) -> Source:
    """Return a text as a page, for the checks of pages: each line where the text begins, ``at``, in ``file``."""
    lines = (Line(line, at.file, at.line, 1 - at.column) for line in text.split("\n"))
    return Source(language, file, at.file, {}, (), tuple(lines))
