"""Runs the checks: of the sources before the build, of sources and site after it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from portal.checks.config_file import CONFIG_KEY, NAV_UNTRANSLATED
from portal.checks.context import Context, FactsContext, SiteContext
from portal.checks.file_names import FILE_NAME, FILE_STRAY
from portal.checks.leftovers import MARKUP_LEFTOVER
from portal.checks.links.addresses import LINK_INSECURE, LINK_INVALID
from portal.checks.links.orphans import PAGE_UNREACHABLE
from portal.checks.literals import ADDRESS_LITERAL
from portal.checks.nav import NAV_DUPLICATE, NAV_OMITTED
from portal.checks.placeholders import FACT_UNKNOWN, PLACEHOLDER_MALFORMED
from portal.checks.scopes import Check, ScopeName
from portal.checks.site_text import count_versions
from portal.checks.suppressions import EXCEPTION_INVALID, EXCEPTION_UNUSED, apply_suppressions
from portal.checks.table import CHECKS, LINKS
from portal.formats.folders import FILE_IRREGULAR, FILE_OUTSIDE, check_folder
from portal.languages import LANGUAGES
from portal.problems import Problem
from portal.problems.messages import say
from portal.site.locate import Locator
from portal.site.pdfs import read_pdfs
from portal.site.site import Site, label_of
from portal.sources.page import INCLUDE_MISSING
from portal.sources.project import Project

# What the runner itself reports: files that must not be read, and exceptions that are wrong.
OWN_CODES = (FILE_OUTSIDE, FILE_IRREGULAR, EXCEPTION_INVALID, EXCEPTION_UNUSED)
CODES = frozenset(code for check in CHECKS for code in check.codes).union(OWN_CODES)
# Of what reading finds, this stops no build: MkDocs neither ends in a traceback, nor is every page wrong.
HARMLESS = (CONFIG_KEY, NAV_UNTRANSLATED, FILE_STRAY, NAV_DUPLICATE, NAV_OMITTED, INCLUDE_MISSING)


@dataclass(frozen=True)
class Result:
    """What a check found, and how much it looked at: (what, how many)."""

    problems: tuple[Problem, ...]
    checked: tuple[tuple[str, int], ...] = ()

    @property
    def failed(self) -> bool:
        """Whether there is more than warnings."""
        return any(problem.severity == "error" for problem in self.problems)


def is_buildable(project: Project) -> bool:
    """Whether a build can begin: nothing leads out of the project; facts, front matter and navigation can be read."""
    if project.stray:
        return False
    return all(problem.code in HARMLESS for _, problem in _find(_context(project, date.today()), "reading"))


def check_sources(project: Project) -> list[Problem]:
    """Return every problem of the pages and facts as editors wrote them.

    Stray files are reported alone; nothing is read.
    """
    if project.stray:
        return list(project.stray)
    return [problem for _, problem in _find(_context(project, date.today()))]


def check_all(built: Path | Site, project: Project, site_url: str | None = None) -> Result:
    """Check the built site, or that in a folder, and its sources.

    ``site_url`` is where the site is published; by default it says so itself.
    """
    folder = built.root if isinstance(built, Site) else built
    label = label_of(folder, project.docs.parent)
    if stray := [*project.stray, *check_folder(folder, label, hidden=True)]:
        return Result(tuple(stray))
    context = _context(project, date.today())
    read = tuple(problem for _, problem in _find(context, "reading"))
    if any(problem.code == FILE_NAME for problem in read):
        return Result(read)  # no build begins with such names, and each link to one would be told once more
    if not isinstance(context, FactsContext):
        return Result(tuple(problem for _, problem in _find(context)))
    site = built if isinstance(built, Site) else Site(folder, project.docs.parent)
    context = _with_site(context, site, site_url or site.address)
    problems = _without_repeats(list(_find(context)))
    return Result(tuple(apply_suppressions(problems, project.sources, CODES)), _count(context))


def check_dates(project: Project, today: date) -> list[Problem]:
    """Return every problem of facts.yml, and every fact whose review is due: an error here, where one asks for it."""
    due = _find(_context(project, today), "dates")
    return [*project.facts_file.problems, *(replace(problem, severity="error") for _, problem in due)]


def _context(project: Project, today: date) -> Context:
    facts = project.facts_file.facts
    return FactsContext(project, today, facts) if facts else Context(project, today)


def _with_site(context: FactsContext, site: Site, site_url: str) -> SiteContext:
    project, facts = context.project, context.facts
    locations = {key: location for key, location in context.locations.items() if key in facts.values}
    locator = Locator(site, project.sources, facts.values, project.other_texts, locations, project.docs.parent)
    pdfs, problems = read_pdfs(site)
    unreadable = tuple(replace(problem, location=locator.asset(problem.location.file)) for problem in problems)
    return SiteContext(project, context.today, facts, site, locator, site_url, tuple(pdfs), unreadable)


def _find(context: Context, scope: ScopeName | None = None) -> Iterator[tuple[Check, Problem]]:
    """Yield what each check, or each of a scope, finds with what is known."""
    for check in CHECKS:
        if scope in (None, check.scope):
            yield from ((check, problem) for problem in check.find(context))


def _without_repeats(found: list[tuple[Check, Problem]]) -> list[Problem]:
    """Return the problems; of two that the same fix ends, keep one."""
    omitted = {problem.location.file for _, problem in found if problem.code == NAV_OMITTED}
    found = [
        (check, problem)
        for check, problem in found
        if not (problem.code == PAGE_UNREACHABLE and problem.location.file in omitted)
    ]
    left = {
        (one.location.file, one.location.line, one.location.column) for _, one in found if one.code == MARKUP_LEFTOVER
    }
    found = [
        (check, one)
        for check, one in found
        if one.code not in (FACT_UNKNOWN, PLACEHOLDER_MALFORMED)
        or (one.location.file, one.location.line, one.location.column) not in left  # whose hint knows the syntax
    ]
    links = [problem for check, problem in found if check is LINKS]
    known = {link.location for link in links if link.code not in (LINK_INVALID, LINK_INSECURE)}  # their fix differs
    return [
        problem
        for check, problem in found
        if check is LINKS or problem.code != ADDRESS_LITERAL or problem.location not in known
    ]


def _count(context: SiteContext) -> tuple[tuple[str, int], ...]:
    site, pdfs = context.site, context.pdfs
    return (
        (say("pages"), len(site.pages)),
        (say("languages"), len(LANGUAGES)),
        (say("links and assets"), sum(len(page.links) for page in site.pages.values())),
        (say("version numbers"), count_versions(site, context.facts, pdfs)),
        (say("checklist PDFs"), len(pdfs)),
    )
