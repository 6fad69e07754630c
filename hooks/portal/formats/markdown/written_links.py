"""A link as its editor wrote it: its address, its text, and where they stand."""

from dataclasses import dataclass
from typing import TypedDict, Unpack

from portal.formats.markdown.text import Line, MarkdownText

FILLED = r"\{\{[^{}]*+\}\}"  # a placeholder
Span = tuple[int, int]  # start and end in the text of the page
LONGEST = 2_000  # characters of a link's text, and of an address in brackets, that are looked at


@dataclass(frozen=True)
class SourceLink:
    """An address as its editor wrote it."""

    address: str  # placeholders, entities and all
    line: Line
    start: int
    end: int
    in_html: bool = False  # an attribute's, which generators publish as it stands
    name: str | None = None  # Markdown or HTML of the link's text; None where it is no link of readers'
    text: tuple[Line, int, int] | None = None  # where that stands, if it is Markdown's
    is_shared: bool = False  # a definition's, which other references may name, too
    tag: str = ""  # "a" or "img" where readers get one, and not a definition or another attribute
    whole: Span = (0, 0)  # where all of that stands in the text of the page


class Fields(TypedDict, total=False):
    """The fields of SourceLink behind its place."""

    in_html: bool
    name: str | None
    text: tuple[Line, int, int] | None
    is_shared: bool
    tag: str
    whole: Span


@dataclass(frozen=True)
class Addresses:
    """Makes links of the addresses that are found in the ``text`` of a page."""

    text: MarkdownText

    def name(self, start: int, end: int) -> str:
        """Return the text of a link, which is Markdown or HTML."""
        return self.text.whole[start : min(end, start + LONGEST)]

    def link(self, start: int, end: int, address: str = "", **more: Unpack[Fields]) -> tuple[int, SourceLink]:
        """Return the link whose address stands from ``start`` to ``end``, with the first of these."""
        return start, SourceLink(address or self.text.text[start:end], *self.text.span(start, end), **more)
