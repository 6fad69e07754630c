"""A built site: its pages as a browser reads them, and its files. Works on the output of any generator."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from portal.languages import Language, language_of

# HTML Living Standard, "Attributes" index: attributes whose value is a URL, by element.
URL_ATTRIBUTES = {
    "a": ("href",),
    "area": ("href",),
    "audio": ("src",),
    "embed": ("src",),
    "form": ("action",),
    "iframe": ("src",),
    "img": ("src", "srcset"),
    "input": ("src",),
    "link": ("href",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "video": ("src", "poster"),
}
READ_ATTRIBUTES = ("alt", "title", "aria-label", "placeholder")
BLOCK = re.compile(r"</?(?:p|div|li|d[dlt]|t[dhr]|h[1-6]|[uo]l|br|hr|section|article|header|footer|nav|pre|option)\b[^>]*>")
CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']""")


@dataclass(frozen=True)
class Link:
    """An address as it stands in a page: the element it is in, and what it points at."""

    tag: str
    target: str
    rel: str = ""

    @property
    def loads(self) -> bool:
        """Whether a browser fetches this by itself (an image, a script), without a reader's choice."""
        if self.tag == "link":
            return not {"canonical", "alternate", "prev", "next", "license", "author"} & set(self.rel.split())
        return self.tag not in ("a", "area", "form")


@dataclass(frozen=True)
class BuiltPage:
    """A page of the site. ``path`` is relative to the site: ``en/admin/index.html``."""

    path: str
    html: str

    @property
    def language(self) -> Language:
        """The language that the page is published in."""
        return language_of(self.path)

    @property
    def url(self) -> str:
        """The site path under which readers open the page: ``en/admin/``."""
        return self.path.removesuffix("index.html")

    @cached_property
    def _tree(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.html)

    @cached_property
    def ids(self) -> frozenset[str]:
        """Every name that a fragment can point at."""
        nodes = self._tree.css("[id], a[name]")
        return frozenset(filter(None, (node.attributes.get("id") or node.attributes.get("name") for node in nodes)))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every address in the page, in document order by element."""
        return tuple(self._links())

    def _links(self) -> Iterator[Link]:
        for tag, names in URL_ATTRIBUTES.items():
            for node in self._tree.css(tag):
                for name in names:
                    value = node.attributes.get(name)
                    if value is None:
                        continue
                    targets = [part.split()[0] for part in value.split(",") if part.strip()] if name == "srcset" else [value]
                    yield from (Link(tag, target.strip(), node.attributes.get("rel") or "") for target in targets)

    @cached_property
    def text(self) -> str:
        """What a reader sees or hears: title, description, text, and the attributes that are read out."""
        root = LexborHTMLParser(BLOCK.sub(r"\n\g<0>", self.html))  # or the words of neighbouring cells run together
        for node in root.css("script, style, template, noscript"):
            node.decompose()
        parts = [root.css_first("title").text() if root.css_first("title") else ""]
        parts += [node.attributes.get("content") or "" for node in root.css("meta[name=description]")]
        parts.append(root.body.text() if root.body else "")
        for name in READ_ATTRIBUTES:
            parts += [node.attributes.get(name) or "" for node in root.css(f"[{name}]")]
        return "\n".join(filter(None, parts))

    def find(self, words: str) -> tuple[int, int]:
        """Return the line and column of the HTML file where ``words`` first stands, or (0, 1)."""
        before, found, _ = self.html.partition(words)
        return (before.count("\n") + 1, len(before) - before.rfind("\n")) if found else (0, 1)


class Site:
    """The files of a built site, and its pages read once."""

    def __init__(self, root: Path) -> None:
        """Read the site in the folder ``root``."""
        self.root = root
        self.files = frozenset(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
        self.pages = {path: BuiltPage(path, self.read(path)) for path in sorted(self.files) if path.endswith(".html")}

    def read(self, path: str) -> str:
        """Return a text file of the site; bytes that are not UTF-8 become U+FFFD."""
        return (self.root / path).read_text("utf-8", errors="replace")

    def stylesheet_links(self) -> Iterator[tuple[str, str]]:
        """Yield (stylesheet, address) for each ``url()`` and ``@import`` in the site's stylesheets."""
        for path in sorted(self.files):
            if path.endswith(".css"):
                for match in CSS_URL.finditer(self.read(path)):
                    yield path, match.group(1) or match.group(2)

