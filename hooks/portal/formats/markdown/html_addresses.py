"""Addresses in a page of Markdown that stand between angle brackets: autolinks and raw HTML; and in attribute lists."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from portal.formats.attribute_values import addresses_in
from portal.formats.css import css_locations
from portal.formats.markdown.written_links import FILLED, Addresses, SourceLink, Span

AUTOLINK = re.compile(r"<((?:https?|ftp|mailto):[^\s<>]*+|[^<>\s!:/@]++@[^<>\s@]++)>", re.IGNORECASE)
TAG = re.compile(r"<([a-zA-Z][\w-]*+)")
ATTRIBUTE = re.compile(
    rf"""[\s/]*+([^\s"'<>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|((?:{FILLED}|[^\s"'=<>`])++)))?"""
)
CLOSED = re.compile(r"[^<>]*+>")
ATTRIBUTE_LIST = re.compile(r"(?<!\{)\{:?(?=[^{}\n=]*+=[^{}\n]*+\})")  # {poster=…} of the extension attr_list
STYLE = re.compile(r"<style\b[^<>]*+>(.*?)(?:</style|\Z)", re.IGNORECASE | re.DOTALL)


def read_html_addresses(page: Addresses) -> Iterator[tuple[int, SourceLink]]:
    """Yield autolinks, and the addresses in raw HTML and attribute lists, with their offsets."""
    text = page.text.text
    ends = [match.start() for match in re.finditer(r"</a\b", text, re.IGNORECASE)]
    for match in re.finditer("<", text):
        if auto := AUTOLINK.match(text, match.start()):
            address = auto.group(1)
            mail = "" if ":" in address else "mailto:"
            yield page.link(*auto.span(1), f"{mail}{address}", name=address, tag="a", whole=auto.span())
        elif tag := TAG.match(text, match.start()):
            attributes, end = _attributes(text, tag.end(), len(text))
            if not CLOSED.match(text, end):
                continue  # text to the parser
            name, element = None, tag.group(1).lower()
            if element == "a":
                close = bisect_left(ends, end)
                inner = page.name(end + 1, ends[close] if close < len(ends) else end + 1)
                name = _of(page, attributes, "aria-label") or inner or _of(page, attributes, "title")
            yield from _addresses(page, attributes, name, element, (tag.start(), end + 1))
    for match in ATTRIBUTE_LIST.finditer(text):
        attributes, _ = _attributes(text, match.end(), text.index("}", match.end()))
        yield from _addresses(page, attributes)
    for match in STYLE.finditer(text):
        for address, start, end in css_locations(text, *match.span(1)):
            yield page.link(start, end, address, in_html=True)


def _addresses(
    page: Addresses, attributes: dict[str, Span], name: str | None = None, element: str = "", whole: Span = (0, 0)
) -> Iterator[tuple[int, SourceLink]]:
    for attribute, (start, end) in attributes.items():
        linked = name if attribute == "href" else None
        tag = element if (element, attribute) in (("a", "href"), ("img", "src")) else ""
        for address, first, last in addresses_in(attribute, page.text.text, start, end):
            yield page.link(first, last, address, in_html=True, name=linked, tag=tag, whole=whole)


def _attributes(text: str, position: int, limit: int) -> tuple[dict[str, Span], int]:
    """Return the span of each attribute's value by its name, and where they end."""
    found: dict[str, Span] = {}
    while match := ATTRIBUTE.match(text, position, limit):
        if (group := match.lastindex or 0) > 1:
            found.setdefault(match.group(1).lower(), match.span(group))
        position = match.end()
    return found, position


def _of(page: Addresses, attributes: dict[str, Span], name: str) -> str:
    start, end = attributes.get(name, (0, 0))
    return page.text.whole[start:end]
