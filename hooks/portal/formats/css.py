"""CSS: the addresses that a stylesheet, a style element or a style attribute names."""

import re
import sys
from collections.abc import Iterator

# CSS Syntax Level 3, section 4: the tokens in which an address can stand, or what looks like one and is none. A comment
# that nobody closes reaches to the end, a string to the end of its line; a bare url() has no bracket, blank or quote.
# Each pattern takes what it has looked at, so that the time grows with the length of the text, not its square.
_ESCAPE = r"\\(?:[0-9a-f]{1,6}[ \t\n\f\r]?|[^\n])"
_TOKEN = re.compile(
    rf"""(?P<comment>/\*.*?(?:\*/|\Z))"""
    rf"""|"(?P<double>(?:[^"\\\n]|{_ESCAPE}|\\\n)*+)(?P<closed2>"?)"""
    rf"""|'(?P<single>(?:[^'\\\n]|{_ESCAPE}|\\\n)*+)(?P<closed1>'?)"""
    rf"""|url\(\s*+(?!["'])(?:(?P<bare>(?:[^\s"'()\\]|{_ESCAPE})++)\s*+\)|(?P<bad>(?:[^)\\]|\\.)*+\)?+))"""
    rf"""|(?P<at>@[\w-]++)|(?P<function>[\w-]*+)\(|(?P<end>[)}}])|(?P<other>[\w-]++|[^\s\w-])""",
    re.DOTALL | re.IGNORECASE,
)
_ESCAPED = re.compile(r"\\(?:([0-9a-fA-F]{1,6})[ \t\n\f\r]?|(\n)|(.))", re.DOTALL)
# CSS Values Level 5, "url()" and "src()"; CSS Images Level 4, "image-set()", with the prefix that was needed once.
_NAMING = ("url", "src", "image-set", "-webkit-image-set")


def css_addresses(text: str) -> Iterator[str]:
    """Yield each address of a stylesheet, or of a part of one, in its order, with its escapes read."""
    return (address for address, _, _ in css_locations(text))


def css_locations(text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[tuple[str, int, int]]:
    """Yield each address between ``start`` and ``end`` of a piece of CSS, and the start and end of it as it is written.

    A string is one directly behind ``@import`` and in the functions that take addresses. What ``@namespace`` names is
    fetched by nobody (CSS Namespaces Level 3, section 1).
    """
    functions: list[str] = []
    rule = before = ""  # the at-rule whose prelude this is; the token before
    for token in _TOKEN.finditer(text, start, end):
        kind, words = token.lastgroup, token.group()
        if kind == "comment":
            continue
        span = next((token.span(name) for name in ("double", "single", "bare") if token.group(name)), None)
        named = kind == "bare" or (functions[-1] in _NAMING if functions else before == "@import")
        if span and named and rule != "@namespace" and _is_closed(token):
            yield _unescape(text[slice(*span)]), *span
        if kind == "function":
            functions.append(token.group("function").lower())
        elif words == ")" and functions:
            functions.pop()
        elif words in ("{", "}", ";"):
            functions, rule = [], ""
        before = words.lower() if kind == "at" else ""
        rule = before or rule


def _is_closed(token: re.Match[str]) -> bool:
    return token.lastgroup == "bare" or bool(token.group("closed1") or token.group("closed2"))


def _unescape(words: str) -> str:
    return _ESCAPED.sub(_read_escape, words) if "\\" in words else words


def _read_escape(match: re.Match[str]) -> str:
    """Return the character that an escape stands for (CSS Syntax Level 3, 4.3.7); an escaped line end is none."""
    if number := match.group(1):
        code = int(number, 16)
        return chr(code) if 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else "\N{REPLACEMENT CHARACTER}"
    return match.group(3) or ""
