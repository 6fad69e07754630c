"""Version numbers in disguise: with invisible characters, blanks, markup, commas or letters among their digits."""

import re
import unicodedata
from collections.abc import Collection
from functools import partial
from html import unescape

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_TAG = r"</?(?:abbr|b|bdi|em|i|mark|small|span|strong|sub|sup|u|wbr)\b[^<>]*>"
_MARKUP = (
    rf"(?:[{INVISIBLE}]|&(?:shy|ZeroWidthSpace|NoBreak|zwn?j|#(?:173|8203|8288|x[aA][dD]|x200[bB]|x2060));"
    rf"|{_TAG}|\*{{1,3}}|_{{1,3}})"
)
_BLANK = r"(?:[ \u00a0\u2000-\u200a\u202f]|&(?:nbsp|thinsp|ensp|emsp|#(?:160|8201|8239|x[aA]0|x2009|x202[fF]));)"
_POINT = r"(?:[.,\uff0e\u2024-]|&(?:period|comma|#(?:46|x2[eE]));)"
_DIGIT = r"(?:[\dOolI]|&#(?:4[89]|5[0-7]);)"
_DIGITS = rf"{_DIGIT}(?:{_MARKUP}*{_DIGIT}){{0,4}}"
_JOINT = rf"(?:{_MARKUP}|{_BLANK})*{_POINT}(?:{_MARKUP}|{_BLANK})*"
# Two to four groups of digits, whatever stands around their points.
DISGUISE = re.compile(rf"(?<![\w.,-])_{{0,3}}(?=\d){_DIGITS}(?:{_JOINT}{_DIGITS}){{1,3}}_{{0,3}}(?!\w|[.,]\d)")
MARKUP = re.compile(_MARKUP)
LETTERS = str.maketrans("OolI", "0011")
# A comma, a hyphen or a blank makes other things too: then a word before must say that it is a version.
VERSION = re.compile(
    r"(?:[Vv]ersion|[Cc]lient|\b[Aa]pps?\b|[Uu]pdat|[Aa]ktualisier|[Mm]indest|[Mm]inimum)(?:[^.!?\n]|\.(?=\S)){0,50}$"
)
SPANS = list[tuple[int, int]]


def undisguise(text: str, known: Collection[str]) -> tuple[str, SPANS | None]:
    """Return the text with plain numbers where it has ``known`` ones, or their like, in disguise.

    The second part says from where to where in the text each character is written; None if nothing is disguised.
    """
    plain: list[str] = []
    spans: SPANS = []
    position = 0
    for match in DISGUISE.finditer(text):
        number = _number(match.group())
        if number == match.group() or not _is_meant(number, match, known):
            continue
        plain += text[position : match.start()], number
        spans += [(index, index + 1) for index in range(position, match.start())]
        spans += [match.span()] * len(number)
        position = match.end()
    if not position:
        return text, None
    spans += [(index, index + 1) for index in range(position, len(text))]
    return "".join((*plain, text[position:])), spans


def _number(words: str) -> str:
    """Return the number that disguised words mean: ``23,9.&shy;2O`` is 23.9.20."""
    bare = unescape(MARKUP.sub("", words))
    bare = unicodedata.normalize("NFKC", bare.translate(dict.fromkeys(map(ord, INVISIBLE)))).translate(LETTERS)
    return re.sub(r"[,-]", ".", re.sub(r"\s", "", bare))


def _is_meant(number: str, match: re.Match[str], known: Collection[str]) -> bool:
    """Whether a number has the form of a known version, and its words mean a version."""
    parts = number.split(".")
    alike = partial(_is_alike, parts)
    if not any(map(alike, known)):
        return False
    words = unescape(MARKUP.sub("", match.group()))
    has_blank, other_point = bool(re.search(r"\s", words)), bool(re.search(r"[,-]", words))
    if (has_blank and other_point) or (len(parts) == 2 and "-" in words):
        return False
    return not (has_blank or other_point) or bool(
        VERSION.search(match.string[max(0, match.start() - 80) : match.start()])
    )


def _is_alike(parts: list[str], known: str) -> bool:
    """Whether a number differs from a known version in its last part at most."""
    return parts[:-1] == known.split(".")[:-1] and len(parts[-1]) <= 3
