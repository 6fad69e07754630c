"""Typesetting: straight quotes, hyphens between blanks and three dots become the signs that a language sets.

Numbers and addresses stay as they are, and so do quotes that have no partner in their block.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple


class Signs(NamedTuple):
    """The signs of a language: quotes, those within them, and the long dash."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str
    dash: str


SIGNS = {"de": Signs("„", "“", "‚", "‘", "–"), "en": Signs("“", "”", "‘", "’", "—")}
OPAQUE = "\ufffc"  # stands for what is not changed: a letter like others
BEFORE_QUOTE = " \n\t\xa0([{/–—-\"'„“‚‘"
DOTS = re.compile(r"(?<![./\\])\.{3}(?![./\\])")
DASHES = re.compile(r"(?<!-)-{1,3}(?!-)")
ADDRESS = re.compile(r"[/@\\=<>]|\w\.\w|^xn--")
WORD = re.compile(r"\S*")


def typeset(text: str, signs: list[Signs | None]) -> Mapping[int, str]:
    """Return what stands in place of characters of a block's ``text``, by their index; "" where one goes.

    ``signs`` are those of each character's language, None where nothing is known of it.
    """
    found: dict[int, str] = {}
    if '"' in text:
        found.update(_quotes(text, signs))
    if "'" in text:
        found.update(_apostrophes(text, signs))
    for match in DOTS.finditer(text) if "..." in text else ():
        before, behind = text[: match.start()][-1:], text[match.end() : match.end() + 1]
        if signs[match.start()] and not (before.isalnum() and behind.isalnum()):
            found |= {match.start(): "…", match.start() + 1: "", match.start() + 2: ""}
    for match in DASHES.finditer(text) if "-" in text else ():
        if (own := signs[match.start()]) and _is_dash(text, *match.span()):
            found |= dict.fromkeys(range(*match.span()), "")
            found[match.start()] = own.dash if len(match.group()) > 2 else "–"
    return found


def set_text(text: str, language: str) -> str:
    """Return a plain text with the signs of a language."""
    changes = typeset(text, [SIGNS.get(language)] * len(text))
    return "".join(changes.get(at, character) for at, character in enumerate(text))


def _quotes(text: str, signs: list[Signs | None]) -> Mapping[int, str]:
    """Return the double quotes of a text, or nothing where one has no partner: inches, a slip."""
    found: dict[int, str] = {}
    opened: Signs | None = None
    for match in re.finditer('["„“”]', text):
        at, own = match.start(), signs[match.start()]
        if not own:
            continue
        if opened and text[at - 1 : at].strip():
            found |= {at: opened.closing} if match.group() == '"' else {}
            opened = None
        elif not opened and _opens(text, at):
            found |= {at: own.opening} if match.group() == '"' else {}
            opened = own
        else:
            return {}
    return {} if opened else found


def _apostrophes(text: str, signs: list[Signs | None]) -> Iterator[tuple[int, str]]:
    """Yield apostrophes and single quotes; of minutes and feet, none."""
    opened: list[int] = []
    for at in (match.start() for match in re.finditer("'", text)):
        before, behind, own = text[max(0, at - 1) : at], text[at + 1 : at + 2], signs[at]
        if not own:
            continue
        if before.isalpha() and behind.isalpha():
            yield at, "’"
        elif opened and before.strip() and not behind.isalnum():
            start = opened.pop()
            yield from ((start, own.inner_opening), (at, own.inner_closing))
        elif _opens(text, at):
            opened.append(at)
        elif before.isalpha():
            yield at, "’"
    yield from ((at, "’") for at in opened if text[at + 1].isalnum())


def _opens(text: str, at: int) -> bool:
    before, behind = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    return (not before or before in BEFORE_QUOTE) and bool(behind.strip())


def _is_dash(text: str, start: int, end: int) -> bool:
    """Whether hyphens stand for a dash: one between blanks within a line, more also between words."""
    before, behind = text[max(0, start - 2) : start], text[end : end + 2]
    if end - start == 1:
        is_between = before[-1:] == " " and before[:1].strip() and behind[:1].isspace() and behind[1:].strip()
        return bool(is_between) and not (before[0].isdigit() and behind[1].isdigit())
    word = text[:start].rpartition(" ")[2].rpartition("\n")[2] + (WORD.match(text, start) or [""])[0]
    if ADDRESS.search(word):
        return False
    is_alone = not before[-1:].strip() and not behind[:1].strip() and bool((before + behind).strip())
    return is_alone or (before[-1:].isalpha() and behind[:1].isalpha())
