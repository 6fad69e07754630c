"""What checks look at and what they know: pages with their sentences, pairs of translations, the project, the site."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from portal.formats.markdown.text import Line
from portal.languages import DEFAULT, LANGUAGES
from portal.problems import Location, Problem
from portal.site.locate import Locator
from portal.site.pdfs import Pdf
from portal.site.resolve import Resolver
from portal.site.site import Site
from portal.sources.bold_words import bold_words
from portal.sources.facts import Facts
from portal.sources.history import PATH as HISTORY
from portal.sources.history import history_lines
from portal.sources.page import Source
from portal.sources.placeholders import TOOLS, Values
from portal.sources.project import Project
from portal.sources.sections import SectionedPage
from portal.sources.sentences import Sentence, sentences


@dataclass(frozen=True)
class Page:
    """A page as its editor wrote it, with what several checks read in it, read once."""

    source: Source
    facts: Facts

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, with their placeholders filled."""
        return tuple(sentences(self.source, self.facts.values, self.facts.version_numbers))

    @cached_property
    def prose(self) -> tuple[Sentence, ...]:
        """The sentences outside the version history; old versions are allowed in it."""
        return tuple(sentence for sentence in self.sentences if not self._is_history(sentence))

    @cached_property
    def sections(self) -> SectionedPage:
        """The sections of the page, block by block."""
        return SectionedPage(self.source)

    @property
    def prose_lines(self) -> Iterator[tuple[Line, str]]:
        """Each line outside the version history, and the same line with blanks for code and comments."""
        yield from ((line, line.text) for line in self.source.head)
        for line, live in zip(self.source.lines, self.source.markdown.live, strict=True):
            if line not in self._history:
                yield line, live

    @cached_property
    def _history(self) -> frozenset[Line]:
        return frozenset(history_lines(self.source)) if self.source.path == HISTORY else frozenset()

    def _is_history(self, sentence: Sentence) -> bool:
        return bool(self._history) and self._history.issuperset(sentence.lines)


@dataclass(frozen=True)
class Pair:
    """A page of the default language and one of its translations."""

    original: Page
    translation: Page


@dataclass(frozen=True)
class Context:
    """What is known of every project."""

    project: Project
    today: date


@dataclass(frozen=True)
class FactsContext(Context):
    """What is known once facts.yml can be read."""

    facts: Facts

    @property
    def locations(self) -> dict[str, Location]:
        """Where facts.yml has each fact."""
        return self.project.facts_file.locations

    @cached_property
    def values(self) -> Values:
        """What placeholders may name: the facts, and pages, which have an address only when they are built."""
        return self.facts.values | TOOLS | {source.path: "" for source in self.project.sources}

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Every page of every language."""
        return tuple(Page(source, self.facts) for source in self.project.sources)

    @cached_property
    def german_names(self) -> frozenset[str]:
        """The names of buttons and menus that any translation keeps in German."""
        translations = (page for page in self.pages if page.source.language != DEFAULT)
        return frozenset(
            one.words
            for page in translations
            for section in page.sections.sections
            for one in bold_words(page.sections, section)
            if one.is_german
        )

    @property
    def pairs(self) -> Iterator[Pair]:
        """Each page of the default language with each of its translations."""
        by_path = {(page.source.language, page.source.path): page for page in self.pages}
        for (language, path), original in by_path.items():
            if language == DEFAULT:
                yield from (
                    Pair(original, by_path[other, path])
                    for other in LANGUAGES
                    if other != DEFAULT and (other, path) in by_path
                )


@dataclass(frozen=True)
class SiteContext(FactsContext):
    """What is known once the site is built. ``site_url`` is the address that it is published at, or its path."""

    site: Site
    locator: Locator
    site_url: str
    pdfs: tuple[Pdf, ...]
    unreadable: tuple[Problem, ...]  # one for each PDF that can't be read

    @cached_property
    def resolver(self) -> Resolver:
        """Resolves the addresses of the site's files."""
        return Resolver(self.site_url)
