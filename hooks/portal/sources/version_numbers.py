"""Version-like numbers in prose: what could be a client's version, and what only looks like one."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import partial

from portal.sources.disguised_numbers import undisguise
from portal.sources.lookalikes import CERTAIN_DATE, IP_ADDRESS, LOOKALIKES, UNCERTAIN_DATE

# Two to five numbers with dots between them, perhaps after a "v", not inside a longer word or number.
CANDIDATE = re.compile(
    r"(?<![\w.,@#%+=])(?<!\d[-–])[vV]?(\d{1,4}(?:\.\d{1,5}){1,4})(?![\w@%]|[.,:]\d|\.(?!exe|msi|dmg|pkg|apk)\w)"
)

# A word before a number of two parts that makes it a version, close by; or one behind it.
VERSION_WORD = re.compile(
    r"\b(?:Versionen|Versions?|Versionsnummern?|Release|Build|\w*[Cc]lients?|Client-Version|Desktop|Mobile"
    r"|App|Update[ds]?|aktualisier\w*|update[ds]?|upgrade[ds]?|install\w*|neuer\s+als|older\s+than|newer\s+than|älter\s+als)\b[^.!?\n]{0,40}$"
    r"|\b(?:ab|mindestens|since|from|at\s+least|requires?)\s+$",
)
VERSION_WORD_BEHIND = re.compile(
    r"^\s*(?:oder|und|or|and)\s+(?:neuer|höher|später|älter|newer|later|higher|older|above|up)\b|^\+"
)
CLIENT = re.compile(r"[Cc]lient|\b[Aa]pps?\b|Anwendung|\bapplication")
_PLATFORM = r"\b(?:Android|i(?:Pad)?OS|Windows|macOS|Mac\s?OS(?:\sX)?|OS\sX|watchOS|tvOS|ChromeOS)"
PLATFORM_CLOSE = re.compile(rf"{_PLATFORM}\b[^.!?\n]{{0,40}}$")
# A number right behind a platform is a version of the operating system; one behind a name is that product's.
PLATFORM_BEFORE = re.compile(rf"{_PLATFORM}\s+(?:\d+(?:\.\d+)*(?:,|/|\s(?:und|oder|bis|and|or|to|–))\s*)*$")
NAME_BEFORE = re.compile(
    r"(?<=\s)(?!Version|Mindestversion|Release|Update|Upgrade|Stand|App|Anwendung|Desktop|Mobile|Nummer|PBX)[A-Z][\w+#-]*(?<![Cc]lient)(?<![Cc]lients)\s+$"
)


@dataclass(frozen=True)
class Found:
    """A number that looks like a client's version, in plain digits, and where its words stand in the text."""

    number: str
    start: int
    end: int


NEAR = 200  # characters around a number that say what it is
DIGIT = re.compile(r"\d")
DOTTED = re.compile(r"\d\.\d")
PRODUCT = LOOKALIKES["product"]


def find_versions(text: str, known: Collection[str] = ()) -> tuple[Found, ...]:
    """Return every number of the text that looks like a client's version. Sentences keep theirs: ask those.

    Three parts and more do, where nothing else explains them. Two parts do where the words around say so, or where the
    first part is that of a ``known`` version. A number in disguise is returned as the one that is meant.
    """
    if not DIGIT.search(text):
        return ()
    plain, spans = undisguise(text, known)
    if not DOTTED.search(plain) or not DOTTED.search(PRODUCT.sub("", plain)):  # most text: the rest would cost a build
        return ()
    found = _search(plain, known)
    if spans is None:
        return tuple(found)
    return tuple(Found(one.number, spans[one.start][0], spans[one.end - 1][1]) for one in found)


def find_short_dates(text: str, known: Collection[str]) -> Iterator[Found]:
    """Yield every date that is written as one of the ``known`` versions is: on 23.9.26."""
    for match in LOOKALIKES["short date"].finditer(text):
        number = re.search(r"\d+\.\d+\.\d+", match.group())
        if number and number.group() in known and not _is_version_after_all(match, known):
            yield Found(number.group(), match.start() + number.start(), match.start() + number.end())


def _search(text: str, known: Collection[str]) -> Iterator[Found]:
    majors = {number.split(".")[0] for number in known}
    blanked = text
    for kind, pattern in LOOKALIKES.items():
        blanked = pattern.sub(partial(_blank, kind, known, majors), blanked)
    has_client = bool(CLIENT.search(blanked))
    for match in CANDIDATE.finditer(blanked):
        number, start = match.group(1), match.start(1)
        before = blanked[max(0, match.start() - NEAR) : match.start()]
        behind = blanked[match.end() : match.end() + NEAR]
        if _is_version(number, before, behind, has_client, match.group(0)[0] in "vV", known):
            yield Found(number, start, match.end(1))


def _is_version(number: str, before: str, behind: str, has_client: bool, marked: bool, known: Collection[str]) -> bool:
    """Whether a number with dots is a client's version, by its form and the words around.

    ``has_client`` is whether the text names a client anywhere.
    """
    parts = number.split(".")
    ours = any(parts[0] == other.split(".")[0] for other in known)
    named = marked or VERSION_WORD.search(before[-60:]) or VERSION_WORD_BEHIND.match(behind)
    if len(parts) == 4 and IP_ADDRESS.fullmatch(number):
        return bool(ours and named)
    if not ours and not any(_is_next(parts, other.split(".")) for other in known):
        if PLATFORM_BEFORE.search(before) or (not marked and NAME_BEFORE.search(before)):
            return False
        if len(parts) > 2 and max(map(len, parts)) > 3 and not has_client:
            return False
    return len(parts) > 2 or bool(named) or ours


def _is_next(parts: list[str], known: list[str]) -> bool:
    """Whether a number has the form of a known version and the first part after or before its own."""
    return len(parts) == len(known) and abs(int(parts[0]) - int(known[0])) <= 1


def _blank(kind: str, known: Collection[str], majors: set[str], match: re.Match[str]) -> str:
    """Return blanks for what only looks like a version, and the words themselves where they hold one after all."""
    words = match.group(0)
    numbers = re.findall(r"\d+(?:\.\d+)+", words)
    keep = any(number in known for number in numbers)
    if kind == "another product":  # what the client needs WebView2 for has the client's number
        keep = words.startswith("WebView2") and any(number.split(".")[0] in majors for number in numbers)
    elif kind == "room":
        keep = False
    elif kind == "short date":
        keep = _is_version_after_all(match, known)
    return words if keep else re.sub(r"[^\n]", " ", words)


def _is_version_after_all(match: re.Match[str], known: Collection[str]) -> bool:
    """Whether what has the form of a date is a version: "bis 26.9.25" is a date, "Android bis 23.9.25" is none."""
    words, before = match.group(), match.string[max(0, match.start() - 60) : match.start()]
    if CERTAIN_DATE.match(words):
        return False
    if UNCERTAIN_DATE.match(words) and any(words.endswith(number) for number in known):
        return True
    return bool(VERSION_WORD.search(before) or PLATFORM_CLOSE.search(before))
