"""Placeholders: ``{{ android.minimum }}`` in a page becomes the fact of that name."""

import re
from collections.abc import Mapping

from portal.languages import Language, format_number

PLACEHOLDER = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")

Values = Mapping[str, str | int]


def without_placeholders(text: str) -> str:
    """Return the text with blanks for its placeholders; all else keeps its place."""
    return PLACEHOLDER.sub(lambda match: " " * len(match.group(0)), text)


def fill(text: str, values: Values, language: Language) -> str:
    """Return the text with known placeholders filled; unknown ones stay, and ``check_placeholders`` reports them."""

    def value_of(match: re.Match[str]) -> str:
        value = values.get(match.group(1), match.group(0))
        return format_number(value, language) if isinstance(value, int) else value

    return PLACEHOLDER.sub(value_of, text)
