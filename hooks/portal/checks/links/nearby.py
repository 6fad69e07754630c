"""Nearby: the name most like a wrong one, and a wrong address written so that it leads to the right file."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cache, partial
from posixpath import relpath
from urllib.parse import quote, unquote

CLOSE = 0.75  # difflib's ratio; below it, short names such as help and home would be proposed for each other
RELATED = 0.6  # the same for folders, which only decide between names that are as near


def closest(wanted: str, names: Iterable[str], home: str = "") -> str | None:
    """Return the path most like ``wanted``, or None where none is near or several are as near.

    The last parts of the paths are compared; a folder that many share would make all of them alike. Between equal ones
    decides the folder that is named, then ``home``, the folder of who asks.
    """
    folder, _, last = wanted.rpartition("/")
    ranks: dict[tuple[float, float, bool], list[str]] = {}
    ratio_of = cache(partial(_ratio, SequenceMatcher(None, "", last), least=CLOSE))
    for name in names:
        other, _, there = name.rpartition("/")
        ratio = ratio_of(there)
        if ratio:
            ranks.setdefault((ratio, _kinship(folder, other), other == home), []).append(name)
    best = ranks[max(ranks)] if ranks else []
    return best[0] if len(best) == 1 else None


def _kinship(folder: str, other: str) -> float:
    """Return how many parts of a folder another has, too, or nearly."""
    parts = other.split("/")
    matchers = [SequenceMatcher(None, "", one) for one in folder.split("/")]
    return sum(max(_ratio(matcher, part, RELATED) for matcher in matchers) for part in parts) / len(parts)


def _ratio(matcher: SequenceMatcher[str], word: str, least: float) -> float:
    """Return how alike a word and the matcher's second one are, or 0 where that is less than ``least``."""
    matcher.set_seq1(word)  # what is known of the second one serves for all
    # Bounds first, as difflib.get_close_matches does: they cost little.
    near = matcher.real_quick_ratio() >= least and matcher.quick_ratio() >= least and matcher.ratio() >= least
    return matcher.ratio() if near else 0


def respell(words: str, wrong: str, right: str) -> str:
    """Return the address ``words``, which leads to ``wrong``, so that it leads to ``right``; "" where it can't be.

    What climbs or names a host stays: ``../../assets/Logo.svg`` becomes ``../../assets/logo.svg`` wherever it is.
    """
    path = re.split("[?#]", words, maxsplit=1)[0]
    parts = path.split("/")
    for start in range(len(parts)):
        named = unquote("/".join(parts[start:]))
        if named and f"/{wrong}".endswith(f"/{named}"):
            near = relpath(right, wrong[: len(wrong) - len(named)] or ".") + ("/" if right.endswith("/") else "")
            kept = "".join(f"{part}/" for part in parts[:start])
            return kept + (quote(near) if "%" in path else near) + words[len(path) :]
    return ""
