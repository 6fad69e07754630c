"""Markdown for checklists: ``- [ ] **Title** {#id}`` becomes an item with an id and a box.

The box is an empty element, to be ticked on paper or replaced by a script. On other pages, items with a box are a list
of tasks: their boxes are images with a name, nothing to tick. The task lists of PyMdown Extensions create inputs
without a name (WCAG 4.1.2).
"""

import re
import xml.etree.ElementTree as etree
from collections.abc import Mapping
from itertools import takewhile

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

BOX = "[ ] "
BOXES = {BOX: "open", "[x] ": "done", "[X] ": "done"}
BLOCKS = {
    "p",
    "ul",
    "ol",
    "div",
    "blockquote",
    "pre",
}  # elements that can follow an item's first line in the same parent
ITEM_ID = re.compile(r"\s*\{#([\w-]+)\}\s*$")


class ChecklistExtension(Extension):
    """Adds checklists to Python-Markdown; with ``tasks``, the names of a box that is open or done, lists of tasks."""

    def __init__(self, tasks: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self.tasks = tasks

    def extendMarkdown(self, md: Markdown) -> None:
        """Register after inline parsing (priority 20), which makes titles elements, and before attr_list (8)."""
        md.treeprocessors.register(_ChecklistTreeprocessor(md, self.tasks), "portal_checklist", 15)


class _ChecklistTreeprocessor(Treeprocessor):
    def __init__(self, md: Markdown, tasks: Mapping[str, str] | None) -> None:
        super().__init__(md)
        self._tasks = tasks

    def run(self, root: etree.Element) -> None:
        if self._tasks:
            _box_tasks(root, self._tasks)
            return
        for parent in root.iter():
            if parent.tag == "ul" and any(_first_line(item) is not None for item in parent):
                parent.set("class", "checklist")
                for item in parent:
                    _mark(item)


def _holder(item: etree.Element) -> etree.Element:
    """Return the element that contains an item's first line."""
    return item[0] if len(item) and item[0].tag == "p" and not (item.text or "").strip() else item


def _first_line(item: etree.Element) -> etree.Element | None:
    """Return the element that contains an item's first line, if the line begins with a box."""
    holder = _holder(item)
    return holder if (holder.text or "").lstrip().startswith(BOX) else None


def _box_tasks(root: etree.Element, names: Mapping[str, str]) -> None:
    for parent in root.iter():
        for item in parent if parent.tag in ("ul", "ol") else ():
            line = _holder(item)
            text = (line.text or "").lstrip()
            if state := BOXES.get(text[: len(BOX)]):
                done = " tasks__box--done" if state == "done" else ""
                box = etree.Element("span", {"class": f"tasks__box{done}", "role": "img", "aria-label": names[state]})
                box.tail, line.text = text[len(BOX) :], None
                line.insert(0, box)
                parent.set("class", "tasks")


def _mark(item: etree.Element) -> None:
    line = _first_line(item)
    if line is None:
        return
    inline = list(takewhile(lambda child: child.tag not in BLOCKS, line))
    last = inline[-1] if inline else None
    rest = (last.tail if last is not None else line.text) or ""
    if match := ITEM_ID.search(rest):
        item.set("id", match.group(1))
        rest = rest[: match.start()]
        if last is not None:
            last.tail = rest
        else:
            line.text = rest
    line.text = (line.text or "").lstrip().removeprefix(BOX)
    box = etree.Element("span", {"class": "checklist__box", "aria-hidden": "true"})
    item.insert(0, box)
    if line is item:
        box.tail, item.text = item.text, None
