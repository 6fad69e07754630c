"""The checklist as its page has it: read from the rendered HTML, so that page, PDF and JSON have the same words."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NotRequired, TypedDict
from urllib.parse import quote, urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from portal.problems.messages import say


class Content(TypedDict):
    """A piece of a page: ``{"kind": "text", "text": …}`` or ``{"kind": "strong", "children": [Content, …]}``."""

    kind: str
    text: NotRequired[str]
    children: NotRequired[list["Content"]]
    id: NotRequired[str]  # of an item
    level: NotRequired[int]  # of a heading
    start: NotRequired[int]  # of a numbered list
    url: NotRequired[str]  # of a link


INLINE = {"strong": "strong", "b": "strong", "em": "emph", "i": "emph", "code": "code", "a": "link", "br": "break"}
BLOCKS = {"p": "par", "ul": "list", "ol": "enum", "li": "item", "div": "group", "blockquote": "note"}
BLOCKS |= {f"h{level}": "heading" for level in range(1, 7)}
PLAIN = set(
    [
        "-text",
        "abbr",
        "bdi",
        "cite",
        "data",
        "del",
        "dfn",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "sub",
        "sup",
        "time",
        "u",
        "var",
        "wbr",
    ]
)
SILENT = {"-comment", "script", "style", "template"}
HTML_SPACE = re.compile(r"[ \t\n\f\r]+")  # HTML Living Standard, ASCII whitespace: a no-break space is none
URL_CHARS = "!#$%&'()*+,/:;=?@[]~"


class ChecklistPdfError(Exception):
    """The PDF could not be made; ``message`` says why.

    ``words`` are the words that an editor finds the place by; ``hint`` is what mends it.
    """

    def __init__(self, message: str, words: str = "", hint: str = "") -> None:
        """Keep the three apart: a report sets them in places of their own."""
        super().__init__(message)
        self.message, self.words, self.hint = message, words, hint


@dataclass(frozen=True)
class ChecklistItem:
    """An item: its id in the page, and its blocks; the first holds the title."""

    id: str
    blocks: tuple[Content, ...]

    @property
    def title(self) -> str:
        """The words in bold that the item begins with; without any, its first paragraph."""
        first = self.blocks[:1]
        bold = next((node for node in walk(first) if node["kind"] == "strong"), None)
        return plain_text(bold or first).strip()

    @property
    def text(self) -> str:
        """What the item says after its title, a block per line."""
        return plain_text(self.blocks).strip().removeprefix(self.title).strip()


@dataclass(frozen=True)
class Checklist:
    """A checklist: its title, and the page's blocks in order. A block of the kind ``checklist`` holds items."""

    language: str
    title: str
    blocks: tuple[Content, ...]

    @property
    def items(self) -> tuple[ChecklistItem, ...]:
        """The items of all the page's checklists, in order."""
        lists = [node for node in walk(self.blocks) if node["kind"] == "checklist"]
        return tuple(ChecklistItem(item["id"], tuple(item["children"])) for node in lists for item in node["children"])

    def to_json(self) -> str:
        """Return the checklist for other systems. ``schema`` rises when a name or a meaning changes."""
        items = [{"id": item.id, "title": item.title, "text": item.text} for item in self.items]
        document = {"schema": 1, "language": self.language, "title": self.title, "items": items}
        return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def read_checklist(html: str, language: str, page_url: str) -> Checklist:
    """Read the checklist from a page's content.

    ``page_url`` is the page's full address: paper and PDF need links that begin with ``https://``. The paragraph
    that offers the page's own PDF is left out, as is the box: the PDF draws its own. Raises ChecklistPdfError for
    what the PDF can't show.
    """
    body = LexborHTMLParser(f"<main>{html}</main>").css("main")[0]
    for node in body.css(".checklist__box, .headerlink"):
        node.decompose()
    own = page_url.rstrip("/").removesuffix(".html") + ".pdf"
    for node in body.css("p"):
        if any(urljoin(page_url, link.attributes.get("href") or "") == own for link in node.css("a")):
            node.decompose()
    heading = body.css_first("h1")
    title = HTML_SPACE.sub(" ", heading.text()).strip() if heading else ""
    if heading:
        heading.decompose()
    return Checklist(language, title, tuple(_blocks(body, page_url)))


def plain_text(content: Content | Iterable[Content]) -> str:
    """Return the words of a piece of content, block by block on lines of their own."""
    if not isinstance(content, dict):
        return "\n".join(map(plain_text, content))
    if content["kind"] == "break":
        return "\n"
    separator = "\n" if content["kind"] in ("list", "enum", "item", "note", "checklist") else ""
    return str(content.get("text", "")) + separator.join(map(plain_text, content.get("children", ())))


def walk(content: Iterable[Content]) -> Iterator[Content]:
    """Yield each piece of content, in reading order, outer ones first."""
    for node in content:
        yield node
        yield from walk(node.get("children", ()))


def _blocks(node: LexborNode, base: str) -> Iterator[Content]:
    """Yield the block content of a node; loose inline content becomes a paragraph."""
    loose: list[Content] = []
    for child in node.iter(include_text=True):
        if child.tag in BLOCKS:
            yield from _paragraph(loose)
            loose = []
            yield from _block(child, base)
        else:
            loose += _inline(child, base)
    yield from _paragraph(loose)


def _paragraph(children: list[Content], kind: str = "par") -> Iterator[Content]:
    """Yield the paragraph of these children, unless it is empty."""
    _collapse_spaces(children)
    if plain_text(children).strip():
        yield {"kind": kind, "children": children}


def _block(node: LexborNode, base: str) -> Iterator[Content]:
    tag = node.tag or ""
    kind = BLOCKS[tag]
    classes = (node.attributes.get("class") or "").split()
    if kind == "par":
        children = _children(node, base)
        yield from _paragraph([{"kind": "strong", "children": children}] if "admonition-title" in classes else children)
    elif kind == "heading":
        for found in _paragraph(_children(node, base), kind):
            found["level"] = int(tag[1])
            yield found
    elif kind == "group" and "admonition" not in classes:
        yield from _blocks(node, base)
    elif "checklist" in classes:
        yield {"kind": "checklist", "children": list(_items(node, base))}
    else:
        content: Content = {"kind": "note" if kind == "group" else kind, "children": list(_blocks(node, base))}
        if kind == "enum":
            content["start"] = int(node.attributes.get("start") or 1)
        yield content


def _items(node: LexborNode, base: str) -> Iterator[Content]:
    """Yield the items of a checklist; one without an id has none to be found by, and is told by the sources' check."""
    for child in node.iter():
        blocks = list(_blocks(child, base))
        identifier = child.attributes.get("id")
        if not identifier or not blocks:
            hint = say("write `- [ ] **Title** {{#id}}`")
            raise ChecklistPdfError(say("this item has no id"), plain_text(blocks)[:30], hint)
        yield {"kind": "item", "id": identifier, "children": blocks}


def _children(node: LexborNode, base: str) -> list[Content]:
    return [part for child in node.iter(include_text=True) for part in _inline(child, base)]


def _inline(node: LexborNode, base: str) -> list[Content]:
    if node.tag in SILENT:
        return []
    if node.tag == "-text":
        return [{"kind": "text", "text": HTML_SPACE.sub(" ", node.text())}]
    if node.tag not in PLAIN | INLINE.keys():
        words = " ".join(node.text().split()[:4]) or node.attributes.get("src") or f"<{node.tag}"
        hint = say("write it as text or as a list, or move it to another page and link there")
        raise ChecklistPdfError(say("the PDF can't show the element <{tag}>", tag=node.tag), words, hint)
    children = _children(node, base)
    if node.tag in PLAIN:
        return children
    if node.tag == "a":
        if not (node.attributes.get("href") and plain_text(children).strip()):
            return children
        url = quote(urljoin(base, node.attributes["href"]), safe=URL_CHARS)  # ISO 32000-1, 12.6.4.7: in 7-bit ASCII
        return [{"kind": "link", "children": children, "url": url}]
    return [{"kind": INLINE[node.tag], "children": children}]


def _collapse_spaces(children: list[Content]) -> None:
    """Collapse spaces across elements, and take those away that begin or end a line, as a browser does."""
    last: Content | None = None
    at_start = True
    for leaf in walk(children):
        if leaf["kind"] == "break":
            at_start = True
        elif leaf["kind"] == "text":
            if at_start:
                leaf["text"] = leaf["text"].lstrip(" ")
            if leaf["text"]:
                last, at_start = leaf, leaf["text"].endswith(" ")
    if last:
        last["text"] = last["text"].rstrip(" ")
