"""Suppressions: the comments by which an editor allows a problem at a place, ``<!-- allow link-text: why -->``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from portal.formats.markdown.text import Line
from portal.problems import Location

ALLOW = re.compile(r"<!--\s*allow\s+([\w-]+)\s*(?::\s*(.*?))?\s*-->")


@dataclass(frozen=True)
class Suppression:
    """What an editor allows at a place: a problem's code, and why. ``covers`` is the line that it speaks of."""

    code: str
    reason: str
    location: Location
    covers: int


def take_suppressions(lines: Sequence[Line]) -> tuple[list[Line], list[Suppression]]:
    """Return the lines without the comments that allow a problem, which readers do not need, and these."""
    following = _following(lines)
    kept: list[Line] = []
    suppressions: list[Suppression] = []
    for index, line in enumerate(lines):
        matches = list(ALLOW.finditer(line.text))
        if not matches:
            kept.append(line)
            continue
        rest = ALLOW.sub("", line.text)
        for match in matches:
            covers = line.number if rest.strip() else following[index]
            suppressions.append(
                Suppression(match.group(1), match.group(2) or "", line.location(match.start(), match.end()), covers)
            )
        if rest.strip():
            kept.append(replace(line, text=rest.rstrip()))
    return kept, suppressions


def _following(lines: Sequence[Line]) -> list[int]:
    """Return for each line the number of the next one that is not blank; of the last one, its own."""
    numbers: list[int] = []
    number = 0
    for line in reversed(lines):
        numbers.append(number or line.number)
        number = line.number if line.text.strip() else number
    return numbers[::-1]
