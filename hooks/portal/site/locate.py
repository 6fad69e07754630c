"""Locating: from a fault in a built page back to the file, line and column that an editor corrects."""

import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path

from portal.formats.markdown.written_links import SourceLink
from portal.languages import Language, language_of
from portal.problems import Location
from portal.site.built_locations import locate_link, locate_words
from portal.site.links import Link
from portal.site.page import BuiltPage
from portal.site.site import FINGERPRINT, Site
from portal.site.source_links import LinkIndex, parts_of
from portal.site.templates import TemplateLinks, location_at
from portal.sources.disguised_numbers import undisguise
from portal.sources.page import Source
from portal.sources.placeholders import PLACEHOLDER, Values

COMMENT = re.compile(r"/\*.*?\*/|<!--.*?-->", re.DOTALL)


class Locator:
    """Finds the source of built pages, and places in it."""

    def __init__(
        self,
        site: Site,
        sources: Sequence[Source],
        values: Values,
        others: Mapping[str, str] | None = None,
        fact_locations: Mapping[str, Location] | None = None,
        project: Path = Path(),
    ) -> None:
        """Match the pages of ``site`` with ``sources``; ``values`` fill the placeholders in addresses.

        ``others`` are the texts of other files that editors write, by their path from the folder ``project``:
        templates, mkdocs.yml, assets. ``fact_locations`` says where the value of a fact stands.
        """
        self._site, self._values, self.project = site, values, project
        self._others, self._fact_locations = others or {}, fact_locations or {}
        self._templates = TemplateLinks(self._others)
        self._written = "\n".join(line.text for source in sources for line in (*source.head, *source.lines))
        self._sources = {source.site_path: source for source in sources}
        self._links = LinkIndex(self._sources, values, site.plain_files)
        self._page_files = {line.file for source in sources for line in source.lines} | {s.file for s in sources}
        self._names = cache(self._read_names)  # pages have few folders

    def sources(self) -> Iterable[Source]:
        """Return every source."""
        return self._sources.values()

    def source(self, page: BuiltPage) -> Source | None:
        """Return the source of a page, or None for one that a template makes (404.html)."""
        return self._sources.get(page.path)

    def link(
        self, page: BuiltPage, link: Link, resolved: str, *, by_name: bool = False, at_text: bool = False
    ) -> list[tuple[Location, str]]:
        """Return every place where an editor wrote a link, with the words there, or the one in the built page.

        ``resolved`` is the site file that it leads to. ``by_name`` is for faults that not all links to there share:
        only those with the same text are meant. ``at_text`` is for those of the text: it is the place, not the address.
        """
        written = self._links.find(page, link.target, resolved)
        found = self._links.named(written, page, link) if by_name else written
        locations = dict.fromkeys(self._location(one, by_name, at_text) for one in found)
        return list(locations) or [
            self._templates.find(link.target, resolved, link.name if by_name else None)
            or self._fact(link.target)
            or (locate_link(page, link, self._site.label, by_name=by_name), link.target)
        ]

    def id(self, page: BuiltPage, name: str) -> Location:
        """Return where an id is given a second time in the source of a page, or its place in the built page."""
        source = self.source(page)
        ids = [one for one in source.ids if one.name == name] if source else []
        found = [source.markdown.location(one.start, one.end) for one in ids] if source else []
        return found[min(1, len(found) - 1)] if found else self.built(page, f'id="{name}"')

    def file(self, path: str, words: str) -> list[Location]:
        """Return where ``words`` stand in an asset as its editor wrote it, or in the built file.

        A file that the build has joined of others has no source of its name: then each of its kind is looked through,
        those of its folder first.
        """
        plain = FINGERPRINT.sub("", path)
        own = [label for label in self._others if label.endswith(f"/{plain}")]
        ending, folder = posixpath.splitext(plain)[1], f"/{posixpath.dirname(plain)}"
        alike = [label for label in self._others if label.endswith(ending)]
        beside = [label for label in alike if posixpath.dirname(label).endswith(folder)]
        for labels in (own, *([] if own else [beside, alike])):
            if found := [location for label in labels for location in _stands(label, self._others[label], words)]:
                return found
        label = f"{self._site.label}/{path}"
        return list(_stands(label, self._site.read(path), words))[:1] or [Location(label)]

    def markup(self, page: BuiltPage, *spellings: str) -> list[Location]:
        """Return where the first of the ``spellings`` of some HTML is found: in the source, a template or as built."""
        source = self.source(page)
        templates = [(label, text) for label, text in self._others.items() if label.endswith(".html")]
        for words in spellings:
            if source and (found := list(_finds(words, source.markdown.text))):
                return [source.markdown.location(*match.span()) for match in found]
            for label, text in templates:
                if words in text:
                    matches = re.finditer(re.escape(words), text)
                    return [location_at(label, text, match.start(), len(words)) for match in matches]
        return [self.built(page, spellings[-1])]

    def pages_from(self, page: BuiltPage, target: str) -> dict[str, str]:
        """Return every page of the same language by its site path, written as a link from where ``target`` stands."""
        source = self.source(page)
        folder = posixpath.dirname(source.path) if source else ""
        if source and any(written.line.file != source.file for written in self._links.find(page, target)):
            folder = "shared"  # a passage's links are written as from a page in user/ or admin/
        return self._names(language_of(page.path), folder)

    def asset(self, path: str) -> Location:
        """Return the file that an editor has put into docs/ for a file of the site, or that of the site.

        ``path`` is its site path, or that of its place.
        """
        path = path.removeprefix(f"{self._site.label}/")
        plain = FINGERPRINT.sub("", path)
        folders = {source.docs for source in self.sources()}
        found = (f"{folder}/{plain}" for folder in sorted(folders) if (self.project / folder / plain).is_file())
        return Location(next(found, f"{self._site.label}/{path}"))

    def pdf_link(self, pdf: str, page: BuiltPage, target: str, resolved: str) -> tuple[Location, str]:
        """Return the place of a PDF's link in the page that it was made from, or the PDF, with the words there."""
        _, query, fragment = parts_of(target)
        inside = f"/{resolved}{query}" + (f"#{fragment}" if fragment else "") if resolved else ""
        found = self._links.find(page, target, resolved) or (self._links.find(page, inside, resolved) if inside else [])
        return self._location(found[0], False) if found else (self.asset(pdf), target)

    def is_written(self, words: str) -> bool:
        """Whether any source contains ``words``: they are reported there, not in each page whose menu repeats them."""
        pattern = re.compile(rf"(?<![\w.]){re.escape(words)}(?!\w|\.\w)")
        return bool(pattern.search(self._written) or pattern.search(self._written_plainly))

    @cached_property
    def _written_plainly(self) -> str:
        """What sources contain, with plain numbers for versions in disguise."""
        return undisguise(self._written, [value for value in self._values.values() if isinstance(value, str)])[0]

    def writes(self, page: BuiltPage, words: str) -> bool:
        """Whether the source of a page holds ``words``, in whatever form."""
        source = self.source(page)
        return source is not None and words in source.text

    def built(self, page: BuiltPage, words: str) -> Location:
        """Return where ``words`` stand in a built page."""
        return locate_words(page, words, self._site.label)

    def in_source(self, location: Location) -> bool:
        """Whether a place is in something that an editor wrote, and not in the built site."""
        return not location.file.startswith(f"{self._site.label}/")

    def in_page(self, location: Location) -> bool:
        """Whether a place is in a page or passage, and not in what writes into many pages."""
        return location.file in self._page_files

    def _read_names(self, language: Language, folder: str) -> dict[str, str]:
        return {
            path: posixpath.relpath(other.path, folder or ".")
            for path, other in self._sources.items()
            if other.language == language
        }

    def _fact(self, target: str) -> tuple[Location, str] | None:
        """Return the place of the fact that has an address as its value."""
        locations = (location for key, location in self._fact_locations.items() if self._values.get(key) == target)
        return next(((location, target) for location in locations), None)

    def _location(self, written: SourceLink, by_name: bool, at_text: bool = False) -> tuple[Location, str]:
        """Return where to correct a link: its address or the fact that is all of it; its text where that is its own."""
        words = written.address.strip()
        if written.text and (at_text or (by_name and written.is_shared)):
            line, start, end = written.text
            return line.location(start, end), words
        key = PLACEHOLDER.fullmatch(words)
        if key and key.group(1) in self._fact_locations and not by_name:
            return self._fact_locations[key.group(1)], str(self._values[key.group(1)])
        return written.line.location(written.start, written.end), words


def _finds(words: str, text: str) -> Iterable[re.Match[str]]:
    return re.finditer(re.escape(words), text, re.IGNORECASE)


def _stands(label: str, text: str, words: str) -> Iterable[Location]:
    """Yield where ``words`` stand as an address in a file, outside of comments."""
    text = COMMENT.sub(lambda found: re.sub(r"\S", " ", found.group(0)), text)
    pattern = re.compile(rf"""(?<=["'(>\s]){re.escape(words)}(?=["')<\s])""")
    for match in pattern.finditer(text):
        yield location_at(label, text, match.start(), len(words))
