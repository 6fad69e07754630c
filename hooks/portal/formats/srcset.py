"""srcset: the addresses in a list of image candidates, of ``srcset`` and ``imagesrcset``."""

import re
import sys
from collections.abc import Iterator

# HTML Living Standard, "parse a srcset attribute": an address is a run of anything but ASCII whitespace, so that only
# the commas at its end part candidates. Those end the candidate; otherwise its descriptors do, at a comma outside
# parentheses.
_ADDRESS = re.compile(r"[ \t\n\f\r,]*+([^ \t\n\f\r]++)")
_DESCRIPTORS = re.compile(r"(?:\([^)]*+\)?+|[^(,])*+")


def srcset_addresses(text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[tuple[int, int]]:
    """Yield start and end of each address in the value of a srcset attribute, the part of ``text`` that is given."""
    while match := _ADDRESS.match(text, start, end):
        address = match.group(1).rstrip(",")
        yield match.start(1), match.start(1) + len(address)
        descriptors = _DESCRIPTORS.match(text, match.end(), end) if match.group(1) == address else None
        start = (descriptors or match).end()
