"""All checks: of the sources before the build, of sources and site after it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from portal.checks.address_allowances import check_allowances
from portal.checks.checklist import check_checklist
from portal.checks.codes import CODES
from portal.checks.consistency import check_consistency
from portal.checks.facts import check_overdue, check_unused
from portal.checks.links import check_links
from portal.checks.markup import check_markup
from portal.checks.nav import check_nav, check_starts
from portal.checks.placeholder_text import check_placeholder_text
from portal.checks.redirects import check_redirects
from portal.checks.security_txt import check_security
from portal.checks.seo import check_seo
from portal.checks.site_text import check_other_files, check_pages, check_published, count_versions
from portal.checks.suppressions import apply_suppressions
from portal.checks.translations import check_urls
from portal.formats.folders import check_folder
from portal.languages import LANGUAGES
from portal.problems import Problem
from portal.problems.messages import say
from portal.site.locate import Locator
from portal.site.pdfs import read_pdfs
from portal.site.site import Site, label_of
from portal.sources.placeholders import check_placeholders
from portal.sources.project import Project

# What stops a build before it begins: MkDocs would end in a traceback, or every page would be wrong.
BLOCKING = ("facts-", "front-matter-", "page-", "nav-missing", "nav-invalid")


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
    return not project.stray and not any(problem.code.startswith(BLOCKING) for problem in _reading_problems(project))


def _reading_problems(project: Project) -> list[Problem]:
    nav = (
        (*check_nav(project.config_file, project.sources), *check_starts(project.sources, project.docs.name))
        if project.config_file
        else ()
    )
    return [
        *project.facts_file.problems,
        *nav,
        *check_urls(project.docs, project.sources),
        *(problem for source in project.sources for problem in source.problems),
    ]


def check_sources(project: Project) -> list[Problem]:
    """Return every problem of the pages and facts as editors wrote them.

    Stray files are reported alone; nothing is read.
    """
    if project.stray:
        return list(project.stray)
    problems = _reading_problems(project)
    for source in project.sources:
        problems += check_checklist(source)
        problems += check_placeholder_text(source)
    if facts := project.facts_file.facts:
        for source in project.sources:
            problems += check_placeholders((*source.head, *source.lines), facts.values)
        problems += check_consistency(project.sources, facts)
        problems += check_unused(facts, project.facts_file.locations, project.sources, project.templates)
        problems += check_overdue(facts, project.facts_file.locations, date.today())
        problems += check_security(facts, project.facts_file.locations, date.today())
        problems += check_allowances(facts, project.facts_file.locations, date.today())
    return problems


def check_all(built: Path | Site, project: Project, site_url: str | None = None) -> Result:
    """Check the built site, or that in a folder, and its sources.

    ``site_url`` is where the site is published; by default it says so itself.
    """
    folder = built.root if isinstance(built, Site) else built
    label = label_of(folder, project.docs.parent)
    if stray := [*project.stray, *check_folder(folder, label, hidden=True)]:
        return Result(tuple(stray))
    problems = check_sources(project)
    facts = project.facts_file.facts
    if facts is None:
        return Result(tuple(problems))
    site = built if isinstance(built, Site) else Site(folder, project.docs.parent)
    site_url = site_url or site.address
    problems += check_published(site, project.sources)
    locations = {key: location for key, location in project.facts_file.locations.items() if key in facts.values}
    locator = Locator(site, project.sources, facts.values, project.other_texts, locations, project.docs.parent)
    pdfs, unreadable = read_pdfs(site)
    problems += (replace(problem, location=locator.asset(problem.location.file)) for problem in unreadable)
    problems = _with_links(problems, check_links(site, locator, site_url, pdfs))
    problems += check_markup(site, locator)
    problems += check_seo(site, locator, site_url, pdfs)
    if project.serving_file.is_file():
        problems += check_redirects(site, project.serving_file)
    problems += check_pages(site, locator, facts)
    problems += check_other_files(site, locator, facts, pdfs)
    checked = (
        (say("pages"), len(site.pages)),
        (say("languages"), len(LANGUAGES)),
        (say("links and assets"), sum(len(page.links) for page in site.pages.values())),
        (say("version numbers"), count_versions(site, facts, pdfs)),
        (say("checklist PDFs"), len(pdfs)),
    )
    return Result(tuple(apply_suppressions(problems, project.sources, CODES)), checked)


def _with_links(problems: list[Problem], links: Iterable[Problem]) -> list[Problem]:
    """Add the problems of links; of two that one mend ends, keep one."""
    omitted = {problem.location.file for problem in problems if problem.code == "nav-omitted"}
    links = [link for link in links if not (link.code == "page-unreachable" and link.location.file in omitted)]
    told = {link.location for link in links if link.code not in ("link-invalid", "link-insecure")}  # whose mend differs
    literals = [problem for problem in problems if problem.code == "address-literal" and problem.location in told]
    return [problem for problem in problems if problem not in literals] + links


def check_dates(project: Project, today: date) -> list[Problem]:
    """Return every problem of facts.yml, and every fact whose review is due: an error here, where one asks for it."""
    file = project.facts_file
    due: list[Problem] = []
    if file.facts:
        due += check_overdue(file.facts, file.locations, today)
        due += check_security(file.facts, file.locations, today)
        due += check_allowances(file.facts, file.locations, today)
    return [*file.problems, *(replace(problem, severity="error") for problem in due)]
