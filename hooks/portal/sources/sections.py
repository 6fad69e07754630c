"""Sections: the parts of a page between its headings, block by block, so that two languages can be compared."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from portal.formats.markdown.elements import Kind
from portal.problems import Location
from portal.sources.page import Source

# What is no text of the page's own, by a sign without which it is not looked for: placeholders and attributes,
# addresses, definitions of references, elements, entities.
ASIDE = (
    ("{", re.compile(r"\{[{%:#.\w][^{}\n]*\}\}?")),
    ("](", re.compile(r"\]\([^()\n]*\)")),
    ("][", re.compile(r"\]\[[^\[\]\n]*\]")),
    ("]:", re.compile(r"\[[^\[\]\n]+\]:.*")),
    ("<", re.compile(r"<[^<>\n]*>")),
    ("://", re.compile(r"https?://[^\s<>)]+")),
    ("&", re.compile(r"&#?\w+;")),
)
MARK = re.compile(r"\s*(?:\d+[.)]|[-*+])[ \t]+")
NOT_BLANK = re.compile(r"\S")


@dataclass(frozen=True)
class TextBlock:
    """A heading, a paragraph, an item, a table's row or the title of a note: characters of the page's text."""

    kind: Kind | None  # None before the first block
    row: int  # index of its line
    start: int
    end: int


@dataclass(frozen=True)
class Section:
    """A heading with what follows up to the next one, or what comes before the first."""

    level: int  # the heading's; 0 for what comes before the first
    location: Location  # of its first line
    blocks: tuple[TextBlock, ...]


class SectionedPage:
    """A page with its sections. ``text`` has blanks for code, comments, addresses and placeholders; places stay."""

    def __init__(self, source: Source) -> None:
        self.source = source
        markdown = source.markdown
        self.text = _without_asides(markdown.text)
        self._starts = [0, *accumulate(len(line.text) + 1 for line in markdown.lines)]

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The sections, in order."""
        return tuple(self._sections())

    def words(self, block: TextBlock) -> str:
        """Return the text of a block, without the mark of an item."""
        text = self.text[block.start : block.end]
        mark = MARK.match(text) if block.kind in ("step", "bullet") else None
        return NOT_BLANK.sub(" ", text[: mark.end()]) + text[mark.end() :] if mark else text

    def rows(self, section: Section) -> range:
        """Return the indexes of the lines of a section."""
        first, last = section.blocks[0], section.blocks[-1]
        return range(
            self.source.markdown.row(first.start), self.source.markdown.row(max(first.start, last.end - 1)) + 1
        )

    def location(self, start: int, end: int) -> Location:
        """Return the place of characters of the text."""
        return self.source.markdown.location(start, end)

    def _sections(self) -> Iterator[Section]:
        lines = self.source.lines
        if not lines:
            return
        found = [block for block in self.source.markdown.blocks if block.kind != "code"]
        rows = [0, *(block.row for block in found)]
        kinds: list[Kind | None] = [None, *(block.kind for block in found)]
        ends = [*rows[1:], len(lines)]
        level, blocks = 0, list[TextBlock]()
        for index, (kind, row, end) in enumerate(zip(kinds, rows, ends, strict=True)):
            if kind == "heading":
                yield Section(level, lines[blocks[0].row].location(), tuple(blocks))
                level, blocks = int(found[index - 1].value), []
            blocks.append(TextBlock(kind, row, self._starts[row], max(self._starts[row], self._starts[end] - 1)))
        yield Section(level, lines[blocks[0].row].location(0, len(lines[blocks[0].row].text)), tuple(blocks))


def _without_asides(text: str) -> str:
    for sign, pattern in ASIDE:
        if sign in text:
            text = pattern.sub(_blank, text)
    return text


def _blank(found: re.Match[str]) -> str:
    return NOT_BLANK.sub(" ", found.group()) if "\n" in found.group() else " " * len(found.group())


def matched(original: SectionedPage, translation: SectionedPage) -> Iterator[tuple[Section, Section]]:
    """Yield the sections of a page with those of its translation; none where their headings differ."""
    ours, theirs = original.sections, translation.sections
    if [section.level for section in ours] == [section.level for section in theirs]:
        yield from zip(ours, theirs, strict=True)
