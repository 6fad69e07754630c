"""Reads the checklist from the rendered page, so that page, PDF and JSON have the same text."""

import re
from collections.abc import Iterator
from urllib.parse import quote, urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from portal.problems.messages import say
from portal.publishing.checklist.content import Checklist, ChecklistPdfError, Content, plain_text, walk

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
HIDDEN = {"-comment", "script", "style", "template"}
HTML_SPACE = re.compile(r"[ \t\n\f\r]+")  # HTML Living Standard, ASCII whitespace: excludes no-break spaces
URL_CHARS = "!#$%&'()*+,/:;=?@[]~"


def read_checklist(html: str, language: str, page_url: str) -> Checklist:
    """Read the checklist from a page's content.

    ``page_url`` is the page's full address, which makes links absolute. Paragraphs that link to the page's own PDF are
    left out, as are the boxes, since the PDF draws its own. Raises ChecklistPdfError for what the PDF can't show.
    """
    body = LexborHTMLParser(f"<main>{html}</main>").css("main")[0]
    informing = {node.parent.attributes.get("id") for node in body.css("li > .checklist__info") if node.parent}
    for node in body.css(".checklist__box, .checklist__info, .headerlink"):
        node.decompose()
    own = page_url.rstrip("/").removesuffix(".html") + ".pdf"
    for node in body.css("p"):
        if any(urljoin(page_url, link.attributes.get("href") or "") == own for link in node.css("a")):
            node.decompose()
    heading = body.css_first("h1")
    title = HTML_SPACE.sub(" ", heading.text()).strip() if heading else ""
    if heading:
        heading.decompose()
    blocks = tuple(_blocks(body, page_url))
    for item in walk(blocks):
        if item["kind"] == "item" and item.get("id") in informing:
            item["informs"] = True
    return Checklist(language, title, blocks)


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
    """Yield a paragraph with these children, unless it is empty."""
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
    """Yield the items of a checklist. Raises ChecklistPdfError for one without an id."""
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
    if node.tag in HIDDEN:
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
    """Collapse spaces across elements, and remove those at the ends of lines, as browsers do."""
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
