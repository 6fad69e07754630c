"""Placeholders: ``{{ android.minimum }}`` in a page becomes the fact of that name.

``{{ user/index.md }}`` becomes the public address of that page, and ``{{ tool.estimator }}`` a tool for readers.
"""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import urljoin

from portal.languages import Language, format_number, published_path

PLACEHOLDER = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")

Values = Mapping[str, str | int]

# The tools for readers, each with the marker that it takes the place of once the page is rendered.
_TOOLS = ("duration_chart", "estimator", "client_check", "video")
TOOLS = {f"tool.{name}": f'<div data-tool="{name}"></div>' for name in _TOOLS}


def without_placeholders(text: str) -> str:
    """Return the text with blanks for its placeholders; all else keeps its place."""
    return PLACEHOLDER.sub(lambda match: " " * len(match.group(0)), text)


def fill(text: str, values: Values, language: Language) -> str:
    """Return the text with known placeholders filled; unknown ones stay, and ``check_placeholders`` reports them."""

    def value_of(match: re.Match[str]) -> str:
        value = values.get(match.group(1), match.group(0))
        return format_number(value, language) if isinstance(value, int) else value

    return PLACEHOLDER.sub(value_of, text)


def addresses(paths: Iterable[str], language: Language, site: str) -> dict[str, str]:
    """Return the public address of each page in a language, by its path; ``site`` is the address of the start page."""
    return {path: urljoin(site, published_path(language, path)) for path in paths}
