"""Markdown for tables: ``--:`` aligns a column by the class ``align-right``.

Python-Markdown writes an inline style, which a Content-Security-Policy without ``unsafe-inline`` blocks (CSP 3,
section 6.1.13 style-src), or the attribute ``align``, which HTML calls obsolete.
"""

import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

STYLE = "text-align: "  # what markdown.extensions.tables writes


class AlignedTableExtension(Extension):
    """Adds aligned columns to Python-Markdown's tables."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Register before attr_list (8), which adds its classes to ours."""
        md.treeprocessors.register(_AlignedTableTreeprocessor(md), "portal_aligned_tables", 14)


class _AlignedTableTreeprocessor(Treeprocessor):
    def run(self, root: etree.Element) -> None:
        for cell in root.iter():
            style = cell.get("style", "")
            if cell.tag in ("th", "td") and style.startswith(STYLE):
                del cell.attrib["style"]
                cell.set("class", f"align-{style.removeprefix(STYLE).rstrip(';')}")
