"""Markdown for the glossary: its page shows a list of definitions, other pages link the first mention of each term.

A term's link works without scripts and by keyboard; its title is what terms.js shows (WCAG 2.2, 1.4.13). Headings,
links, names in bold and items of checklists have none.
"""

import re
import xml.etree.ElementTree as etree
from collections.abc import Sequence
from itertools import chain

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from portal.formats.markdown.definitions import ABBREVIATION, STAR
from portal.sources.glossary import Term, term_id

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
WITHOUT = frozenset(
    ["a", "abbr", "button", "code", "kbd", "label", "pre", "samp", "strong", "summary", "th", *HEADINGS]
)
WITHOUT_CLASS = frozenset(["admonition-title", "checklist", "choice"])
START = re.compile(rf"^{STAR.pattern}", re.MULTILINE)


class TermExtension(Extension):
    """Links ``terms`` to the page at ``address``; with ``shows``, the page that is rendered is the glossary."""

    def __init__(self) -> None:
        """Begin without terms; a hook sets those of each page's language."""
        super().__init__()
        self.terms: Sequence[Term] = ()
        self.address, self.shows = "", False

    def extendMarkdown(self, md: Markdown) -> None:
        """Register where Python-Markdown's ``abbr`` does."""
        md.parser.blockprocessors.register(_TermBlocks(md, self), "portal_terms", 16)
        md.treeprocessors.register(_TermLinks(md, self), "portal_terms", 7)


class _TermBlocks(BlockProcessor):
    def __init__(self, md: Markdown, extension: TermExtension) -> None:
        super().__init__(md.parser)
        self._extension = extension

    def test(self, parent: etree.Element, block: str) -> bool:
        return START.search(block) is not None

    def run(self, parent: etree.Element, blocks: list[str]) -> bool:
        """Take an explanation out of a block, and show it if this is the glossary."""
        block = blocks[0]
        start = START.search(block)
        found = ABBREVIATION.match(block, start.start()) if start else None
        if not found or not all(group.strip() for group in found.groups()):
            return False
        blocks[:1] = [part.strip("\n") for part in (block[: found.start()], block[found.end() :]) if part.strip()]
        if block[: found.start()].strip():
            self.parser.parseBlocks(parent, [blocks.pop(0)])
        if self._extension.shows:
            name, meaning = (group.strip() for group in found.groups())
            last = self.lastChild(parent)
            entries = last if last is not None and last.tag == "dl" else etree.SubElement(parent, "dl")
            etree.SubElement(entries, "dt", {"id": term_id(name)}).text = name
            etree.SubElement(entries, "dd").text = meaning
        return True


class _TermLinks(Treeprocessor):
    def __init__(self, md: Markdown, extension: TermExtension) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, root: etree.Element) -> None:
        extension = self._extension
        if extension.terms and extension.address and not extension.shows:
            self._left = {term.name: term for term in extension.terms}
            self._link(root)

    def _link(self, element: etree.Element) -> None:
        classes = (element.get("class") or "").split()
        if element.tag in WITHOUT or not WITHOUT_CLASS.isdisjoint(classes) or element.get("lang"):
            return
        self._split(element, "text", element, 0)
        for child in list(element):
            self._link(child)
            self._split(child, "tail", element, list(element).index(child) + 1)

    def _split(self, holder: etree.Element, name: str, parent: etree.Element, index: int) -> None:
        """Make links of the terms in a text or tail, each once."""
        text = getattr(holder, name)
        if not text or isinstance(text, AtomicString) or not self._left:
            return
        pattern = "|".join(chain.from_iterable(map(_spellings, sorted(self._left, key=len, reverse=True))))
        found = re.search(rf"(?<![\w-])(?:{pattern})s?(?![\w-])", text)
        if not found:
            return
        words = found.group()
        spelled = [one for one in self._left if any(words in (one_way, f"{one_way}s") for one_way in _plain(one))]
        term = self._left.pop(spelled[0])
        setattr(holder, name, text[: found.start()])
        link = etree.Element("a", {"class": "term", "href": f"{self._extension.address}#{term.id}"})
        link.set("title", term.meaning)
        shown = etree.SubElement(link, "abbr") if term.name.isupper() else link
        shown.text = AtomicString(words)
        link.tail = text[found.end() :]
        parent.insert(index, link)
        self._split(link, "tail", parent, index + 1)


def _plain(name: str) -> tuple[str, str]:
    """Return how a term is written within a sentence, and at its beginning."""
    return name, name[:1].upper() + name[1:]


def _spellings(name: str) -> tuple[str, str]:
    one, other = map(re.escape, _plain(name))
    return one, other
