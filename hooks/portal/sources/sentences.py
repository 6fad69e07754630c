"""Prose: a page's blocks and sentences as readers get them, and the way back to the place of each word."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from portal.formats.markdown.text import Line
from portal.problems import Location
from portal.sources.page import Source
from portal.sources.placeholders import PLACEHOLDER, Values, fill
from portal.sources.version_numbers import find_versions

# A sentence ends at . ! ? before a capital, never behind a number's dot ("22. November") or at "z. B.".
SENTENCE_END = re.compile(
    r"(?<=[.!?])(?<![^.\d]\d\.)(?<![^.\d]\d\d\.)(?<!\bz\.)(?<!\bB\.)(?<!ca\.)(?<!\be\.g\.)(?<!\bapprox\.)[\"“”’)*]*\s+(?=[A-ZÄÖÜ„“\"*\[(])"
)
YAML_COMMENT = re.compile(r"(?:^|\s)#.*$")
NEW_BLOCK = re.compile(r"^\s*(?:$|#|[-*+]\s|\d+\.\s|\||!!!|\?\?\?|===|>|<|---)")


class Piece(NamedTuple):
    """A stretch of a block's text, and where it comes from: words of a line as they stand, or a placeholder of it."""

    start: int  # offset in the text
    end: int
    line: Line
    column: int  # characters of the line before it
    key: str = ""  # the placeholder's, whose value the stretch is

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return from where to where in the line the text's characters ``start`` to ``end`` are written."""
        if self.key:
            return self.column, self.line.text.index("}}", self.column) + len("}}")
        first, last = max(start, self.start), min(end, self.end)
        return self.column + first - self.start, self.column + last - self.start


@dataclass(frozen=True)
class Mention:
    """A version number in a sentence: the characters ``start`` to ``end`` of its text, and where they are written."""

    number: str
    start: int
    end: int
    key: str  # the placeholder's that it comes from, or ""
    location: Location


@dataclass(frozen=True)
class Sentence:
    """A sentence with its placeholders filled, and where each of its words is written."""

    text: str
    start: int  # offset in the text of its block, which the pieces make up
    pieces: tuple[Piece, ...]
    known: Collection[str] = ()  # the version numbers of facts.yml

    @cached_property
    def versions(self) -> tuple[Mention, ...]:
        """The version numbers that the sentence states, in order."""
        return tuple(
            Mention(one.number, one.start, one.end, self.key_of(one.start, one.end), self.location(one.start, one.end))
            for one in find_versions(self.text, self.known)
        )

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the block that the sentence stands in."""
        return tuple({id(piece.line): piece.line for piece in self.pieces}.values())

    def location(self, start: int = 0, end: int | None = None) -> Location:
        """Return where the characters ``start`` to ``end`` of the text are written; of several lines, on the first."""
        end = len(self.text) if end is None else end
        pieces = self._pieces(start, end)
        line = pieces[0].line
        spans = [piece.span(self.start + start, self.start + end) for piece in pieces if piece.line is line]
        return line.location(spans[0][0], spans[-1][1])

    def key_of(self, start: int, end: int) -> str:
        """Return the key of the placeholder that the characters ``start`` to ``end`` come from, or ""."""
        return next((piece.key for piece in self._pieces(start, end) if piece.key), "")

    def _pieces(self, start: int, end: int) -> tuple[Piece, ...]:
        first = bisect_right(self.pieces, self.start + start, key=_start_of) - 1
        last = bisect_left(self.pieces, self.start + end, key=_start_of)
        return self.pieces[first : max(last, first + 1)]


_Row = tuple[Line, str]  # a line, and its text without code and comments
_start_of = attrgetter("start")


def sentences(source: Source, values: Values, known: Collection[str] = ()) -> Iterator[Sentence]:
    """Yield every sentence of a page; a table row, a heading and a list item are sentences of their own.

    ``values`` fill the placeholders; ``known`` are the version numbers of facts.yml.
    """
    for block in _blocks(source):
        text, pieces = _filled(block, values, source)
        start = 0
        for end, following in (*(match.span() for match in SENTENCE_END.finditer(text)), (len(text), len(text))):
            if text[start:end].strip():
                yield Sentence(text[start:end], start, pieces, known)
            start = following


def _filled(block: list[_Row], values: Values, source: Source) -> tuple[str, tuple[Piece, ...]]:
    """Return the text of a block with its placeholders filled, and the pieces that it is made of."""
    pieces: list[Piece] = []
    texts: list[str] = []
    length = 0
    for line, live in block:
        position, last = len(live) - len(live.lstrip()), len(live.rstrip())
        for match in PLACEHOLDER.finditer(live) if "{{" in live else ():
            value = fill(match.group(0), values, source.language_at(line.file))
            before = live[position : match.start()]
            middle, end = length + len(before), length + len(before) + len(value)
            pieces += Piece(length, middle, line, position), Piece(middle, end, line, match.start(), match.group(1))
            texts += before, value
            length, position = end, match.end()
        pieces.append(Piece(length, length + last - position, line, position))
        texts += live[position:last], " "
        length += last - position + 1
    return "".join(texts[:-1]), tuple(pieces)


def _blocks(source: Source) -> Iterator[list[_Row]]:
    """Yield the blocks of a page: its lines, each with the same line with blanks for code and comments."""
    block: list[_Row] = []
    head = [(line, YAML_COMMENT.sub("", line.text)) for line in source.head]
    body = zip(source.lines, source.markdown.live, strict=True)
    for number, (line, live) in enumerate((*head, *body)):
        is_alone = NEW_BLOCK.match(line.text) or number < len(head)
        if block and (is_alone or block[-1][0].text.lstrip().startswith(("#", "|"))):
            yield block
            block = []
        if live.strip():
            block.append((line, live))
    if block:
        yield block
