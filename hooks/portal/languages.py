"""The portal's languages, and where their pages are published."""

from typing import Literal, get_args

Language = Literal["de", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
DEFAULT: Language = "de"  # published at /, the others at /<language>/


def published_path(language: Language, path: str) -> str:
    """Return the site path of a source page: ``("en", "admin/help.md")`` -> ``en/admin/help/``."""
    url = path.removesuffix(".md").removesuffix("index")
    if url and not url.endswith("/"):
        url += "/"
    return in_folder_of(language, url)


def in_folder_of(language: Language, path: str) -> str:
    """Return the site path of ``path`` in a language: ``("en", "admin/help/")`` -> ``en/admin/help/``."""
    return path if language == DEFAULT else f"{language}/{path}"


def language_of(site_path: str) -> Language:
    """Return the language of a site path."""
    folder = site_path.split("/", 1)[0]
    return next((language for language in LANGUAGES if language == folder), DEFAULT)


def format_number(number: int, language: Language) -> str:
    """Return a whole number with the language's thousands separator: 1.200 or 1,200 (CLDR de, en)."""
    grouped = f"{number:,}"
    return grouped.replace(",", ".") if language == "de" else grouped
