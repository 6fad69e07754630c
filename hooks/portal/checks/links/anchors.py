"""Anchors: whether a page or PDF has the place that a #name points at, and what was probably meant where it has not."""

import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from portal.checks.links.crossings import pages_allowed
from portal.checks.links.nearby import CLOSE
from portal.problems import nearest
from portal.problems.messages import Message, say
from portal.site.links import Link
from portal.site.locate import Locator
from portal.site.page import BuiltPage
from portal.site.pdfs import Pdf
from portal.site.resolve import Target
from portal.site.site import Site


def has_anchor(target: Target, site: Site, pdfs: Mapping[str, Pdf]) -> bool:
    """Whether the fragment of an internal target leads to a place in its file, so far as that is a page or a PDF."""
    there = site.pages.get(target.path) or pdfs.get(target.path)
    return not target.fragment or there is None or there.has(target.fragment)


def no_anchor(words: str, target: Target, pdfs: Mapping[str, Pdf]) -> Message:
    """Return the message for a link, written as ``words``, to an anchor that is not there."""
    if target.path in pdfs:
        return say("{link} leads to a place that the PDF has not", link=words)
    return say("{link} leads to a page without #{id}", link=words, id=target.fragment)


class Anchors:
    """Proposes the nearest anchor: by the text of a heading, by edit distance, by its name in another page."""

    def __init__(self, site: Site, locator: Locator) -> None:
        self._site, self._locator = site, locator
        self._nearest = lru_cache(maxsize=None)(nearest)
        self._headings = lru_cache(maxsize=None)(self._read_headings)

    def hint(self, page: BuiltPage, link: Link, path: str, fragment: str) -> str:
        """Return the hint for a link of ``page`` to an anchor that the page ``path`` has not."""
        there = self._site.pages[path]
        words = (link.name or "").casefold()
        if alike := _spelt_otherwise(fragment, there):
            return alike
        for id_, heading in there.headings:
            if id_ and words and heading.casefold() == words:
                return say("write #{id}", id=id_)
        if near := self._nearest(fragment, tuple(sorted(there.ids)), CLOSE):
            return say("write #{id}", id=near)
        if elsewhere := self._elsewhere(page, link, words, fragment):
            return say("it stands in another page: write {link}", link=elsewhere)
        return say("give the heading that is meant an id: {{#{id}}}", id=fragment)

    def _elsewhere(self, page: BuiltPage, link: Link, words: str, fragment: str) -> str:
        """Return the link to the one page that has a heading of the link's text, or the anchor; "" where none is."""
        written = self._locator.pages_from(page, link.target)
        pages = pages_allowed(self._site, page.path, written)
        by_words = [(path, id_) for path, id_ in self._headings(pages).get(words, ()) if id_] if words else []
        by_name = [(path, fragment) for path in pages if fragment in self._site.pages[path].ids]
        for found in (by_words, by_name):
            if len(found) == 1:
                [(path, id_)] = found
                return f"{written[path]}#{id_}"
        return ""

    def _read_headings(self, paths: tuple[str, ...]) -> dict[str, list[tuple[str, str]]]:
        headings = defaultdict(list)
        for path in paths:
            for id_, words in self._site.pages[path].headings:
                headings[words.casefold()].append((path, id_))
        return headings


def _spelt_otherwise(fragment: str, page: BuiltPage) -> str:
    """Return how an anchor differs that looks almost like an existing one."""
    for id_ in sorted(page.ids):
        if unicodedata.normalize("NFC", id_) == unicodedata.normalize("NFC", fragment):
            return say("type #{id} again: the two look alike, and their letters are put together otherwise", id=id_)
        if _folded(id_) == _folded(fragment):
            return say("write #{id}: anchors tell upper from lower case", id=id_)
    return ""


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
