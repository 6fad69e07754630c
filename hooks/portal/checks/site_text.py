"""What is published: versions and placeholder text in pages, inline data, indexes, PDFs and copies of the site."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from portal.checks.context import SiteContext
from portal.checks.placeholder_forms import find_words
from portal.checks.placeholder_text import placeholder_problem
from portal.checks.placeholders import MALFORMED, PLACEHOLDER_MALFORMED
from portal.checks.search_indexes import is_index
from portal.checks.versions import VERSION_UNKNOWN, unknown
from portal.problems import Code, Location, Problem
from portal.problems.messages import say
from portal.site.copies import is_copy, page_of
from portal.site.locate import Locator
from portal.site.page import BuiltPage
from portal.site.pdfs import Pdf
from portal.site.site import Site
from portal.site.templates import location_at
from portal.sources.facts import Facts
from portal.sources.version_numbers import DOTTED, find_versions

PAGE_UNPUBLISHED = Code(
    "page-unpublished",
    why=say("A page that somebody wrote is not in the built site."),
    fix=say("Build the site again."),
    example=say("the site has no {page}", page="user/new/index.html"),
)

ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")  # CommonMark 0.31, 2.4
Locate = Callable[[str], Location]  # where words are


def check_published(site: Site, context: SiteContext) -> Iterator[Problem]:
    """Yield a problem for each page that its editor wrote and the site has not."""
    for source in context.project.sources:
        if source.site_path not in site.files:
            yield PAGE_UNPUBLISHED.problem(
                Location(source.file),
                say("the site has no {page}", page=source.site_path),
                say("build the site again"),
            )


def check_pages(site: Site, context: SiteContext) -> Iterator[Problem]:
    """Yield a problem for each unknown version, placeholder text and unfilled brace that readers of a page get.

    What is in a source is reported there by the check of the sources.
    """
    locator, facts = context.locator, context.facts
    seen: set[str] = set()
    for page in site.pages.values():
        # Each line once: menus repeat on every page, and would cost the square of the pages.
        new = set(page.text.split("\n")) - seen
        seen |= new
        text = "\n".join(sorted(new))
        locate = partial(locator.built, page)
        yield from _check_words(text, locate, locator, facts)
        yield from _check_braces(text, locate, locator)
        yield from _check_versions(page.data, locate, locator, facts)


def _check_words(text: str, locate: Locate, locator: Locator, facts: Facts) -> Iterator[Problem]:
    yield from _check_versions(text, locate, locator, facts)
    for words in dict.fromkeys(match.group() for match in find_words(text)):
        if not locator.is_written(words):
            yield placeholder_problem(locate(words), words)


def _check_versions(text: str, locate: Locate, locator: Locator, facts: Facts) -> Iterator[Problem]:
    for number in _unknown_versions(text, facts):
        if not locator.is_written(number):
            yield VERSION_UNKNOWN.problem(locate(number), *unknown(number, facts))


def _check_braces(text: str, locate: Locate, locator: Locator) -> Iterator[Problem]:
    for match in MALFORMED.finditer(text):
        if not locator.is_written(match.group(0)):
            message = say("{words} reaches readers as it stands", words=match.group(0))
            yield PLACEHOLDER_MALFORMED.problem(locate(match.group(0)), message)


def check_other_files(site: Site, context: SiteContext) -> Iterator[Problem]:
    """Yield the same problems for PDFs, search indexes and copies of pages. They may contain the version history."""
    locator, facts = context.locator, context.facts
    # One line for each string of the index: it is a single line of the length of all pages.
    indexes = {path: site.read(path).replace('"', "\n") for path in site.files if is_index(path)}
    for path, text in {**indexes, **{pdf.path: pdf.text for pdf in context.pdfs}}.items():
        yield from _check_words(text, _always(Location(f"{site.label}/{path}")), locator, facts)
    for path in filter(is_copy, site.files):
        written = site.read(path)
        text, page = ESCAPE.sub(r"\1", written), site.pages.get(page_of(path))
        own = partial(_in_copy, f"{site.label}/{path}", written)
        locate = own if page is None else partial(_in_page_or, own, page, locator)
        yield from _check_words(text, locate, locator, facts)
        yield from _check_braces(text, locate, locator)


def _in_copy(file: str, text: str, words: str) -> Location:
    return location_at(file, text, text.index(words), len(words)) if words in text else Location(file)


def _in_page_or(otherwise: Locate, page: BuiltPage, locator: Locator, words: str) -> Location:
    """Return where a page has the words, for what its copy repeats: the same problem is told once."""
    location = locator.built(page, words)
    return location if location.line else otherwise(words)


def _always(location: Location) -> Locate:
    return lambda _: location


def count_versions(site: Site, facts: Facts, pdfs: Iterable[Pdf]) -> int:
    """Return how many client versions pages and PDFs state."""
    texts = [*(page.text for page in site.pages.values()), *(pdf.text for pdf in pdfs)]
    lines = Counter(line for text in texts for line in _lines_with_numbers(text))  # menus repeat on every page
    return sum(count * len(find_versions(line, facts.version_numbers)) for line, count in lines.items())


def _unknown_versions(text: str, facts: Facts) -> dict[str, None]:
    known = facts.version_numbers
    lines = dict.fromkeys(_lines_with_numbers(text))
    return dict.fromkeys(
        found.number for line in lines for found in find_versions(line, known) if found.number not in known
    )


def _lines_with_numbers(text: str) -> Iterator[str]:
    """Yield the lines that can contain a version: most have none, and navigation repeats."""
    end = 0
    for match in DOTTED.finditer(text):
        if match.start() >= end:
            start = text.rfind("\n", 0, match.start()) + 1
            end = text.find("\n", match.end())
            end = len(text) if end < 0 else end
            yield text[start:end]
