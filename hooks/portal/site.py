"""A built site: its pages as a browser reads them, and its files. Works on the output of any generator."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

# HTML Living Standard, "Attributes" index: attributes whose value is a URL, by element.
URL_ATTRIBUTES = {
    "a": ("href",),
    "area": ("href",),
    "audio": ("src",),
    "embed": ("src",),
    "form": ("action",),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src", "srcset"),
    "input": ("src",),
    "link": ("href",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
READ_ATTRIBUTES = ("alt", "title", "aria-label", "placeholder")
DATA_ATTRIBUTE = re.compile(r'\sdata-[\w-]+="([^"]*)"')
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
    def ids(self) -> frozenset[str]:
        """Every name that a fragment can point at."""
        return self._reading.ids

    @property
    def links(self) -> tuple[Link, ...]:
        """Every address in the page, in document order by element."""
        return self._reading.links

    @property
    def text(self) -> str:
        """What a reader sees or hears: title, description, text, and the attributes that are read out."""
        return self._reading.text

    @property
    def data(self) -> str:
        """What only machines read: inline data, ``data-`` attributes, the content of meta elements."""
        return self._reading.data

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
    links: tuple[Link, ...]
    text: str
    data: str


def _read(html: str) -> _Reading:
    """Parse a page once and take from it all that the checks ask for."""
    tree = LexborHTMLParser(html)
    named = (node.attributes.get("id") or node.attributes.get("name") for node in tree.css("[id], a[name]"))
    ids, links = frozenset(filter(None, named)), tuple(_links(tree))
    data = [node.text() for node in tree.css("script[type*=json]")]
    data += [
        node.attributes.get("content") or "" for node in tree.css("meta[property], meta[name]:not([name=description])")
    ]
    data += DATA_ATTRIBUTE.findall(html)
    for node in tree.css("script, style, template, noscript, svg"):
        node.decompose()
    words = [node.text() for node in tree.css("title")]
    words += [node.attributes.get("content") or "" for node in tree.css("meta[name=description]")]
    words.append(tree.body.text(separator=" ") if tree.body else "")  # or the words of neighbouring cells run together
    for name in READ_ATTRIBUTES:
        words += [node.attributes.get(name) or "" for node in tree.css(f"[{name}]")]
    return _Reading(ids, links, "\n".join(filter(None, words)), "\n".join(filter(None, data)))


def _links(tree: LexborHTMLParser) -> Iterator[Link]:
    for css in [node.attributes["style"] or "" for node in tree.css("[style]")] + [
        node.text() for node in tree.css("style")
    ]:
        yield from (Link("style", match.group(1) or match.group(2)) for match in CSS_URL.finditer(css))
    for tag, names in URL_ATTRIBUTES.items():
        for node in tree.css(tag):
            for name in names:
                value = node.attributes.get(name)
                if value is not None:
                    # HTML Living Standard, "srcset attributes": a comma parts candidates only behind a space or a descriptor.
                    parts = re.split(r",\s+|(?<=[xw]),", value) if name == "srcset" else ()
                    targets = [part.split()[0] for part in parts if part.strip()] if name == "srcset" else [value]
                    yield from (Link(tag, target.strip(), node.attributes.get("rel") or "") for target in targets)


class Site:
    """The files of a built site, and its pages read once."""

    def __init__(self, root: Path, project: Path | None = None) -> None:
        """Read the site in the folder ``root``. Places in it are named from ``project`` on, where it lies inside."""
        self.root = root
        inside = project and root.is_relative_to(project)
        self.label = root.relative_to(project).as_posix() if inside else root.as_posix()
        self.files = frozenset(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
        self.pages = {path: BuiltPage(path, self.read(path)) for path in sorted(self.files) if path.endswith(".html")}

    def read(self, path: str) -> str:
        """Return a text file of the site; bytes that are not UTF-8 become U+FFFD."""
        return (self.root / path).read_text("utf-8", errors="replace")

    def stylesheet_links(self) -> Iterator[tuple[str, str]]:
        """Yield (stylesheet, address) for each ``url()`` and ``@import`` in the site's stylesheets."""
        for path in sorted(self.files):
            if path.endswith(".css"):
                for match in CSS_URL.finditer(CSS_COMMENT.sub("", self.read(path))):
                    yield path, match.group(1) or match.group(2)
