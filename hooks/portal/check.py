"""All checks: of the sources before the build, of sources and site after it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from portal.checklist import check_checklist
from portal.facts import Facts, read_facts
from portal.languages import LANGUAGES
from portal.links import check_links
from portal.locate import Locator
from portal.nav import check_nav
from portal.parity import check_same_pages
from portal.placeholders import check_placeholders
from portal.problems import Place, Problem
from portal.site import Site
from portal.slips import find_placeholder_text
from portal.sources import read_sources
from portal.versions import find_versions, unknown_versions

# What stops a build before it begins: MkDocs would end in a traceback, or every page would be wrong.
BLOCKING = ("facts-", "front-matter-", "page-", "nav-missing")


@dataclass(frozen=True)
class Result:
    """What a check found, and how much it looked at: (what, how many)."""

    problems: tuple[Problem, ...]
    checked: tuple[tuple[str, int], ...] = ()


def check_sources(docs: Path, config_file: Path | None = None) -> list[Problem]:
    """Return every problem of the pages and facts as editors wrote them. ``config_file`` is mkdocs.yml, if there."""
    facts, problems = read_facts(docs / "facts.yml")
    sources = read_sources(docs)
    for source in sources:
        problems += source.problems
        problems += check_checklist(source)
        if facts:
            problems += check_placeholders(source, facts.values())
    problems += check_same_pages(sources)
    if config_file:
        problems += check_nav(config_file, sources)
    return problems


def check_all(site_folder: Path, docs: Path, config_file: Path | None = None, site_url: str = "/") -> Result:
    """Check the built site and its sources. ``site_url`` is the address that it is published at."""
    problems = check_sources(docs, config_file)
    facts, _ = read_facts(docs / "facts.yml")
    if facts is None:
        return Result(tuple(problems))
    site = Site(site_folder)
    sources = read_sources(docs)
    locator = Locator(site, sources, facts.values())
    base_path = urlsplit(site_url).path or "/"
    problems += check_links(site, locator, base_path)
    texts = dict(_pdf_texts(site, problems))
    problems += _check_words(site, locator, facts, texts)
    words = [*(page.text for page in site.pages.values()), *texts.values()]
    checked = (
        ("pages", len(site.pages)),
        ("languages", len(LANGUAGES)),
        ("links and assets", sum(len(page.links) for page in site.pages.values())),
        ("version numbers", sum(len(list(find_versions(text))) for text in words)),
        ("checklist PDFs", len(texts)),
    )
    return Result(tuple(problems), checked)


def _check_words(site: Site, locator: Locator, facts: Facts, pdf_texts: dict[str, str]) -> Iterator[Problem]:
    """Look for unknown versions and placeholder text in every page and PDF."""
    for page in site.pages.values():
        for number, hint in unknown_versions(page.text, facts):
            yield _unknown(locator.words(page, number), number, hint)
        for words in dict.fromkeys(find_placeholder_text(page.text)):
            yield _slip(locator.words(page, words), words)
    for path, text in pdf_texts.items():
        place = Place(f"{site.root.name}/{path}")
        for number, hint in unknown_versions(text, facts):
            yield _unknown(place, number, hint)
        for words in dict.fromkeys(find_placeholder_text(text)):
            yield _slip(place, words)


def _unknown(place: Place, number: str, hint: str) -> Problem:
    return Problem("version-unknown", place, f"{number} is not a version that facts.yml knows", hint)


def _slip(place: Place, words: str) -> Problem:
    return Problem("placeholder-text", place, f"“{words}” is placeholder text", "write what readers should read")


def _pdf_texts(site: Site, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    for path in sorted(site.files):
        if path.endswith(".pdf"):
            try:
                reader = PdfReader(site.root / path)
                yield path, "\n".join(page.extract_text() for page in reader.pages)
            except (PyPdfError, OSError, ValueError) as error:
                problems.append(Problem("pdf-unreadable", Place(f"{site.root.name}/{path}"), f"this PDF can't be read: {error}"))

