"""Markdown for footnotes: numbered as readers meet them, in the page's language, with roles for screen readers.

Roles are those of DPUB-ARIA 1.1: doc-noteref, doc-endnotes, doc-backlink. Python-Markdown writes English titles, orders
notes as its parser goes, and raises exceptions for a note without text and for one within another.
"""

import re
import xml.etree.ElementTree as etree
from collections import defaultdict
from collections.abc import Mapping

from markdown import Markdown
from markdown.extensions import footnotes
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

LIST = "footnotes__list"
HIDDEN = {"data-search-exclude": ""}  # Material's search leaves it out


class FootnoteExtension(footnotes.FootnoteExtension):
    """``[^1]`` and ``[^1]: Text``."""

    def __init__(self) -> None:
        """Begin without words; a hook sets those of each page's language."""
        super().__init__(SEPARATOR="-")
        self.words: Mapping[str, str] = {}

    def extendMarkdown(self, md: Markdown) -> None:
        """Register as the original does; shape the notes after inline parsing (20) and before attr_list (8)."""
        super().extendMarkdown(md)
        md.treeprocessors.deregister("footnote-duplicate")
        md.treeprocessors.register(_FootnoteTreeprocessor(md, self), "portal_footnotes", 15.5)

    def setFootnote(self, id: str, text: str) -> None:
        """Keep a footnote, unless it has no text."""
        if text.strip():
            super().setFootnote(id, text)

    def makeFootnotesDiv(self, root: etree.Element) -> etree.Element | None:
        """Return the list of the notes; one may define others."""
        if not self.footnotes:
            return None
        box = etree.Element("section", {"class": "footnotes", "role": "doc-endnotes"})
        box.set("aria-label", self.words.get("list", ""))
        notes, done = etree.SubElement(box, "ol", {"class": LIST}), set[str]()
        while label := next((label for label in self.footnotes if label not in done), None):
            done.add(label)
            note, holder = etree.SubElement(notes, "li", {"id": f"fn-{label}"}), etree.Element("div")
            self.parser.parseChunk(holder, self.footnotes[label])
            note.extend(list(holder))
        return box


class _FootnoteTreeprocessor(Treeprocessor):
    def __init__(self, md: Markdown, extension: FootnoteExtension) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, root: etree.Element) -> None:
        found = next((one for one in root.iter("ol") if one.get("class") == LIST), None)
        if found is None:
            return
        notes = {str(note.get("id")): note for note in found}
        counts: dict[str, int] = defaultdict(int)
        for mark in [mark for mark in root.iter("sup") if (mark.get("id") or "").startswith("fnref")]:
            self._shape(mark, counts)
        used = list(counts)
        for name, note in notes.items():
            self._lead_back(note, name, used.index(name) + 1 if name in used else 0, counts.get(name, 0))
        order = {name: index for index, name in enumerate(used)}
        found[:] = sorted(found, key=lambda note: order.get(str(note.get("id")), len(used)))

    def _shape(self, mark: etree.Element, counts: dict[str, int]) -> None:
        link = mark[0]
        name = str(link.get("href"))[1:]
        counts[name] += 1
        number = str(list(counts).index(name) + 1)
        link.text = AtomicString(number)
        mark.attrib.update(HIDDEN | {"id": _reference(name, counts[name])})
        label = self._extension.words.get("mark", "{number}").format(number=number)
        link.attrib.update({"role": "doc-noteref", "aria-label": label})

    def _lead_back(self, note: etree.Element, name: str, number: int, count: int) -> None:
        """Add a link to each place that refers to a note."""
        if count and not (len(note) and note[-1].tag == "p"):
            etree.SubElement(note, "p")
        for index in range(1, count + 1):
            words = self._extension.words.get("back", "")
            place = f"{number}" if index == 1 else f"{number} ({index})"
            label = self._extension.words.get("back_label", "{number}").format(number=place)
            attributes = {"class": "footnotes__back", "role": "doc-backlink", "href": f"#{_reference(name, index)}"}
            link = etree.SubElement(note[-1], "a", HIDDEN | attributes | {"aria-label": label})
            link.text = AtomicString(words if count == 1 else f"{words} ({index})")
            _put_blank(note[-1])


def _reference(name: str, index: int) -> str:
    """Return the id of a place that refers to the note ``fn-1``: fnref-1, fnref2-1."""
    return re.sub(r"^fn", "fnref" if index == 1 else f"fnref{index}", name)


def _put_blank(paragraph: etree.Element) -> None:
    """Put a blank before a paragraph's last link."""
    if len(paragraph) > 1:
        paragraph[-2].tail = f"{paragraph[-2].tail or ''} "
    elif paragraph.text:
        paragraph.text += " "
