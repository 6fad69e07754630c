"""Locating: from a fault in a built page back to the file, line and column that an editor mends."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence

from portal.languages import language_of, published_path
from portal.placeholders import Values, fill
from portal.problems import Place
from portal.site import BuiltPage, Link, Site
from portal.sources import Line, Source

# Where an address stands in Markdown: an inline link or image, a reference definition, an attribute of raw HTML.
ADDRESS = re.compile(
    r"""\]\(\s*<?((?:\{\{[^{}]*\}\}|[^)\s>])+)|^\s*\[[^\]]+\]:\s*<?((?:\{\{[^{}]*\}\}|[^\s>])+)|\b(?:href|src|poster)=["']([^"']+)["']"""
)


class Locator:
    """Finds the source of built pages, and places in it."""

    def __init__(self, site: Site, sources: Sequence[Source], values: Values) -> None:
        """Match the pages of ``site`` with ``sources``; ``values`` fill the placeholders in addresses."""
        self._site = site
        self._values = values
        self._written = "\n".join(line.text for source in sources for line in (*source.head, *source.lines))
        self._sources = {published_path(source.language, source.path) + "index.html": source for source in sources}

    def sources(self) -> Iterable[Source]:
        """Return every source."""
        return self._sources.values()

    def source(self, page: BuiltPage) -> Source | None:
        """Return the source of a page, or None for one that a template makes (404.html)."""
        return self._sources.get(page.path)

    def link(self, page: BuiltPage, link: Link, resolved: str) -> list[Place]:
        """Return every place where an editor wrote a link, or the one in the built page where none did.

        ``resolved`` is the site file that the link leads to.
        """
        source = self.source(page)
        addresses = list(self._addresses(source))
        exact = [line.place(start, end) for line, start, end, target in addresses if target == link.target]
        wanted = _site_path(resolved, link.target)
        alike = (
            line.place(start, end) for line, start, end, target in addresses if _topic_path(source, target) == wanted
        )
        return exact or list(alike) or [self.built(page, link.target)]

    def is_written(self, words: str) -> bool:
        """Whether any source holds ``words``: what it holds is told there, not in each page whose menu repeats it."""
        return words in self._written

    def built(self, page: BuiltPage, words: str) -> Place:
        """Return where ``words`` stand in a built page."""
        for spelling in (words, words.replace("&", "&amp;")):
            line, column = page.find(spelling)
            if line:
                return Place(f"{self._site.label}/{page.path}", line, column, len(spelling))
        return Place(f"{self._site.label}/{page.path}")

    def nearest_names(self, page: BuiltPage) -> dict[str, str]:
        """Return every page of the same language by its site path, written as a link from ``page``."""
        folder = posixpath.dirname(source.path) if (source := self.source(page)) else ""
        return {
            path.removesuffix("/index.html"): posixpath.relpath(other.path, folder or ".")
            for path, other in self._sources.items()
            if other.language == language_of(page.path)
        }

    def in_source(self, place: Place) -> bool:
        """Whether a place is in something that an editor wrote, and not in the built site."""
        return not place.file.startswith(f"{self._site.label}/")

    def _addresses(self, source: Source | None) -> Iterator[tuple[Line, int, int, str]]:
        for line in source.lines if source else ():
            for match in ADDRESS.finditer(
                re.sub(r"<!--.*?-->", lambda comment: " " * len(comment.group(0)), line.text)
            ):
                group = match.lastindex or 1
                target = fill(match.group(group), self._values, source.language)
                yield line, match.start(group), match.end(group), target


def _topic_path(source: Source, target: str) -> tuple[str, str]:
    path, _, fragment = target.partition("#")
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(source.path), path)) if path else source.path
    return _bare(joined), fragment


def _site_path(resolved: str, target: str) -> tuple[str, str]:
    language = language_of(resolved)
    return _bare(resolved.removeprefix(f"{language}/")), target.partition("#")[2]


def _bare(path: str) -> str:
    return re.sub(r"(^|/)index$", "", re.sub(r"\.(md|html)$", "", path)).strip("./")
