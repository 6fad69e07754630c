"""Markdown for what folds: collapsible notes and tabs, as the house's notes and as headings with their panels.

Without scripts and on paper, tabs stand one below the other, each below its heading; tabs.js makes a list of tabs of
them (ARIA Authoring Practices, "Tabs"). PyMdown Extensions write radio buttons and labels instead, which screen readers
announce as such.
"""

import re
import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
DEEPEST = 6
OPEN = re.compile(r' open="open">(?=\s*<summary class="admonition-title">)')


class FoldExtension(Extension):
    """Shapes what ``pymdownx.details`` and ``pymdownx.tabbed`` make."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register before attr_list (8) and toc (5), for which a label with ``{#id}`` is a heading like others."""
        md.treeprocessors.register(_FoldTreeprocessor(md), "portal_folds", 16)
        md.treeprocessors.register(_LanguageTreeprocessor(md), "portal_languages", 7)  # after attr_list
        md.postprocessors.register(_FoldPostprocessor(md), "portal_folds", 5)


class _FoldTreeprocessor(Treeprocessor):
    def run(self, root: etree.Element) -> None:
        _shape(root, 1)


class _LanguageTreeprocessor(Treeprocessor):
    def run(self, root: etree.Element) -> None:
        """Give each panel the language of its label, ``=== "English {lang=en}"``; the search has the first one only."""
        for tabs in (box for box in root.iter("div") if box.get("class") == "tabs"):
            for panel in tabs:
                if language := panel[0].get("lang"):
                    panel.set("lang", language)
                    if panel is not tabs[0]:
                        panel.set("data-search-exclude", "")  # Material's search


class _FoldPostprocessor(Postprocessor):
    def run(self, text: str) -> str:
        """Return the page with ``open`` as HTML writes it, not XHTML."""
        return OPEN.sub(" open>", text)


def _shape(parent: etree.Element, level: int) -> int:
    """Shape what is in an element; ``level`` is that of the heading before, and of the last one is returned."""
    for element in parent:
        if element.tag in HEADINGS:
            level = int(element.tag[1])
        elif element.get("class") == "tabbed-set":
            _shape_tabs(element, min(level + 1, DEEPEST))
        else:
            if element.tag == "details":
                _shape_details(element)
            level = _shape(element, level)
    return level


def _shape_details(details: etree.Element) -> None:
    details.set("class", f"admonition {details.get('class') or 'note'}")
    details[0].set("class", "admonition-title")


def _shape_tabs(tabs: etree.Element, level: int) -> None:
    """Make each label a heading within its panel."""
    labels, panels = tabs.findall("label"), tabs.findall("div")
    tabs.attrib.clear()
    tabs.set("class", "tabs")
    tabs[:] = panels
    for label, panel in zip(labels, panels, strict=True):
        label.tag = f"h{level}"
        label.attrib.clear()
        label.set("class", "tabs__label")
        panel.set("class", "tabs__panel")
        panel.insert(0, label)
        _shape(panel, level)
