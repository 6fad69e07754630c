"""Markdown links: every address that an editor wrote into a page, with its place.

Inline links and images, references with their definitions, autolinks, and the attributes and styles of raw HTML. Code
and comments hold none. The time is linear in the length of the page, whatever stands in it.
"""

import re
from collections.abc import Iterator
from functools import cached_property

from portal.formats.markdown.html_addresses import read_html_addresses
from portal.formats.markdown.link_text import label_of
from portal.formats.markdown.text import MarkdownText
from portal.formats.markdown.written_links import FILLED, LONGEST, Addresses, Fields, SourceLink, Span

# CommonMark 0.31, 6.3 and 6.4: what parts links; a blank line ends them all.
TOKEN = re.compile(r"\\.|(!?\[)|(\])|(\()|(\))|(\n[ \t]*\n)", re.DOTALL)
OPENED, CLOSED, PARENTHESIS, BLANK_LINE = 1, 2, 3, 5  # its groups
# The destination and title of an inline link, behind its "(", where no bracket is left over.
DESTINATION = re.compile(rf"""\s*+(?:<([^<>\n]*+)>|((?:{FILLED}|[^\s()<>])*+))(?:\s++(?:"[^"]*+"|'[^']*+'))?+\s*+\)""")
TITLE = re.compile(r"""\s(?:"[^"]*"|'[^']*')\s*$""")
DEFINITION = re.compile(
    rf"""^[ \t]*+\[((?!\^)[^\[\]\n]++)\]:[ \t]*+\n?[ \t]*+"""
    rf"""(?:<([^<>\n]*+)>|((?:{FILLED}|\S)++))(?=[ \t]*+(?:$|\n?[ \t]*+["'(]))""",
    re.MULTILINE,
)
REFERENCE = re.compile(r"[ \n]?\[([^\[\]]*+)\]")


def read_links(text: MarkdownText) -> list[SourceLink]:
    """Return every address in the text of a page, those of passages among them, in their order."""
    page = Addresses(text)
    found = [*_Links(page).read(), *read_html_addresses(page)]
    return [written for _, written in sorted(found, key=lambda pair: pair[0])]


class _Links:
    """The links, images and definitions of Markdown in a page."""

    def __init__(self, page: Addresses) -> None:
        self._page, self._text = page, page.text.text
        self._definitions = {
            label_of(match.group(1)): match.span(match.lastindex or 0) for match in DEFINITION.finditer(self._text)
        }

    def read(self) -> Iterator[tuple[int, SourceLink]]:
        """Yield them with their offsets."""
        yield from (self._page.link(*span) for span in self._definitions.values())
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
                    words: Fields = {"tag": "img"} if is_image else self._words(*text)
                    words |= {"is_shared": inline is None, "whole": (opener.start(), after)}
                    yield self._page.link(*span, **words)

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

    def _words(self, start: int, end: int) -> Fields:
        """Return what a link's text is, and where; nowhere, where it is empty and has nothing to underline."""
        place = self._page.text.span(start, end) if start < end else None
        return {"tag": "a", "name": self._page.name(start, end), "text": place}
