"""The checklist: items with a stable id, a title and a text, as they stand in the page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from portal.problems import Problem
from portal.sources import Source

PATH = "admin/checklist.md"
ITEM = re.compile(r"^- \[(.?)\](.*)$")
ITEM_ID = re.compile(r"\{#([\w-]+)\}\s*$")

Content = dict[str, object]  # {"kind": "text", "text": …} or {"kind": "strong", "children": [Content, …]}


@dataclass(frozen=True)
class ChecklistItem:
    """An item: its id in the page, and its blocks; the first holds the title."""

    id: str
    blocks: tuple[Content, ...]


@dataclass(frozen=True)
class Checklist:
    """A checklist: its title, what the page says before it, and its items in order."""

    language: str
    title: str
    intro: tuple[Content, ...]
    items: tuple[ChecklistItem, ...]


def read_checklist(html: str, language: str, page_url: str) -> Checklist:
    """Read the checklist from a page's content.

    ``page_url`` is the page's full address: paper and PDF need links that begin with ``https://``. The paragraph
    that offers the PDF is left out, as is the box: the PDF draws its own.
    """
    body = LexborHTMLParser(f"<main>{html}</main>").css_first("main")
    for node in body.css(".checklist__box, .headerlink"):
        node.decompose()
    for node in body.css("p"):
        if any((link.attributes.get("href") or "").endswith(".pdf") for link in node.css("a")):
            node.decompose()
    heading = body.css_first("h1")
    title = heading.text().strip() if heading else ""
    items = tuple(
        ChecklistItem(item.attributes.get("id") or "", tuple(_blocks(item, page_url)))
        for item in body.css("ul.checklist > li")
    )
    for node in [heading, *body.css("ul.checklist")]:
        if node:
            node.decompose()
    return Checklist(language, title, tuple(_blocks(body, page_url)), items)


def check_checklist(source: Source) -> Iterator[Problem]:
    """Yield a problem for each checklist item without an id or a title, with an id twice, or ticked in the source."""
    seen: dict[str, int] = {}
    for line in source.lines:
        match = ITEM.match(line.text)
        if not match:
            continue
        place = line.place(0, len(line.text))
        found = ITEM_ID.search(match.group(2))
        if match.group(1) != " ":
            yield Problem("checklist-item", place, "an item begins with an empty box", "write `- [ ] **Title** {#id}`")
        if not found:
            hint = "write one at the end of the line, the same in both languages: {#plan}"
            yield Problem("checklist-item", place, "this item has no id", hint)
            continue
        if not re.search(r"\*\*[^*]+\*\*", match.group(2)):
            yield Problem("checklist-item", place, "this item has no bold title", "write `- [ ] **Title** {#id}`")
        if found.group(1) in seen:
            hint = f"the first is in line {seen[found.group(1)]}"
            yield Problem("checklist-item", place, f"the id {found.group(1)} stands here twice", hint)
        seen[found.group(1)] = line.number


def plain_text(content: Content | tuple[Content, ...]) -> str:
    """Return the words of a piece of content, block by block on lines of their own."""
    if isinstance(content, tuple):
        return "\n".join(map(plain_text, content))
    separator = "\n" if content["kind"] in ("list", "enum", "item", "note") else ""
    return str(content.get("text", "")) + separator.join(map(plain_text, content.get("children", ())))


INLINE = {"strong": "strong", "b": "strong", "em": "emph", "i": "emph", "code": "code", "a": "link", "br": "break"}
BLOCKS = {"p": "par", "ul": "list", "ol": "enum", "li": "item", "div": "note"}


def _blocks(node: LexborNode, base: str) -> Iterator[Content]:
    """Yield the block content of a node; loose inline content becomes a paragraph."""
    loose: list[Content] = []
    for child in node.iter(include_text=True):
        if child.tag in BLOCKS:
            if any(plain_text(part).strip() for part in loose):
                yield {"kind": "par", "children": loose}
            loose = []
            yield _block(child, base)
        else:
            loose += _inline(child, base)
    if any(plain_text(part).strip() for part in loose):
        yield {"kind": "par", "children": loose}


def _block(node: LexborNode, base: str) -> Content:
    kind = BLOCKS[node.tag]
    if kind == "par":
        children = _children(node, base)
        is_title = "admonition-title" in (node.attributes.get("class") or "")
        return {"kind": kind, "children": [{"kind": "strong", "children": children}] if is_title else children}
    content: Content = {"kind": kind, "children": list(_blocks(node, base))}
    if kind == "note":
        content["type"] = (node.attributes.get("class") or "").removeprefix("admonition").strip()
    return content


def _children(node: LexborNode, base: str) -> list[Content]:
    return [part for child in node.iter(include_text=True) for part in _inline(child, base)]


def _inline(node: LexborNode, base: str) -> list[Content]:
    if node.tag == "-text":
        return [{"kind": "text", "text": re.sub(r"\s+", " ", node.text())}]
    if node.tag not in INLINE:
        return _children(node, base)
    content: Content = {"kind": INLINE[node.tag], "children": _children(node, base)}
    if node.tag == "a":
        content["url"] = urljoin(base, node.attributes.get("href") or "")
    return [content]
