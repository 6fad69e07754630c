"""Series of versions: "ab Version 43", "43.x". A client's version has all of its parts, or it means another."""

import re
from collections.abc import Collection, Iterator

from portal.sources.version_numbers import CLIENT

SERIES = re.compile(
    r"(?<![\w.,])(\d{2,3}(?:\.\d{1,3})*\.[xX])(?![\w.]\w)|\bVersion(?:en|s)?\s+(\d{2,3})(?![\w%]|[.,:]\d)"
)
NEAR = 3  # how far the first part may be from that of a known version


def find_series(text: str, known: Collection[str]) -> Iterator[tuple[str, int, int]]:
    """Yield each series of a client's versions: its words, and where they stand in the text of a sentence."""
    if "ersion" not in text and ".x" not in text.lower():
        return
    for match in SERIES.finditer(text) if CLIENT.search(text) else ():
        number, group = match.group(match.lastindex or 0), match.lastindex or 0
        major = int(number.split(".")[0])
        if any(abs(major - int(other.split(".")[0])) <= NEAR for other in known):
            yield number, *match.span(group)
