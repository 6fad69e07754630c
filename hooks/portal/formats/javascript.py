"""JavaScript: a script without its comments, and the addresses that it loads."""

import re
from collections.abc import Iterator

# Strings stay, so that what looks like a comment in them does; one that nobody closes ends with its line. So do
# templates and, where an operator stands before them, regular expressions (ECMAScript 2025, section 12.9).
STRING_OR_COMMENT = re.compile(
    r""""(?:[^"\\\n]|\\.)*+"?|'(?:[^'\\\n]|\\.)*+'?|`(?:[^`\\]|\\.)*+`|/\*.*?(?:\*/|\Z)|//[^\n]*"""
    r"""|(?<=[=(,:;!&|?{}\[])\s*+/(?![*/])(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*+\])++/""",
    re.DOTALL,
)
# ECMAScript 2025, sections 13.3.10 and 16.2: what a module loads; HTML Living Standard: new URL beside import.meta.url.
MODULE = re.compile(
    r"""(?:\bfrom|\bimport)\s*+(?:\(\s*+)?+["'](\.{0,2}/[^"'\n]+)["']"""
    r"""|\bnew\s++URL\(\s*+["']([^"'\n]+)["']\s*+,\s*+import\.meta\.url"""
)
WORKER = re.compile(r"""\bnew\s++(?:Shared)?Worker\(\s*+["']([^"'\n]+)["']""")


def module_addresses(text: str) -> Iterator[str]:
    """Yield what a script loads relative to itself."""
    for match in MODULE.finditer(without_comments(text)):
        yield match.group(1) or match.group(2)


def worker_addresses(text: str) -> Iterator[str]:
    """Yield the workers that a script starts, relative to the page that runs it (HTML Living Standard, "Workers")."""
    for match in WORKER.finditer(without_comments(text)):
        yield match.group(1)


def without_comments(text: str) -> str:
    """Return a script with a blank for each comment; one over several lines leaves a line end (section 12.4)."""

    def kept(match: re.Match[str]) -> str:
        words = match.group(0)
        if not words.startswith(("//", "/*")):
            return words
        return "\n" if "\n" in words else " "

    return STRING_OR_COMMENT.sub(kept, text)
