"""A page of Markdown: what it is made of, each thing read once and with its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from portal.formats.markdown.definitions import FOOTNOTE, FOOTNOTE_MARK
from portal.formats.markdown.elements import Kind
from portal.formats.markdown.fences import INDENT
from portal.formats.markdown.ids import WrittenId, written_ids
from portal.formats.markdown.links import read_links
from portal.formats.markdown.text import Line, MarkdownText
from portal.formats.markdown.written_links import SourceLink
from portal.problems import Location


@dataclass(frozen=True)
class Element:
    """A heading (its level), a list item, a note (its kind), a tab (its label) or a table's row (how many cells)."""

    row: int  # index of its line in the page
    line: Line
    location: Location
    value: int | str = ""


class MarkdownPage:
    """What a page with these ``lines`` is made of. What stands in code or in a comment is no part of it."""

    lines: Sequence[Line]

    @cached_property
    def markdown(self) -> MarkdownText:
        """The text, as written and without code and comments."""
        return MarkdownText(self.lines)

    @cached_property
    def headings(self) -> tuple[Element, ...]:
        """The headings, with their levels."""
        return self._elements("heading")

    @cached_property
    def bullets(self) -> tuple[Element, ...]:
        """The items of lists without numbers."""
        return self._elements("bullet")

    @cached_property
    def steps(self) -> tuple[Element, ...]:
        """The items of numbered lists."""
        return self._elements("step")

    @cached_property
    def notes(self) -> tuple[Element, ...]:
        """The admonitions and collapsible notes, with their kinds."""
        return self._elements("admonition", "details")

    @cached_property
    def tabs(self) -> tuple[Element, ...]:
        """The tabs, with their labels."""
        return self._elements("tab")

    @cached_property
    def tables(self) -> tuple[Element, ...]:
        """The rows of tables, heads and the rules below them included, with the number of their cells."""
        return self._elements("table")

    @cached_property
    def terms(self) -> tuple[Element, ...]:
        """The terms and meanings of lists of definitions, and those of the glossary."""
        return self._elements("term", "definition", "abbreviation")

    @cached_property
    def footnotes(self) -> tuple[Element, ...]:
        """The texts of footnotes, with their labels."""
        return self._elements("footnote")

    @cached_property
    def captions(self) -> tuple[Element, ...]:
        """The captions, with what is above them."""
        return self._elements("caption")

    @cached_property
    def footnote_marks(self) -> tuple[tuple[str, int, int], ...]:
        """The places that refer to a footnote: its label, and where it stands in the text of the page."""
        begins = {one.row for one in self.footnotes}
        text = self.markdown
        found = ((match, text.row(match.start())) for match in FOOTNOTE_MARK.finditer(text.text) if "[^" in text.text)
        return tuple(
            (match.group(1), *match.span())
            for match, row in found
            if row not in begins or not FOOTNOTE.match(text.live[row]) or text.span(*match.span())[1] > INDENT
        )

    @cached_property
    def addresses(self) -> tuple[SourceLink, ...]:
        """Every address: of links and images, of definitions, in raw HTML."""
        return tuple(read_links(self.markdown))

    @property
    def links(self) -> tuple[SourceLink, ...]:
        """The links that readers get."""
        return tuple(one for one in self.addresses if one.tag == "a")

    @property
    def images(self) -> tuple[SourceLink, ...]:
        """The images that readers get."""
        return tuple(one for one in self.addresses if one.tag == "img")

    @cached_property
    def ids(self) -> tuple[WrittenId, ...]:
        """The ids that the editor gave."""
        return tuple(written_ids(self.markdown))

    def _elements(self, *kinds: Kind) -> tuple[Element, ...]:
        found = ((block, self.lines[block.row]) for block in self.markdown.blocks if block.kind in kinds)
        return tuple(
            Element(block.row, line, line.location(block.start, len(line.text.rstrip())), block.value)
            for block, line in found
        )
