"""Slips: words that were meant to be replaced before readers see them."""

import re
from collections.abc import Iterator

PLACEHOLDER_TEXT = re.compile(
    r"(?i:\blorem\s+ipsum\b|\bdolor\s+sit\s+amet\b)|\bTODO\b|\bTBD\b|\bFIXME\b|\b[xX]{3,}\b",
)


def find_placeholder_text(text: str) -> Iterator[str]:
    """Yield every piece of placeholder text, as it stands: Lorem ipsum, TODO, TBD, FIXME, xxx."""
    for match in PLACEHOLDER_TEXT.finditer(text):
        yield match.group(0)
