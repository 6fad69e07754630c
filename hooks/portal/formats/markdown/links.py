"""Markdown links: every address that an editor wrote into a page, with its place.

Inline links and images, references with their definitions, autolinks, and the attributes and styles of raw HTML. Code
and comments hold none. The time is linear in the length of the page, whatever stands in it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypedDict, Unpack

from portal.formats.attribute_values import addresses_in
from portal.formats.css import css_locations
from portal.formats.markdown.link_text import label_of
from portal.formats.markdown.text import Line, MarkdownText

_FILLED = r"\{\{[^{}]*+\}\}"
# CommonMark 0.31, 6.3 and 6.4: what parts links; a blank line ends them all.
TOKEN = re.compile(r"\\.|(!?\[)|(\])|(\()|(\))|(\n[ \t]*\n)", re.DOTALL)
OPENED, CLOSED, PARENTHESIS, BLANK_LINE = 1, 2, 3, 5  # its groups
# The destination and title of an inline link, behind its "(", where no bracket is left over.
DESTINATION = re.compile(rf"""\s*+(?:<([^<>\n]*+)>|((?:{_FILLED}|[^\s()<>])*+))(?:\s++(?:"[^"]*+"|'[^']*+'))?+\s*+\)""")
TITLE = re.compile(r"""\s(?:"[^"]*"|'[^']*')\s*$""")
DEFINITION = re.compile(
    rf"""^[ \t]*+\[([^\[\]\n]++)\]:[ \t]*+\n?[ \t]*+"""
    rf"""(?:<([^<>\n]*+)>|((?:{_FILLED}|\S)++))(?=[ \t]*+(?:$|\n?[ \t]*+["'(]))""",
    re.MULTILINE,
)
REFERENCE = re.compile(r"[ \n]?\[([^\[\]]*+)\]")
AUTOLINK = re.compile(r"<((?:https?|ftp|mailto):[^\s<>]*+|[^<>\s!:/@]++@[^<>\s@]++)>", re.IGNORECASE)
TAG = re.compile(r"<([a-zA-Z][\w-]*+)")
ATTRIBUTE = re.compile(
    rf"""[\s/]*+([^\s"'<>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|((?:{_FILLED}|[^\s"'=<>`])++)))?"""
)
ATTRIBUTE_LIST = re.compile(r"(?<!\{)\{:?(?=[^{}\n=]*+=[^{}\n]*+\})")  # {poster=…} of the extension attr_list
STYLE = re.compile(r"<style\b[^<>]*+>(.*?)(?:</style|\Z)", re.IGNORECASE | re.DOTALL)
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


class _Fields(TypedDict, total=False):
    """The fields of SourceLink behind its place."""

    in_html: bool
    name: str | None
    text: tuple[Line, int, int] | None
    is_shared: bool
    tag: str
    whole: Span


def read_links(text: MarkdownText) -> list[SourceLink]:
    """Return every address in the text of a page, those of passages among them, in their order."""
    page = _Page(text)
    found = [*page.links(), *page.in_tags()]
    return [written for _, written in sorted(found, key=lambda pair: pair[0])]


class _Page:
    """The links of a page."""

    def __init__(self, page: MarkdownText) -> None:
        self._page, self._whole, self._text = page, page.whole, page.text
        self._definitions = {
            label_of(match.group(1)): match.span(match.lastindex or 0) for match in DEFINITION.finditer(self._text)
        }

    def links(self) -> Iterator[tuple[int, SourceLink]]:
        """Yield links, images and definitions of Markdown, with their offsets."""
        yield from (self._written(*span) for span in self._definitions.values())
        opened: list[re.Match[str]] = []
        after = 0
        for token in TOKEN.finditer(self._text):
            if token.start() < after or token.lastindex is None:
                continue
            if token.lastindex == BLANK_LINE:
                opened.clear()
            elif token.lastindex == OPENED:
                opened.append(token)
            elif token.lastindex == CLOSED and opened:
                opener = opened.pop()
                text, is_image = (opener.end(), token.start()), opener.group().startswith("!")
                inline = self._destination(token.end())
                if found := inline or self._reference(*text, token.end(), is_image):
                    after, span = found
                    words: _Fields = {"tag": "img"} if is_image else self._words(*text)
                    words |= {"is_shared": inline is None, "whole": (opener.start(), after)}
                    yield self._written(*span, **words)

    def in_tags(self) -> Iterator[tuple[int, SourceLink]]:
        """Yield autolinks, and the addresses in raw HTML and attribute lists, with their offsets."""
        ends = [match.start() for match in re.finditer(r"</a\b", self._text, re.IGNORECASE)]
        for match in re.finditer("<", self._text):
            if auto := AUTOLINK.match(self._text, match.start()):
                address = auto.group(1)
                mail = "" if ":" in address else "mailto:"
                yield self._written(*auto.span(1), f"{mail}{address}", name=address, tag="a", whole=auto.span())
            elif tag := TAG.match(self._text, match.start()):
                attributes, end = self._attributes(tag.end(), len(self._text))
                name, element = None, tag.group(1).lower()
                if element == "a":
                    close = bisect_left(ends, end)
                    inner = self._name(end + 1, ends[close] if close < len(ends) else end + 1)
                    name = self._of(attributes, "aria-label") or inner or self._of(attributes, "title")
                yield from self._addresses(attributes, name, element, (tag.start(), end + 1))
        for match in ATTRIBUTE_LIST.finditer(self._text):
            attributes, _ = self._attributes(match.end(), self._text.index("}", match.end()))
            yield from self._addresses(attributes)
        for match in STYLE.finditer(self._text):
            for address, start, end in css_locations(self._text, *match.span(1)):
                yield self._written(start, end, address, in_html=True)

    def _addresses(
        self, attributes: dict[str, Span], name: str | None = None, element: str = "", whole: Span = (0, 0)
    ) -> Iterator[tuple[int, SourceLink]]:
        for attribute, (start, end) in attributes.items():
            linked = name if attribute == "href" else None
            tag = element if (element, attribute) in (("a", "href"), ("img", "src")) else ""
            for address, first, last in addresses_in(attribute, self._text, start, end):
                yield self._written(first, last, address, in_html=True, name=linked, tag=tag, whole=whole)

    def _attributes(self, position: int, limit: int) -> tuple[dict[str, Span], int]:
        """Return the span of each attribute's value by its name, and where they end."""
        found: dict[str, Span] = {}
        while match := ATTRIBUTE.match(self._text, position, limit):
            if (group := match.lastindex or 0) > 1:
                found.setdefault(match.group(1).lower(), match.span(group))
            position = match.end()
        return found, position

    def _of(self, attributes: dict[str, Span], name: str) -> str:
        start, end = attributes.get(name, (0, 0))
        return self._whole[start:end]

    @cached_property
    def _parentheses(self) -> dict[int, int]:
        """Return where each opening parenthesis is closed, if it is, before a blank line."""
        closing: dict[int, int] = {}
        opened: list[int] = []
        for token in TOKEN.finditer(self._text):
            if token.lastindex == BLANK_LINE:
                opened.clear()
            elif token.lastindex == PARENTHESIS:
                opened.append(token.start())
            elif token.lastindex == PARENTHESIS + 1 and opened:
                closing[opened.pop()] = token.start()
        return closing

    def _destination(self, position: int) -> tuple[int, Span] | None:
        """Return the end of an inline link whose text ends at ``position``, and the span of its address; or None."""
        if not self._text.startswith("(", position):
            return None
        if match := DESTINATION.match(self._text, position + 1):
            return match.end(), match.span(match.lastindex or 0)
        end = self._parentheses.get(position, -1)
        if not 0 < end - position < LONGEST:
            return None
        words = TITLE.sub("", self._text[position + 1 : end])  # blanks and balanced brackets: Python-Markdown's getLink
        start = position + 1 + len(words) - len(words.lstrip())
        return end + 1, (start, start + len(words.strip()))

    def _reference(self, start: int, end: int, position: int, is_image: bool) -> tuple[int, Span] | None:
        """Return the end of a reference whose text ends at ``position``, and the span of the address; or None."""
        match = REFERENCE.match(self._text, position)
        if match and is_image and self._begins_link(match.group(1), match.end()):
            match = None  # Python-Markdown reads links before images
        text = self._text[start : min(end, start + LONGEST)]
        if match and (span := self._definitions.get(label_of(match.group(1) or text))):
            return match.end(), span
        span = None if self._text.startswith(":", position) else self._definitions.get(label_of(text))
        return (position, span) if span else None

    def _begins_link(self, text: str, position: int) -> bool:
        """Whether brackets with ``text``, which end before ``position``, begin an inline link or a whole reference."""
        label = REFERENCE.match(self._text, position)
        return bool(label and label_of(label[1] or text) in self._definitions) or bool(self._destination(position))

    def _name(self, start: int, end: int) -> str:
        return self._whole[start : min(end, start + LONGEST)]

    def _words(self, start: int, end: int) -> _Fields:
        """Return what a link's text is, and where; nowhere, where it is empty and has nothing to underline."""
        place = self._page.span(start, end) if start < end else None
        return {"tag": "a", "name": self._name(start, end), "text": place}

    def _written(self, start: int, end: int, address: str = "", **more: Unpack[_Fields]) -> tuple[int, SourceLink]:
        return start, SourceLink(address or self._text[start:end], *self._page.span(start, end), **more)
