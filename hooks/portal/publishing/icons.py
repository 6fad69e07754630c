"""Markdown for icons: ``:material-cog:`` becomes a drawing within the page, and no page carries another.

It is decoration and hidden from screen readers, unless it has a name: ``:material-cog:{title="Settings"}`` (ARIA in
HTML, role ``img``).
"""

import re
import xml.etree.ElementTree as etree
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from portal.formats.icons import SHORTCODE, find_icon


class IconExtension(Extension):
    """Draws the icons of these folders. A name that none of them has stays as it is written."""

    def __init__(self, folders: Sequence[Path]) -> None:
        super().__init__()
        self._folders = tuple(folders)

    def extendMarkdown(self, md: Markdown) -> None:
        """Register names after attr_list (8), which gives them to the icons."""
        md.inlinePatterns.register(_IconProcessor(SHORTCODE.pattern, md, self._folders), "portal_icons", 75)
        md.treeprocessors.register(_IconTreeprocessor(md), "portal_icons", 7)


class _IconProcessor(InlineProcessor):
    def __init__(self, pattern: str, md: Markdown, folders: tuple[Path, ...]) -> None:
        super().__init__(pattern, md)
        self._folders = folders

    # Python-Markdown takes an element and its place, or nothing.
    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | None, int | None, int | None]:
        drawing = _read(m.group(1), self._folders)
        if not drawing:
            return None, None, None
        icon = etree.Element("span", {"class": "icon"})
        icon.text = self.md.htmlStash.store(drawing)
        return icon, m.start(0), m.end(0)


class _IconTreeprocessor(Treeprocessor):
    def run(self, root: etree.Element) -> None:
        """Name the icons that have a title, and hide the others."""
        for icon in root.iter("span"):
            if "icon" in icon.get("class", "").split():
                name = icon.attrib.pop("title", "")
                icon.attrib.update({"role": "img", "aria-label": name} if name else {"aria-hidden": "true"})


@cache
def _read(name: str, folders: tuple[Path, ...]) -> str:
    path = find_icon(name, folders)
    return path.read_text("utf-8").strip() if path else ""
