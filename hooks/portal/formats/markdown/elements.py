"""The elements that a page has so far: what an indented block belongs to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from portal.formats.markdown.fences import INDENT

if TYPE_CHECKING:
    from portal.formats.markdown.rows import Row

Kind = Literal[
    "heading",
    "bullet",
    "step",
    "admonition",
    "details",
    "tab",
    "table",
    "code",
    "paragraph",
    "term",
    "definition",
    "footnote",
    "abbreviation",
    "caption",
]

TAB = " " * INDENT
LISTS = ("ul", "ol", "dl")
ITEMS = ("li", "dd")
# What holds the indented lines below it, by its first line; in the order of the block processors.
FOLDS: dict[Kind, re.Pattern[str]] = {
    "admonition": re.compile(r'!!! ?([\w-]+(?: +[\w-]+)*)(?: +"[^"\n]*")? *$'),
    "details": re.compile(r'\?\?\?\+? ?(?:([\w-]+(?: +[\w-]+)*)?(?: +".*")|([\w-]+(?: +[\w-]+)*)) *$'),
    "tab": re.compile(r'===(?:\+!?|!\+?)? +"(.*)" *$'),
}
TITLE_HEADING = re.compile(r'\?\?\?[^"]* "(#{1,6})')  # of a collapsible note


@dataclass
class Element:
    """An element of the page as far as what follows depends on it: its name and its last child."""

    tag: str
    last: "Element | None" = None
    before: "Element | None" = None  # the child of its parent before it
    rows: "Sequence[Row]" = ()  # of a paragraph, or of an item's first words

    def append(self, tag: str, rows: "Sequence[Row]" = ()) -> "Element":
        """Add a child and return it."""
        self.last = Element(tag, before=self.last, rows=rows)
        return self.last

    def part_words(self) -> None:
        """Make a paragraph of an item's first words, before its other children."""
        if self.rows:
            words = Element("p", rows=self.rows)
            self.rows, first = (), self.last
            while first and first.before:
                first = first.before
            if first:
                first.before = words
            else:
                self.last = words

    def last_of(self, *tags: str) -> "Element | None":
        """Return the last child, where it is one of these."""
        return self.last if self.last and self.last.tag in tags else None

    def within_fold(self, text: str) -> "tuple[Element, int] | None":
        """Return what an indented ``text`` behind this note or tab belongs to, and how far that is indented."""
        element, width = self, INDENT
        while text.startswith(TAB * 2) and (inner := element.last_of("ul", "ol", "dl")) and inner.last:
            element, text, width = inner.last, text[INDENT:], width + INDENT
        return (element, width) if text.startswith(TAB) else None

    def within_list(self, text: str, level: int, *tags: str) -> "tuple[int, Element]":
        """Return what an indented ``text`` belongs to, and its level, from this element on, which is at ``level``.

        ``tags`` are those of lists and their items.
        """
        indent, element = (len(text) - len(text.lstrip(" "))) // INDENT, self
        while indent > level and (child := element.last_of(*tags)):
            level += child.tag in LISTS
            element = child
        return level, element
