"""The glossary: the terms of a language in shared/terms.md, one in a line: ``*[PBX]: Private Branch Exchange …``."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from portal.formats.markdown.definitions import ABBREVIATION
from portal.formats.markdown.link_text import link_text
from portal.formats.markdown.text import Line, MarkdownText
from portal.languages import Language
from portal.problems import Location

PASSAGE = "shared/terms.md"
PAGE = "terms.md"  # the page that shows it


class Term(NamedTuple):
    """A term, what it means as plain text, and where it is explained."""

    name: str
    meaning: str
    location: Location

    @property
    def id(self) -> str:
        """The id of its entry on the glossary's page."""
        return term_id(self.name)


def term_id(name: str) -> str:
    """Return the id of a term's entry."""
    return "-".join("".join(one if one.isalnum() else " " for one in name.lower()).split())


def read_terms(text: MarkdownText) -> Iterator[Term]:
    """Yield the terms that a page or passage explains."""
    for block in text.blocks:
        if block.kind == "abbreviation":
            words = "\n".join(line.text for line in text.lines[block.row : block.row + 2])
            found, line = ABBREVIATION.search(words), text.lines[block.row]
            location = line.location(block.start, len(line.text.rstrip()))
            yield Term(str(block.value), link_text(found.group(2)) if found else "", location)


def read_glossary(docs: Path, language: Language) -> list[Term]:
    """Return the terms of a language; none, where its passage is missing or can't be read."""
    try:
        text = (docs / language / PASSAGE).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return []
    file = f"{docs.name}/{language}/{PASSAGE}"
    return list(
        read_terms(MarkdownText([Line(words, file, number) for number, words in enumerate(text.split("\n"), 1)]))
    )
