"""Attribute values: the addresses in an attribute of raw HTML, whose entities and placeholders are still as written."""

import re
from collections.abc import Iterator
from html import unescape

from portal.formats.css import css_locations
from portal.formats.srcset import srcset_addresses

_SINGLE = frozenset(["href", "src", "poster", "data", "action", "formaction", "content", "xlink:href", "cite"])
_WORD = re.compile(r"\S+")
_SPECIAL = re.compile(r"&(?:#[0-9]++|#x[0-9a-f]++|[a-z][a-z0-9]*+);|\{\{[^{}]*+\}\}", re.IGNORECASE)
_BLANK = re.compile(r"\s")
_STAND_IN = "\0"  # for the blanks of a placeholder: HTML has no such character


def addresses_in(attribute: str, text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield each address in the value of ``attribute``, with its start and end; the value is ``text[start:end]``."""
    if attribute in _SINGLE:
        yield text[start:end], start, end
    elif attribute == "ping":
        yield from ((match.group(), *match.span()) for match in _WORD.finditer(text, start, end))
    elif attribute == "style" or attribute in ("srcset", "imagesrcset"):
        value, offsets = _decoded(text, start, end)
        found = css_locations(value) if attribute == "style" else _candidates(value)
        yield from ((address.replace(_STAND_IN, " "), offsets[first], offsets[last]) for address, first, last in found)


def _candidates(value: str) -> Iterator[tuple[str, int, int]]:
    return ((value[first:last], first, last) for first, last in srcset_addresses(value))


def _decoded(text: str, start: int, end: int) -> tuple[str, list[int]]:
    """Return a value as parsers of what it holds get it, and the offset in ``text`` of each character and its end."""
    pieces: list[str] = []
    offsets: list[int] = []
    position = start
    for match in _SPECIAL.finditer(text, start, end):
        pieces.append(text[position : match.start()])
        offsets += range(position, match.start())
        if match.group().startswith("&"):
            pieces.append(unescape(match.group()))
            offsets += [match.start()] * len(pieces[-1])
        else:
            pieces.append(_BLANK.sub(_STAND_IN, match.group()))
            offsets += range(*match.span())
        position = match.end()
    return "".join([*pieces, text[position:end]]), [*offsets, *range(position, end + 1)]
