"""Structure: what a page is made of, line by line, so that two languages can be compared."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from portal.messages import say
from portal.placeholders import PLACEHOLDER
from portal.problems import Place
from portal.sources import Source

HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*$")
EXPLICIT_ID = re.compile(r"\{:?\s*#([\w-]+)[^}]*\}\s*$|\bid=[\"']([\w-]+)[\"']")
ITEM = re.compile(r"^\s*- \[.\].*\{#([\w-]+)\}\s*$")
STEP = re.compile(r"^\s*\d+\.\s")
ADMONITION = re.compile(r"^\s*(?:!!!|\?\?\?\+?)\s+(\w+)")
ROW = re.compile(r"^\s*\|(.*)\|\s*$")
IMAGE = re.compile(r"!\[[^\]]*\]\(\s*<?([^)\s>]+)|<img\b[^>]*\bsrc=[\"']([^\"']+)")
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(\s*<?((?:\{\{[^}]*\}\}|[^)\s>])+)|<a\b[^>]*\bhref=[\"']([^\"']+)")


@dataclass(frozen=True)
class Part:
    """One thing that a page and its translation must have in common: a heading of a level, a step, a link."""

    kind: str
    value: str
    place: Place


def parts(source: Source) -> Iterator[Part]:
    """Yield the parts of a page in order. Links, placeholders and images may move within a sentence: their order is free."""
    for line in source.lines:
        text = line.text
        for kind, match, value in _line_parts(text):
            yield Part(kind, value, line.place(match.start(), match.end()))


def _line_parts(text: str) -> Iterator[tuple[str, re.Match, str]]:
    if match := HEADING.match(text):
        yield "heading", match, say("level {level}", level=len(match.group(1)))
    if match := ITEM.match(text):
        yield "item", match, match.group(1)
    elif match := EXPLICIT_ID.search(text):
        yield "id", match, match.group(1) or match.group(2)
    if match := STEP.match(text):
        yield "step", match, say("a numbered line")
    if match := ADMONITION.match(text):
        yield "admonition", match, match.group(1)
    if match := ROW.match(text):
        count = match.group(1).count("|") + 1
        yield "table", match, say("one cell") if count == 1 else say("{count} cells", count=count)
    if "](" in text or "<" in text:
        for match in IMAGE.finditer(text):
            yield "image", match, match.group(1) or match.group(2)
        for match in LINK.finditer(text):
            yield "link", match, re.sub(r"\s", "", match.group(1) or match.group(2))
    for match in PLACEHOLDER.finditer(text):
        yield "placeholder", match, match.group(1)
