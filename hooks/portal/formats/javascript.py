"""JavaScript: the addresses that a script loads."""

import re
from collections.abc import Iterator

# Strings stay, so that what looks like a comment in them does; one that nobody closes ends with its line.
STRING_OR_COMMENT = re.compile(r""""(?:[^"\\\n]|\\.)*+"?|'(?:[^'\\\n]|\\.)*+'?|/\*.*?(?:\*/|\Z)|//[^\n]*""", re.DOTALL)
# ECMAScript 2025, sections 13.3.10 and 16.2: what a module loads; HTML Living Standard: new URL beside import.meta.url.
MODULE = re.compile(
    r"""(?:\bfrom|\bimport)\s*+(?:\(\s*+)?+["'](\.{0,2}/[^"'\n]+)["']"""
    r"""|\bnew\s++URL\(\s*+["']([^"'\n]+)["']\s*+,\s*+import\.meta\.url"""
)
WORKER = re.compile(r"""\bnew\s++(?:Shared)?Worker\(\s*+["']([^"'\n]+)["']""")


def module_addresses(text: str) -> Iterator[str]:
    """Yield what a script loads relative to itself."""
    for match in MODULE.finditer(_code(text)):
        yield match.group(1) or match.group(2)


def worker_addresses(text: str) -> Iterator[str]:
    """Yield the workers that a script starts, relative to the page that runs it (HTML Living Standard, "Workers")."""
    for match in WORKER.finditer(_code(text)):
        yield match.group(1)


def _code(text: str) -> str:
    return STRING_OR_COMMENT.sub(lambda match: " " if match.group(0).startswith("/") else match.group(0), text)
