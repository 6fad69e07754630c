"""Markdown for tables: aligned columns, a box that scrolls, and dates on one line.

``--:`` aligns a column by the class ``align-right``; the box scrolls what is wider than the screen; the class ``date``
keeps a date on one line.

Python-Markdown writes an inline style, which a Content-Security-Policy without ``unsafe-inline`` blocks (CSP 3,
section 6.1.13 style-src), or the attribute ``align``, which HTML calls obsolete.
"""

import re
import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

STYLE = "text-align: "  # what markdown.extensions.tables writes
DATE = re.compile(r"\d{1,2}\.? \w+ \d{4}")  # 22 November 2026


class TableExtension(Extension):
    """Adds aligned columns and a box to Python-Markdown's tables."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register before attr_list (8), which adds its classes to ours."""
        md.treeprocessors.register(_TableTreeprocessor(md), "portal_tables", 14)


class _TableTreeprocessor(Treeprocessor):
    def run(self, root: etree.Element) -> None:
        for parent in list(root.iter()):
            for index, element in enumerate(parent):
                if element.tag == "table":
                    box = etree.Element("div", {"class": "table"})
                    box.append(element)
                    parent[index] = box
                elif element.tag in ("th", "td"):
                    _align(element)
                    _keep_date(element)


def _align(cell: etree.Element) -> None:
    style = cell.get("style", "")
    if style.startswith(STYLE):
        del cell.attrib["style"]
        cell.set("class", f"align-{style.removeprefix(STYLE).rstrip(';')}")


def _keep_date(cell: etree.Element) -> None:
    """Let a narrow column not break a date over three lines."""
    if DATE.fullmatch((cell.text or "").strip()):
        cell.set("class", f"{cell.get('class', '')} date".strip())
