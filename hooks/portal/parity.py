"""Parity: both languages have the same pages."""

from collections.abc import Iterable, Iterator

from portal.languages import LANGUAGES
from portal.problems import Place, Problem
from portal.sources import Source


def check_same_pages(sources: Iterable[Source]) -> Iterator[Problem]:
    """Yield a problem for each page that a language lacks and another has."""
    by_path: dict[str, dict[str, Source]] = {}
    for source in sources:
        by_path.setdefault(source.path, {})[source.language] = source
    for path, found in by_path.items():
        for language in LANGUAGES:
            if language not in found:
                other = next(iter(found.values()))
                wanted = other.file.replace(f"/{other.language}/", f"/{language}/", 1)
                yield Problem("translation-missing", Place(other.file), f"this page has no {wanted}", f"write {wanted}")
