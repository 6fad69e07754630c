"""Built pages: their links, ids and words as a browser without JavaScript reads them."""

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from portal.site.links import Link, links_of

READ_ATTRIBUTES = ("alt", "title", "aria-label", "placeholder")
DATA_ATTRIBUTE = re.compile(r'\sdata-[\w-]+="([^"]*)"')
# Each stops at the next beginning of its kind, or a page of nothing but beginnings would take the square of its length.
H1 = re.compile(r"<h1\b[^<>]*+>", re.IGNORECASE)
H1_END = re.compile(r"</h1>", re.IGNORECASE)
TAG = re.compile(r"<[^<>]*+>")
CODE = "\ufffc"  # U+FFFC, OBJECT REPLACEMENT CHARACTER
CODE_ELEMENTS = "code, pre, kbd, samp, textarea"
FEED_TYPES = ("application/atom+xml", "application/rss+xml")


@dataclass(frozen=True)
class Head:
    """What a page says of itself to machines."""

    canonical: tuple[str, ...] = ()
    alternates: tuple[tuple[str, str], ...] = ()  # (hreflang, address)
    refresh: str | None = None  # where a meta element sends the reader
    indexed: bool = True  # no "noindex"
    feeds: tuple[str, ...] = ()  # addresses


class Image(NamedTuple):
    """An image of a page: its address, and whether it says its width and height."""

    address: str
    is_sized: bool


@dataclass(frozen=True)
class BuiltPage:
    """A page of the site. ``path`` is relative to the site: ``en/admin/index.html``."""

    path: str
    html: str = field(repr=False)

    @property
    def ids(self) -> frozenset[str]:
        """Every name that a fragment can point at."""
        return self._reading.ids

    def has(self, fragment: str) -> bool:
        """Whether ``fragment`` leads to a place in this page (HTML Living Standard, "scrolling to a fragment")."""
        return not fragment or fragment.lower() == "top" or fragment in self.ids

    @property
    def repeated_ids(self) -> tuple[str, ...]:
        """Every id that more than one element has."""
        return self._reading.repeated_ids

    @property
    def links(self) -> tuple[Link, ...]:
        """Every address in the page, in document order, each once."""
        return self._reading.links

    @property
    def images(self) -> tuple[Image, ...]:
        """Every ``<img>`` of the page, in document order."""
        return self._reading.images

    @property
    def base(self) -> str:
        """The address that relative ones are relative to, as <base> gives it, or an empty string."""
        return self._reading.base

    @property
    def head(self) -> Head:
        """Canonical address, alternates, redirect, and whether search engines may list it."""
        return self._reading.head

    @property
    def text(self) -> str:
        """What a reader sees or hears: title, description, text, and the attributes that are read out."""
        return self._reading.text

    @property
    def article(self) -> str:
        """The text of the article as a browser shows it, with ``CODE`` in place of each piece of code."""
        return self._reading.article

    @property
    def data(self) -> str:
        """What only machines read: inline data, ``data-`` attributes, the content of meta elements."""
        return self._reading.data

    @property
    def title(self) -> str:
        """The words of the first heading, or an empty string."""
        # A hundred times as fast as parsing, for a hint that may need all pages.
        if (begin := H1.search(self.html)) and (end := H1_END.search(self.html, begin.end())):
            return " ".join(unescape(TAG.sub("", self.html[begin.end() : end.start()])).split())
        return ""

    @cached_property
    def headings(self) -> tuple[tuple[str, str], ...]:
        """The id (or an empty string) and the words of each heading."""
        nodes = LexborHTMLParser(self.html).css("h1, h2, h3, h4, h5, h6")
        return tuple((node.attributes.get("id") or "", " ".join(node.text().split())) for node in nodes)

    @cached_property
    def _reading(self) -> "_Reading":
        return _read(self.html)

    def find(self, words: str) -> tuple[int, int]:
        """Return the line and column of the HTML file where ``words`` first stands, or (0, 1)."""
        before, found, _ = self.html.partition(words) if words else ("", "", "")
        return (before.count("\n") + 1, len(before) - before.rfind("\n")) if found else (0, 1)


@dataclass(frozen=True)
class _Reading:
    ids: frozenset[str]
    repeated_ids: tuple[str, ...]
    links: tuple[Link, ...]
    images: tuple[Image, ...]
    base: str
    head: Head
    text: str
    article: str
    data: str


def _read(html: str) -> _Reading:
    """Parse a page once and take from it all that the checks ask for."""
    tree = LexborHTMLParser(html)
    if "<template" in html:  # inert until a script copies it (HTML Living Standard, "The template element")
        for node in tree.css("template"):
            node.decompose()
    counts = Counter(node.attributes["id"] for node in tree.css("[id]"))
    names = {node.attributes.get("name") for node in tree.css("a[name]")} if " name=" in html else set()
    base = next((node.attributes.get("href") or "" for node in tree.css("base[href]")), "") if "<base" in html else ""
    links, head = tuple(dict.fromkeys(links_of(tree))), _head(tree)
    images = tuple(_image(node.attributes) for node in tree.css("img"))
    data = [node.text() for node in tree.css("script[type*=json]")]
    data += [
        node.attributes.get("content") or ""
        for node in tree.css("meta[property], meta[name]")
        if (node.attributes.get("name") or "").lower() not in ("description", "generator")
    ]
    data += DATA_ATTRIBUTE.findall(html)
    for node in tree.css("script, style, noscript, svg"):
        node.decompose()
    words = [node.text() for node in tree.css("title")]
    words += [node.attributes.get("content") or "" for node in tree.css("meta[name=description]")]
    words.append(tree.body.text(separator=" ") if tree.body else "")  # or the words of neighbouring cells run together
    for name in READ_ATTRIBUTES:
        words += [node.attributes.get(name) or "" for node in tree.css(f"[{name}]")]
    repeated = tuple(name for name, count in counts.items() if name and count > 1)
    ids = frozenset(filter(None, {*counts, *names}))
    text, found = "\n".join(filter(None, words)), "\n".join(filter(None, data))
    return _Reading(ids, repeated, links, images, base, head, text, _article(tree), found)


def _article(tree: LexborHTMLParser) -> str:
    """Return the text of the article, of the main part or of all; what is code in the tree is gone afterwards."""
    article = tree.css_first("article") or tree.css_first("main") or tree.body
    for node in article.css(CODE_ELEMENTS) if article else ():
        node.replace_with(CODE)
    return article.text() if article else ""


def _image(attributes: dict[str, str | None]) -> Image:
    return Image((attributes.get("src") or "").strip(), {"width", "height"} <= attributes.keys())


def _head(tree: LexborHTMLParser) -> Head:
    canonical, alternates, feeds = [], [], []
    for node in tree.css("link[rel]"):
        rel, href = (node.attributes["rel"] or "").lower().split(), node.attributes.get("href") or ""
        if "canonical" in rel:
            canonical.append(href)
        elif "alternate" in rel and (language := node.attributes.get("hreflang")):
            alternates.append((language, href))
        elif "alternate" in rel and (node.attributes.get("type") or "").lower() in FEED_TYPES:
            feeds.append(href)
    refreshes = [node.attributes.get("content") or "" for node in tree.css("meta[http-equiv=refresh i]")]
    # HTML Living Standard, "shared declarative refresh steps": "0; url=address"; without an address, the page reloads.
    targets = [re.sub(r"^[\s\d.]*[;,]?\s*(?:url\s*=\s*)?[\"']?|[\"']\s*$", "", text, flags=re.I) for text in refreshes]
    robots = " ".join(node.attributes.get("content") or "" for node in tree.css("meta[name=robots]"))
    refresh, indexed = next(filter(None, targets), None), "noindex" not in robots.lower()
    return Head(tuple(canonical), tuple(alternates), refresh, indexed, tuple(feeds))
