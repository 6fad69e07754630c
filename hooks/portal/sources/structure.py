"""Structure: what a page is made of, so that two languages can be compared."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from portal.formats.markdown.blocks import Block, read_blocks
from portal.formats.markdown.code import without_comments
from portal.formats.markdown.ids import written_ids
from portal.formats.markdown.links import read_links
from portal.problems import Location
from portal.problems.messages import say
from portal.sources.page import Source
from portal.sources.placeholders import PLACEHOLDER

ITEM = re.compile(r"\s*- \[.\].*\{#([\w-]+)\}\s*$")
# What stands in one line comes in this order.
KINDS = ("heading", "item", "id", "step", "admonition", "table", "image", "link", "placeholder")
LINKS = {"a": "link", "img": "image"}


@dataclass(frozen=True)
class Part:
    """One thing that a page and its translation must have in common: a heading of a level, a step, a link."""

    kind: str
    value: str
    location: Location
    row: int  # index of its line in the page


def parts(source: Source) -> list[Part]:
    """Return the parts of a page in order.

    Links, placeholders and images may move within a sentence: their order is free.
    """
    found = [*_blocks(source), *_ids(source), *_links(source), *_placeholders(source)]
    return sorted(found, key=lambda part: (part.row, KINDS.index(part.kind), part.location.column))


def _blocks(source: Source) -> Iterator[Part]:
    for block in read_blocks([line.text for line in source.lines]):
        line = source.lines[block.row]
        location = line.location(block.start, len(line.text.rstrip()))
        if block.kind == "bullet":
            if item := ITEM.match(line.text):
                yield Part("item", item.group(1), location, block.row)
        elif block.kind != "code":
            yield Part(block.kind, _value(block), location, block.row)


def _value(block: Block) -> str:
    if block.kind == "heading":
        return say("level {level}", level=block.value)
    if block.kind == "step":
        return say("a numbered line")
    if block.kind == "table":
        return say("one cell") if block.value == 1 else say("{count} cells", count=block.value)
    return str(block.value)


def _ids(source: Source) -> Iterator[Part]:
    page = source.markdown
    for written in written_ids(page):
        row = page.row(written.start)
        if not (ITEM.match(source.lines[row].text) and page.live[row].rstrip().endswith(f"#{written.name}}}")):
            yield Part("id", written.name, page.location(*written.whole), row)


def _links(source: Source) -> Iterator[Part]:
    page = source.markdown
    for written in read_links(page):
        if written.tag:
            value = re.sub(r"\s", "", written.address)
            yield Part(LINKS[written.tag], value, page.location(*written.whole), page.row(written.whole[0]))


def _placeholders(source: Source) -> Iterator[Part]:
    for row, text in enumerate(without_comments([line.text for line in source.lines])):
        for match in PLACEHOLDER.finditer(text) if "{{" in text else ():
            yield Part("placeholder", match.group(1), source.lines[row].location(*match.span()), row)
