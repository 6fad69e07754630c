"""Locating: from a fault in a built page back to the file, line and column that an editor mends."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from portal.languages import language_of, published_path
from portal.links.resolve import address_of
from portal.pages import BuiltPage
from portal.placeholders import Values, fill
from portal.problems import Place
from portal.site import FINGERPRINT, Site
from portal.sources import Line, Source

VALUE = r"""(?:\{\{[^{}]*\}\}|[^)\s>"'])*"""
# Where an address stands in Markdown: a link or image (after its text), a reference definition, an autolink, an
# attribute of raw HTML. Group 1 is the text of a link.
ADDRESS = re.compile(
    rf"""\[([^\[\]]*)\]\(\s*<?({VALUE})|(?<=\]\()\s*<?({VALUE})|^\s*\[[^\]]+\]:\s*<?({VALUE})|<((?:https?|mailto):[^>\s]+)>"""
    r"""|\b(?:href|src|srcset|poster|data|action|formaction|content|ping)=(?:["']([^"']*)["']|([^\s"'>]+))"""
)
COMMENT = re.compile(r"<!--.*?-->")
PLACEHOLDER = re.compile(r"\{\{\s*([\w.]+)\s*\}\}")


@dataclass(frozen=True)
class Written:
    """An address as its editor wrote it."""

    line: Line
    start: int
    end: int
    target: str  # with its placeholders filled
    name: str  # the text of the link, where it stands beside

    @property
    def raw(self) -> str:
        """The address as it stands, placeholders and all."""
        return self.line.text[self.start : self.end]


class Locator:
    """Finds the source of built pages, and places in it."""

    def __init__(
        self,
        site: Site,
        sources: Sequence[Source],
        values: Values,
        others: Mapping[str, str] | None = None,
        fact_places: Mapping[str, Place] | None = None,
        project: Path = Path(),
    ) -> None:
        """Match the pages of ``site`` with ``sources``; ``values`` fill the placeholders in addresses.

        ``others`` are the texts of other files that editors write, by their path from the folder ``project``: templates,
        mkdocs.yml, assets. ``fact_places`` says where the value of a fact stands.
        """
        self._site, self._values, self.project = site, values, project
        self._others, self._fact_places = others or {}, fact_places or {}
        self._written = "\n".join(line.text for source in sources for line in (*source.head, *source.lines))
        self._sources = {published_path(source.language, source.path) + "index.html": source for source in sources}
        self._addresses = lru_cache(maxsize=None)(lambda path: tuple(self._read_addresses(path)))
        self._index = lru_cache(maxsize=None)(self._read_index)
        self.pages_from = lru_cache(maxsize=None)(self._pages_from)

    def sources(self) -> Iterable[Source]:
        """Return every source."""
        return self._sources.values()

    def source(self, page: BuiltPage) -> Source | None:
        """Return the source of a page, or None for one that a template makes (404.html)."""
        return self._sources.get(page.path)

    def link(self, page: BuiltPage, target: str, resolved: str, name: str | None = None) -> list[tuple[Place, str]]:
        """Return every place where an editor wrote a link, with the words there, or the one in the built page.

        ``resolved`` is the site file that the link leads to; ``name`` its text, where the fault is in that.
        """
        by_target, by_topic = self._index(page.path)
        found = by_target.get(target) or by_topic.get(_site_path(resolved, target), [])
        if name is not None:
            found = [
                written for written in found if " ".join(re.sub(r"[*_`]", "", written.name).split()) == name
            ] or found
        places = [self._place(written, target) for written in found]
        return places or self._elsewhere(target, resolved) or [(self.built(page, target), target)]

    def id(self, page: BuiltPage, name: str) -> Place:
        """Return where an id is given a second time in the source of a page, or its place in the built page."""
        source = self.source(page)
        pattern = re.compile(rf"""(?<=#){re.escape(name)}(?=[\s}}])|(?<=id=["']){re.escape(name)}(?=["'])""")
        found = [
            line.place(match.start(), match.end())
            for line in (source.lines if source else ())
            for match in pattern.finditer(line.text)
            if not line.text[: match.start()].endswith("(#")
        ]
        return found[min(1, len(found) - 1)] if found else self.built(page, f'id="{name}"')

    def file(self, path: str, words: str) -> Place:
        """Return where ``words`` stand in an asset as its editor wrote it, or in the built file."""
        plain = FINGERPRINT.sub("", path)
        for label, text in self._others.items():
            if label.endswith(f"/{plain}") and words in text:
                return _find(label, text, words)
        return _find(f"{self._site.label}/{path}", self._site.read(path), words)

    def pdf_link(self, pdf: str, page: BuiltPage, target: str, resolved: str) -> tuple[Place, str]:
        """Return the place of a PDF's link in the page that it was made from, or the PDF, with the words there."""
        place, words = self.link(page, target, resolved)[0]
        return (place, words) if self.in_source(place) else (Place(f"{self._site.label}/{pdf}"), target)

    def is_written(self, words: str) -> bool:
        """Whether any source holds ``words``: what it holds is told there, not in each page whose menu repeats it."""
        return bool(re.search(rf"(?<![\w.]){re.escape(words)}(?!\w|\.\w)", self._written))

    def built(self, page: BuiltPage, words: str) -> Place:
        """Return where ``words`` stand in a built page."""
        for spelling in (words, words.replace("&", "&amp;")):
            line, column = page.find(spelling)
            if line:
                return Place(f"{self._site.label}/{page.path}", line, column, len(spelling))
        return Place(f"{self._site.label}/{page.path}")

    def in_source(self, place: Place) -> bool:
        """Whether a place is in something that an editor wrote, and not in the built site."""
        return not place.file.startswith(f"{self._site.label}/")

    def _pages_from(self, page: BuiltPage, target: str) -> dict[str, str]:
        """Return every page of the same language by its site path, written as a link from where ``target`` stands."""
        source = self.source(page)
        folder = posixpath.dirname(source.path) if source else ""
        if source and any(w.line.file != source.file for w in self._addresses(page.path) if w.target == target):
            folder = "shared"  # a passage's links are written as from a page in user/ or admin/
        return {
            path.removesuffix("index.html").strip("/"): posixpath.relpath(other.path, folder or ".")
            for path, other in self._sources.items()
            if other.language == language_of(page.path)
        }

    def _place(self, written: Written, target: str) -> tuple[Place, str]:
        """Return where to mend an address: in facts.yml, where a fact is all of it; of a srcset, the one candidate."""
        key = PLACEHOLDER.fullmatch(written.raw.strip())
        if key and key.group(1) in self._fact_places:
            return self._fact_places[key.group(1)], written.target
        if target in _candidates(written.target):
            start = written.start + max(0, written.raw.find(target))
            return written.line.place(start, start + len(target)), target
        return written.line.place(written.start, written.end), written.raw

    def _elsewhere(self, target: str, resolved: str) -> list[tuple[Place, str]]:
        """Return where a template, mkdocs.yml or facts.yml writes an address."""
        folder = resolved.removesuffix("index.html")
        for words in dict.fromkeys((target, resolved, f"/{resolved}", folder, f"/{folder}", folder.rstrip("/"))):
            if len(words) < 3:
                continue  # "." and "/" stand everywhere
            pattern = re.compile(rf"""(?:(?<=["'(])|(?<=[:-]\s)){re.escape(words)}(?=["')#]|\s*$)""", re.MULTILINE)
            for label, text in self._others.items():
                if match := pattern.search(text):
                    name = target if words == target else address_of(resolved)
                    return [(_place_at(label, text, match.start(), len(words)), name)]
        return []

    def _read_index(self, page_path: str) -> tuple[dict[str, list[Written]], dict[tuple, list[Written]]]:
        """Return what is written in a page by its address, and by the page and fragment that it leads to."""
        by_target, by_topic = defaultdict(list), defaultdict(list)
        for written in self._addresses(page_path):
            for target in (written.target, *_candidates(written.target)):
                by_target[target].append(written)
            by_topic[_topic_path(self._sources[page_path], written.target)].append(written)
        return by_target, by_topic

    def _read_addresses(self, page_path: str) -> Iterator[Written]:
        source = self._sources.get(page_path)
        for line in (*source.head, *source.lines) if source else ():
            text = COMMENT.sub(lambda comment: " " * len(comment.group(0)), line.text)
            for match in ADDRESS.finditer(text):
                group = match.lastindex
                target = fill(match.group(group), self._values, source.language)
                yield Written(line, match.start(group), match.end(group), target, match.group(1) or "")


def _candidates(target: str) -> list[str]:
    """Return the addresses of a srcset."""
    return [part.split()[0] for part in target.split(",") if part.strip()] if " " in target or "," in target else []


def _find(label: str, text: str, words: str) -> Place:
    return _place_at(label, text, text.index(words), len(words)) if words in text else Place(label)


def _place_at(label: str, text: str, start: int, length: int) -> Place:
    return Place(label, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start), length)


def _topic_path(source: Source, target: str) -> tuple[str, str]:
    path, _, fragment = target.partition("#")
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(source.path), path)) if path else source.path
    return _bare(joined), fragment


def _site_path(resolved: str, target: str) -> tuple[str, str]:
    language = language_of(resolved)
    return _bare(resolved.removeprefix(f"{language}/")), target.partition("#")[2]


def _bare(path: str) -> str:
    return re.sub(r"(^|/)index$", "", re.sub(r"\.(md|html)$", "", path)).strip("./")
