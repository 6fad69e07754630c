"""Markdown for typography: quotes, dashes and dots as the language of a page or an element sets them.

Code, addresses, raw HTML and escaped signs stay as they are.
"""

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from portal.languages import DEFAULT
from portal.publishing.typeset import OPAQUE, SIGNS, typeset

LITERAL = frozenset(["code", "kbd", "samp", "pre", "script", "style", "textarea", "math", "var"])
STRAIGHT = re.compile(r"[\"'-]|\.\.\.")
EMPTY = ("br", "hr", "img", "input", "wbr")
PLACEHOLDER = re.compile("\x02(?:wzxhzdk:(\\d+)|[^\x02\x03]*)\x03")  # what Python-Markdown has put aside
RAW_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)(?:[^>]*?\blang=[\"']?([\w-]+))?")


class _Character(NamedTuple):
    """A character of a block, and where it stands: in which text, and at which offset of it."""

    text: str
    number: int
    offset: int
    language: str


class TypographyExtension(Extension):
    """Sets quotes, dashes and dots as ``language`` does, or as the ``lang`` of an element says."""

    def __init__(self, language: str = DEFAULT) -> None:
        """Begin with a language; a hook names that of each page."""
        super().__init__()
        self.language = language

    def extendMarkdown(self, md: Markdown) -> None:
        """Register after attr_list (8), which sets languages, and before toc (5), which copies headings."""
        md.ESCAPED_CHARS = [*md.ESCAPED_CHARS, '"', "'"]
        md.treeprocessors.register(_TypographyTreeprocessor(md, self), "portal_typography", 6)


class _TypographyTreeprocessor(Treeprocessor):
    def __init__(self, md: Markdown, extension: TypographyExtension) -> None:
        super().__init__(md)
        self._markdown, self._extension = md, extension

    def run(self, root: etree.Element) -> None:
        block = _Block(self._markdown)
        _walk(root, self._extension.language, block, False)
        block.set()


class _Text(NamedTuple):
    """A text or tail of an element, with its language."""

    element: etree.Element
    name: str
    text: str
    language: str
    is_literal: bool


class _Block:
    """The texts of a block, which is set as a whole: a quote may begin in one element and end behind it."""

    def __init__(self, md: Markdown) -> None:
        self.md = md
        self._texts: list[_Text] = []

    def add(self, element: etree.Element, name: str, language: str, *, is_literal: bool) -> None:
        """Add the text or tail of an element."""
        if text := getattr(element, name):
            literal = is_literal or isinstance(text, AtomicString)
            self._texts.append(_Text(element, name, text, language, literal))

    def set(self) -> None:
        """Change the texts, and begin the next block."""
        if any(STRAIGHT.search(one.text) for one in self._texts):
            self._set()
        self._texts.clear()

    def _set(self) -> None:
        characters = list(self._characters())
        signs = [SIGNS.get(one.language[:2]) for one in characters]
        changed: dict[int, dict[int, str]] = {}
        for at, sign in typeset("".join(one.text for one in characters), signs).items():
            changed.setdefault(characters[at].number, {})[characters[at].offset] = sign
        for number, changes in changed.items():
            element, name, old, *_ = self._texts[number]
            setattr(element, name, "".join(changes.get(at, character) for at, character in enumerate(old)))

    def _characters(self) -> Iterator[_Character]:
        raw: list[tuple[str, str]] = []  # the elements of raw HTML that are open, with their languages
        for number, one in enumerate(self._texts):
            position = 0
            for found in (*PLACEHOLDER.finditer(one.text), None):
                language = raw[-1][1] if raw else one.language
                is_literal = one.is_literal or any(tag in LITERAL for tag, _ in raw)
                for offset in range(position, found.start() if found else len(one.text)):
                    text = one.text[offset]
                    yield _Character(OPAQUE if is_literal and text.strip() else text, number, offset, language)
                if found:
                    position = found.end()
                    html = str(self.md.htmlStash.rawHtmlBlocks[int(found.group(1))]) if found.group(1) else ""
                    if tag := RAW_TAG.match(html):
                        _follow(raw, tag, language)
                    else:  # an entity, an escaped character
                        yield _Character(" " if html and unescape(html).isspace() else OPAQUE, number, -1, language)


def _follow(raw: list[tuple[str, str]], tag: re.Match[str], language: str) -> None:
    """Open or close an element of raw HTML."""
    closing, name, own = tag.groups()
    if not closing:
        raw += [] if tag.string.endswith("/>") or name in EMPTY else [(name, own or language)]
    elif any(name == other for other, _ in raw):
        while raw.pop()[0] != name:
            pass


def _walk(element: etree.Element, language: str, block: _Block, is_literal: bool) -> None:
    language = element.get("lang", language)
    is_literal = is_literal or element.tag in LITERAL
    block.add(element, "text", language, is_literal=is_literal)
    for child in element:
        is_block = block.md.is_block_level(child.tag)
        if is_block:
            block.set()
        _walk(child, language, block, is_literal)
        if is_block:
            block.set()
        block.add(child, "tail", language, is_literal=is_literal)
