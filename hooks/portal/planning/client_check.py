"""Whether a client's version is ready for the upgrade, as far as facts.yml tells. The twin of versions.js.

Old and new clients number their versions independently. Which family a number is of is told by the tens of its first
part: those of the old versions in facts.yml, and from those of the new ones on. What is between is unknown.
"""

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

from portal.planning.typed import MOST_CHARACTERS, plain
from portal.sources.facts import Facts, Family

MINIMUM, WEBVIEW2 = ".minimum", ".webview2"
TENS = 10
VERSION = re.compile(r"(?:version|v)?[ .:]*([0-9]{1,9}(?: ?[.,] ?[0-9]{1,9}){0,3})[.,]?", re.ASCII | re.IGNORECASE)

Answer = Literal["empty", "text", "unknown", "incomplete", "reached", "update", "new", "webview2", "perhaps"]
Parts = tuple[int, ...]


class Client(NamedTuple):
    """The old client's version that a platform needs, and the new one from which it needs WebView2 (or "")."""

    minimum: str
    webview2: str = ""


class Series(NamedTuple):
    """The tens of the first parts: those of old clients, and those from which new clients count."""

    old: tuple[int, ...]
    new: tuple[int, ...]


def clients_of(facts: Facts) -> dict[str, Client]:
    """Return what each platform needs, by its name in the keys of facts.yml."""
    platforms = [key.removesuffix(MINIMUM) for key in facts.versions if key.endswith(MINIMUM)]
    numbers = {key: fact.value for key, fact in facts.versions.items()}
    return {one: Client(numbers[one + MINIMUM], numbers.get(one + WEBVIEW2, "")) for one in platforms}


def series_of(facts: Facts) -> Series:
    """Return the tens of either family's known versions."""

    def tens(family: Family) -> set[int]:
        known = facts.versions.values()
        return {parts_of(one.value)[0] // TENS for one in known if one.family == family}

    return Series(tuple(sorted(tens("old client"))), tuple(sorted(tens("new client"))[:1]))


def parts_of(number: str) -> Parts:
    """Return the parts of a version of one to four numbers."""
    return tuple(map(int, number.split(".")))


def read_version(text: str) -> Parts | Literal["empty", "text"]:
    """Return the parts of a version that a reader has typed, or what is wrong."""
    typed = plain(text)
    if not typed:
        return "empty"
    match = VERSION.fullmatch(typed) if len(typed) <= MOST_CHARACTERS else None
    return parts_of(re.sub(" ?[.,] ?", ".", match[1])) if match else "text"


def check_client(text: str, platform: str, clients: Mapping[str, Client], series: Series) -> Answer:
    """Return the answer for what a reader has typed as the version of a client on a platform."""
    parts = read_version(text)
    if isinstance(parts, str):
        return parts
    tens = parts[0] // TENS
    is_old, is_new = tens in series.old, any(tens >= first for first in series.new)
    if is_old == is_new:
        return "unknown"
    client = clients[platform]
    if is_old:
        order = compare(parts, parts_of(client.minimum))
        return "incomplete" if order is None else "update" if order < 0 else "reached"
    order = compare(parts, parts_of(client.webview2)) if client.webview2 else -1
    return "perhaps" if order is None else "new" if order < 0 else "webview2"


def compare(parts: Parts, other: Parts) -> int | None:
    """Return -1, 0 or 1, part by part; None where the first lacks the part that decides."""
    for one, two in zip(parts, other, strict=False):
        if one != two:
            return -1 if one < two else 1
    rest = other[len(parts) :]
    if any(rest):
        return None
    return int(any(parts[len(other) :]))
