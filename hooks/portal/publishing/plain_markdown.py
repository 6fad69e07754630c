"""Markdown from the article of a built page: what readers see, for programs and for whoever passes a text on.

The output is CommonMark with tables, task lists and footnotes as GitHub reads them. It is made from HTML and not from
the sources, so it has facts, passages and set quotes in place, and none of an editor's syntax.
"""

import re
from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from portal.publishing.search_text import INVISIBLE, WITHIN_LINES

# What readers don't see, and what only scripts or eyes use. Forms are tools, and told in a sentence instead.
LEFT_OUT = (
    "script, style, noscript, template, dialog, button, [hidden]:not([hidden=until-found], form), [role=status],"
    "[role=doc-backlink], .calc-without, .copy-link, .checklist-tools"
)
DRAWING = "svg[role=img]"
BOXES = {"checklist__box": "[ ] ", "tasks__box": "[ ] ", "tasks__box tasks__box--done": "[x] "}
MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "del": "~~"}
CODE = ("code", "kbd", "samp")
INLINE = WITHIN_LINES | {"img", "br", "input", "label", "del", "ins"}
BLANKS = re.compile(r"[ \t\r\n\f\u00a0\u202f]+")
SPECIAL = re.compile(r"[\\`*\[\]<]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)")
FIRST = re.compile(r"\A([#>+-]|\d{1,9}(?=[.)]\s))(?!\w)")  # what would begin another block at the start of a line
INDENT = " " * 4


class MarkdownWriter:
    """Writes the Markdown of one page."""

    def __init__(self, resolve: Callable[[str], str], tool: str, drawing: str) -> None:
        """Take what makes an address absolute, and the sentences for a tool and a drawing, with ``{link}``."""
        self._resolve, self._tool, self._drawing = resolve, tool, drawing
        self._section = ("", "")  # the id and the words of the heading before

    def write(self, html: str) -> str:
        """Return the article of a page as Markdown, ending with a line feed."""
        tree = LexborHTMLParser(html)
        article = tree.css_first("article") or tree.css_first("main") or tree.body
        for node in article.css(LEFT_OUT) if article else ():
            node.decompose()
        return "\n\n".join(self._blocks(article)) + "\n" if article else ""

    def _blocks(self, parent: LexborNode) -> list[str]:
        """Return the blocks in an element; what stands between them within lines is one of its own."""
        found: list[str] = []
        line: list[str] = []
        for child in (*parent.iter(include_text=True), None):
            tag = child.tag or "" if child else ""
            if child and (tag == "-text" or tag in INLINE):
                line.append(self._inline(child))
                continue
            if text := _joined(line):
                found.append(_begun(text))
            line = []
            if child and not tag.startswith(("-", "!", "_")):
                found += filter(None, self._block(child, tag))
        return found

    def _block(self, node: LexborNode, tag: str) -> Iterator[str]:
        drawing = node if tag == "svg" else node.css_first(DRAWING) if tag == "figure" else None
        if re.fullmatch("h[1-6]", tag):
            self._section = (node.attributes.get("id") or "", self._line(node))
            yield f"{'#' * int(tag[1])} {self._section[1]}"
        elif tag in ("p", "summary", "figcaption", "caption", "legend", "address", "dt"):
            text = self._line(node)
            is_title = tag in ("summary", "dt") or "admonition-title" in (node.attributes.get("class") or "")
            yield f"**{text.replace('**', '')}**" if is_title and text else _begun(text)
        elif tag in ("ul", "ol"):
            yield self._list(node, tag)
        elif tag == "table":
            yield from self._table(node)
        elif tag == "pre":
            yield _fenced(node)
        elif tag in ("blockquote", "details") or "admonition" in (node.attributes.get("class") or "").split():
            yield "\n".join(f"> {line}".rstrip() for line in "\n\n".join(self._blocks(node)).split("\n"))
        elif tag == "hr":
            yield "---"
        elif tag in ("form", "video"):
            yield self._pointer(self._tool, node.attributes.get("aria-label") or "")
        elif drawing is not None:
            yield from self._drawn(node, drawing)
        else:
            yield from self._blocks(node)

    def _pointer(self, sentence: str, name: str) -> str:
        """Return a sentence that leads to the section of the page that the writer is in."""
        address = self._resolve(f"#{self._section[0]}" if self._section[0] else "")
        return sentence.replace("{link}", f"[{_escaped(name) or self._section[1]}]({_target(address)})")

    def _drawn(self, node: LexborNode, drawing: LexborNode) -> Iterator[str]:
        """Yield what a drawing says in words: its name, its description, its caption."""
        if drawing.attributes.get("role") == "img":
            title, text = drawing.css_first("title"), drawing.css_first("desc")
            name = (title.text() if title else "") or drawing.attributes.get("aria-label") or ""
            words = self._pointer(self._drawing, _plain(name))
            yield f"{words} {_escaped(_plain(text.text()))}" if text else words
        caption = node.css_first("figcaption") if node is not drawing else None
        yield self._line(caption) if caption else ""

    def _list(self, node: LexborNode, tag: str) -> str:
        items, is_notes = [], "footnotes__list" in (node.attributes.get("class") or "")
        start = int(node.attributes.get("start") or 1) if (node.attributes.get("start") or "1").isdecimal() else 1
        for number, item in enumerate((item for item in node.iter() if item.tag == "li"), start):
            marker = f"[^{number}]: " if is_notes else f"{number}. " if tag == "ol" else "- "
            box = next((BOXES[one] for one in map(_class_of, item.css("span")) if one in BOXES), "")
            blocks = self._blocks(item)
            text = "\n\n".join([box + "".join(blocks[:1]), *blocks[1:]])
            items.append(marker + "\n".join(INDENT + line if line else "" for line in text.split("\n")).lstrip())
        is_loose = any("\n\n" in item for item in items)
        return ("\n\n" if is_loose else "\n").join(items)

    def _table(self, node: LexborNode) -> Iterator[str]:
        for caption in node.css("caption"):
            yield self._line(caption)
        rows = [[self._cell(cell) for cell in row.iter() if cell.tag in ("th", "td")] for row in node.css("tr")]
        width = max(map(len, rows), default=0)
        if width:
            lines = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in rows]
            yield "\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]])

    def _cell(self, node: LexborNode) -> str:
        return BLANKS.sub(" ", " ".join(self._blocks(node))).replace("|", r"\|")

    def _line(self, node: LexborNode) -> str:
        """Return what stands in an element as one line, but for forced breaks."""
        return _joined([self._inline(child) for child in node.iter(include_text=True)])

    def _inline(self, node: LexborNode) -> str:
        tag, attributes = node.tag or "", node.attributes
        if tag == "-text":
            return _escaped(BLANKS.sub(" ", node.text().translate(INVISIBLE).replace("\u2011", "-")))
        if tag in CODE:
            return _code(_plain(node.text()))
        if tag == "img":
            return f"![{_escaped(attributes.get('alt') or '')}]({_target(self._resolve(attributes.get('src') or ''))})"
        if tag.startswith(("-", "!")) or tag == "svg" or attributes.get("aria-hidden") == "true":
            return ""
        return "\\\n" if tag == "br" else self._marked(node, tag)

    def _marked(self, node: LexborNode, tag: str) -> str:
        """Return what is in an element, with the marks of links and of emphasis; terms are words like others."""
        inner = "".join(self._inline(child) for child in node.iter(include_text=True))
        if node.attributes.get("role") == "doc-noteref":
            return f"[^{inner}]"
        if tag == "a" and "href" in node.attributes and inner.strip() and _class_of(node) != "term":
            return _around(inner, "[", f"]({_target(self._resolve(node.attributes.get('href') or ''))})")
        mark = MARKS.get(tag, "")
        return _around(inner, mark, mark) if inner.strip() else inner


def _plain(text: str) -> str:
    return " ".join(text.translate(INVISIBLE).replace("\u2011", "-").split())


def _class_of(node: LexborNode) -> str:
    return node.attributes.get("class") or ""


def _escaped(text: str) -> str:
    """Return text whose characters mean nothing to Markdown."""
    return SPECIAL.sub(lambda match: "&amp;" if match.group() == "&" else f"\\{match.group()}", text)


def _begun(text: str) -> str:
    """Return a paragraph that begins no other block by its first characters."""
    return FIRST.sub(lambda match: f"{match[1]}\\" if match[1].isdecimal() else f"\\{match[1]}", text)


def _joined(pieces: list[str]) -> str:
    return re.sub(r" *\\\n *", "\\\n", re.sub(" {2,}", " ", "".join(pieces))).strip()


def _around(text: str, begin: str, end: str) -> str:
    """Return text within marks; blanks stay outside, or CommonMark would not read the marks."""
    stripped = text.strip()
    before, _, behind = text.partition(stripped)
    return f"{before}{begin}{stripped}{end}{behind}"


def _target(address: str) -> str:
    return re.sub(r"[ ()<>]", lambda match: f"%{ord(match.group()):02X}", address)


def _code(text: str) -> str:
    ticks = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    space = " " if "`" in text else ""
    return f"{ticks}{space}{text}{space}{ticks}"


def _fenced(node: LexborNode) -> str:
    text = node.text().rstrip("\n")
    ticks = "`" * max(3, max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    return f"{ticks}\n{text}\n{ticks}"
