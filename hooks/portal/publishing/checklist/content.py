"""The content of a checklist, independent of its source and its output: blocks, items and text."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NotRequired, TypedDict


class Content(TypedDict):
    """A piece of a page: ``{"kind": "text", "text": …}`` or ``{"kind": "strong", "children": [Content, …]}``."""

    kind: str
    text: NotRequired[str]
    children: NotRequired[list["Content"]]
    id: NotRequired[str]  # of an item
    informs: NotRequired[bool]  # of an item with nothing to tick
    level: NotRequired[int]  # of a heading
    start: NotRequired[int]  # of a numbered list
    url: NotRequired[str]  # of a link


class ChecklistPdfError(Exception):
    """The PDF can't be made; ``message`` says why.

    ``words`` is text at the location in the source, ``hint`` says how to fix it.
    """

    def __init__(self, message: str, words: str = "", hint: str = "") -> None:
        """Create the error from the parts of a problem."""
        super().__init__(message)
        self.message, self.words, self.hint = message, words, hint


@dataclass(frozen=True)
class ChecklistItem:
    """An item: its id in the page, its blocks, the first of which contains the title, and whether it only informs."""

    id: str
    blocks: tuple[Content, ...]
    informs: bool = False

    @property
    def title(self) -> str:
        """The bold text at the beginning of the item, or else its first paragraph."""
        first = self.blocks[:1]
        bold = next((node for node in walk(first) if node["kind"] == "strong"), None)
        return plain_text(bold or first).strip()

    @property
    def text(self) -> str:
        """The text after the title, one block per line."""
        return plain_text(self.blocks).strip().removeprefix(self.title).strip()


@dataclass(frozen=True)
class Checklist:
    """A checklist: its title, and the page's blocks in order. Blocks of the kind ``checklist`` contain the items."""

    language: str
    title: str
    blocks: tuple[Content, ...]

    @property
    def items(self) -> tuple[ChecklistItem, ...]:
        """The items of all the page's checklists, in order."""
        lists = [node for node in walk(self.blocks) if node["kind"] == "checklist"]
        items = [item for node in lists for item in node["children"]]
        return tuple(ChecklistItem(item["id"], tuple(item["children"]), item.get("informs", False)) for item in items)

    def to_json(self) -> str:
        """Return the checklist for other systems. ``schema`` is raised when a name or a meaning changes."""
        items = [
            {"id": item.id, "title": item.title, "text": item.text, "task": not item.informs} for item in self.items
        ]
        document = {"schema": 1, "language": self.language, "title": self.title, "items": items}
        return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def plain_text(content: Content | Iterable[Content]) -> str:
    """Return the text of some content, one block per line."""
    if not isinstance(content, dict):
        return "\n".join(map(plain_text, content))
    if content["kind"] == "break":
        return "\n"
    separator = "\n" if content["kind"] in ("list", "enum", "item", "note", "checklist") else ""
    return str(content.get("text", "")) + separator.join(map(plain_text, content.get("children", ())))


def walk(content: Iterable[Content]) -> Iterator[Content]:
    """Yield each piece of content in reading order, parents first."""
    for node in content:
        yield node
        yield from walk(node.get("children", ()))
