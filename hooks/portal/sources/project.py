"""The project: all that editors write, each file read once and handed on."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from portal.formats.folders import check_folder, files_below
from portal.formats.git import archive_date, last_commits
from portal.formats.yaml import Document, read_yaml
from portal.languages import LANGUAGES, Language
from portal.problems import Problem
from portal.sources.config import NAV_INVALID, config_beside, templates_of
from portal.sources.drawings import Drawings, read_drawings
from portal.sources.facts_file import FactsFile, read_facts
from portal.sources.glossary import Term, read_glossary
from portal.sources.notices_file import NoticesFile, read_notices, texts_of
from portal.sources.page import Source, read_sources
from portal.sources.search_file import SearchFile, answer_texts, read_search_words
from portal.sources.serving import FILE as SERVING_FILE
from portal.sources.storyboard import StoryboardFile, read_storyboard
from portal.sources.whole_names import WholeNames, read_names
from portal.sources.word_list import Terms, read_word_list


@dataclass(frozen=True)
class Project:
    """What editors write: the folder of the pages and, where known, mkdocs.yml and the folder of the templates."""

    docs: Path
    config_file: Path | None = None
    templates: Path | None = None

    @classmethod
    def around(cls, docs: Path, config_file: Path | None = None, templates: Path | None = None) -> "Project":
        """Return the project of the folder ``docs``. What is not given is what lies beside it, where that is there."""
        config_file = config_file or config_beside(docs)
        return cls(docs, config_file, templates or (config_file and templates_of(config_file)))

    @cached_property
    def facts_file(self) -> FactsFile:
        """The facts, read once."""
        return read_facts(self.docs / "facts.yml")

    @cached_property
    def names(self) -> tuple[WholeNames, tuple[Problem, ...]]:
        """The names that never break over two lines, read once, and what is wrong with their file."""
        return read_names(self.docs)

    @cached_property
    def terms(self) -> tuple[Terms, tuple[Problem, ...]]:
        """What each thing is called, read once, and what is wrong with the file."""
        return read_word_list(self.docs)

    @cached_property
    def notices_file(self) -> NoticesFile:
        """The notices of maintenance and outages, read once."""
        return read_notices(self.docs)

    @cached_property
    def notice_texts(self) -> tuple[Source, ...]:
        """The text of each notice in each language, as a page would have it."""
        return texts_of(self.notices_file)

    @cached_property
    def search_file(self) -> SearchFile:
        """The search words, read once."""
        return read_search_words(self.docs)

    @cached_property
    def answer_texts(self) -> tuple[Source, ...]:
        """The text of each answer of the search in each language, as a page would have it."""
        return answer_texts(self.search_file)

    @cached_property
    def drawings(self) -> Drawings:
        """The drawings that pages show, read once."""
        return read_drawings(self.docs)

    @cached_property
    def storyboard(self) -> StoryboardFile:
        """What the film of the short guide shows, read once."""
        return read_storyboard(self.docs)

    @cached_property
    def commits(self) -> dict[str, int]:
        """When Git last got each file, read once: seconds since 1970, by path from the project on."""
        return last_commits(self.docs.parent)

    @cached_property
    def archived(self) -> int:
        """When the commit of this source archive was made: seconds since 1970; 0 where this is no archive."""
        return archive_date(self.docs.parent)

    @cached_property
    def config(self) -> tuple[Document | None, list[Problem]]:
        """The data of mkdocs.yml, or None where there is none that can be read; and what is wrong with it as YAML."""
        return read_yaml(self._config_text, self.config_file.name, NAV_INVALID) if self.config_file else (None, [])

    @cached_property
    def _config_text(self) -> str:
        return self.config_file.read_text("utf-8", errors="replace") if self.config_file else ""

    @property
    def serving_file(self) -> Path:
        """What says how the site is served; need not be there."""
        return self.docs.parent / SERVING_FILE

    @cached_property
    def stray(self) -> list[Problem]:
        """What must not be read: symbolic links that lead out of their folder, pipes and devices."""
        folders = [folder for folder in (self.docs, self.templates) if folder]
        return [problem for folder in folders for problem in check_folder(folder, self._name(folder))]

    @cached_property
    def sources(self) -> list[Source]:
        """Every page of every language, read once."""
        return read_sources(self.docs)

    def page(self, language: Language, path: str) -> Source:
        """Return a page by its path in its language folder: ``admin/index.md``. Raises KeyError."""
        return self._pages[language, path]

    def find(self, language: Language, path: str) -> Source | None:
        """Return such a page, or None if there is none."""
        return self._pages.get((language, path))

    @cached_property
    def _pages(self) -> dict[tuple[Language, str], Source]:
        return {(source.language, source.path): source for source in self.sources}

    def glossary(self, language: Language) -> list[Term]:
        """Return the terms of a language, read once."""
        return self._glossaries[language]

    @cached_property
    def _glossaries(self) -> dict[Language, list[Term]]:
        return {language: read_glossary(self.docs, language) for language in LANGUAGES}

    @cached_property
    def other_texts(self) -> dict[str, str]:
        """What editors write besides pages (mkdocs.yml, facts.yml, templates, assets), by path from the project on."""
        assets = [
            path for path in files_below(self.docs) if path.suffix in (".css", ".js", ".svg", ".webmanifest", ".yml")
        ]
        templates = [path for path in files_below(self.templates) if path.suffix == ".html"] if self.templates else ()
        config = {self._name(self.config_file): self._config_text} if self.config_file else {}
        return self._read(templates) | config | self._read(assets)

    def _read(self, files: Iterable[Path]) -> dict[str, str]:
        return {self._name(path): path.read_text("utf-8", errors="replace") for path in files}

    def _name(self, path: Path) -> str:
        """Return how reports name a file: from the project's folder on, where it lies inside."""
        root = self.docs.parent
        return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()
