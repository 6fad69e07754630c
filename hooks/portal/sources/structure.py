"""Structure: what a page is made of, so that two languages can be compared."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from portal.problems import Location
from portal.problems.messages import say
from portal.sources.page import Source

# What stands in one line comes in this order.
KINDS = (
    "heading",
    "item",
    "id",
    "step",
    "admonition",
    "table",
    "term",
    "caption",
    "image",
    "link",
    "footnote",
    "placeholder",
)
# A title of a box begins with the word of its kind, and may say more.
OWN_TITLE = re.compile(r'!!!\s.*"\W*\w+\W+\w.*"')


@dataclass(frozen=True)
class Part:
    """One thing that a page and its translation must have in common: a heading of a level, a step, a link."""

    kind: str
    value: str
    location: Location
    row: int  # index of its line in the page


def parts(page: Source) -> list[Part]:
    """Return the parts of a page in order.

    Links, placeholders and images may move within a sentence: their order is free.
    """
    found = [*_blocks(page), *_notes(page), *_items_and_ids(page), *_links(page), *_placeholders(page)]
    return sorted(found, key=lambda part: (part.row, KINDS.index(part.kind), part.location.column))


def _blocks(page: Source) -> Iterator[Part]:
    for heading in page.headings:
        yield Part("heading", say("level {level}", level=heading.value), heading.location, heading.row)
    for tab in page.tabs:  # its label is a heading of the built page
        yield Part("heading", say("a tab"), tab.location, tab.row)
    for step in page.steps:
        yield Part("step", say("a numbered line"), step.location, step.row)
    for note in page.notes:
        kind = str(note.value)
        is_titled = OWN_TITLE.search(note.line.text)
        kind = say("{kind} with a title of its own", kind=kind) if is_titled else kind
        yield Part("admonition", kind, note.location, note.row)
    for table in page.tables:
        cells = say("one cell") if table.value == 1 else say("{count} cells", count=table.value)
        yield Part("table", cells, table.location, table.row)


def _notes(page: Source) -> Iterator[Part]:
    """Yield terms and meanings, captions, and the marks of footnotes."""
    for term in page.terms:
        is_meaning = page.markdown.live[term.row][term.location.column - 1 :].startswith(":")
        yield Part("term", say("a meaning") if is_meaning else say("a term"), term.location, term.row)
    for caption in page.captions:
        yield Part("caption", say("a caption"), caption.location, caption.row)
    for label, start, end in page.footnote_marks:
        yield Part("footnote", label, page.markdown.location(start, end), page.markdown.row(start))


def _items_and_ids(page: Source) -> Iterator[Part]:
    bullets = {bullet.row: bullet for bullet in page.bullets}
    items = {item.row: item.id for item in page.items if item.id and item.row in bullets}
    informing = {item.row for item in page.items if item.informs}
    for row, name in items.items():
        yield Part("item", f"[-] {name}" if row in informing else name, bullets[row].location, row)
    text = page.markdown
    for written in page.ids:
        row = text.row(written.start)
        if not (items.get(row) == written.name and text.live[row].rstrip().endswith(f"#{written.name}}}")):
            yield Part("id", written.name, text.location(*written.whole), row)


def _links(page: Source) -> Iterator[Part]:
    text = page.markdown
    for kind, found in (("link", page.links), ("image", page.images)):
        for written in found:
            value = re.sub(r"\s", "", written.address)
            yield Part(kind, value, text.location(*written.whole), text.row(written.whole[0]))


def _placeholders(page: Source) -> Iterator[Part]:
    for one in page.placeholders:
        if one.row >= 0:  # in the body
            yield Part("placeholder", one.key, one.location, one.row)
