"""Locating: from a fault in a built page back to the file, line and column that an editor mends."""

import posixpath
import re
from collections.abc import Iterable, Iterator

from portal.languages import language_of, published_path
from portal.placeholders import Values, fill
from portal.problems import Place
from portal.site import BuiltPage, Link, Site
from portal.sources import Line, Source

# Where an address stands in Markdown: an inline link or image, a reference definition, an attribute of raw HTML.
ADDRESS = re.compile(r"""\]\(\s*<?((?:\{\{[^{}]*\}\}|[^)\s>])+)|^\s*\[[^\]]+\]:\s*<?((?:\{\{[^{}]*\}\}|[^\s>])+)|\b(?:href|src|poster)=["']([^"']+)["']""")


class Locator:
    """Finds the source of built pages, and places in it."""

    def __init__(self, site: Site, sources: Iterable[Source], values: Values) -> None:
        """Match the pages of ``site`` with ``sources``; ``values`` fill the placeholders in addresses."""
        self._site = site
        self._values = values
        self._sources = {published_path(source.language, source.path) + "index.html": source for source in sources}

    def source(self, page: BuiltPage) -> Source | None:
        """Return the source of a page, or None for one that a template makes (404.html)."""
        return self._sources.get(page.path)

    def link(self, page: BuiltPage, link: Link, resolved: str) -> Place:
        """Return where an editor wrote a link; ``resolved`` is the site file that it leads to."""
        source = self.source(page)
        for line, start, end, target in self._addresses(source):
            if target == link.target or _topic_path(source, target) == _site_path(resolved, link.target):
                return line.place(start, end)
        return self._built(page, link.target.replace("&", "&amp;"), link.target)

    def words(self, page: BuiltPage, *spellings: str) -> Place:
        """Return where one of ``spellings`` stands in a page's source, else in the built page."""
        source = self.source(page)
        for line in (*source.head, *source.lines) if source else ():
            for spelling in spellings:
                if (start := line.text.find(spelling)) >= 0:
                    return line.place(start, start + len(spelling))
        return self._built(page, *spellings)

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
        return not place.file.startswith(f"{self._site.root.name}/")

    def _addresses(self, source: Source | None) -> Iterator[tuple[Line, int, int, str]]:
        for line in source.lines if source else ():
            for match in ADDRESS.finditer(line.text):
                group = match.lastindex or 1
                target = fill(match.group(group), self._values, source.language)
                yield line, match.start(group), match.end(group), target

    def _built(self, page: BuiltPage, *spellings: str) -> Place:
        file = f"{self._site.root.name}/{page.path}"
        for spelling in spellings:
            line, column = page.find(spelling)
            if line:
                return Place(file, line, column, len(spelling))
        return Place(file)


def _topic_path(source: Source, target: str) -> tuple[str, str]:
    path, _, fragment = target.partition("#")
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(source.path), path)) if path else source.path
    return _bare(joined), fragment


def _site_path(resolved: str, target: str) -> tuple[str, str]:
    language = language_of(resolved)
    return _bare(resolved.removeprefix(f"{language}/")), target.partition("#")[2]


def _bare(path: str) -> str:
    return re.sub(r"(^|/)index$", "", re.sub(r"\.(md|html)$", "", path)).strip("./")
