"""Reading: what could not be read, of the project and of the built site."""

from collections.abc import Iterable

from portal.checks.context import Context, SiteContext
from portal.problems import Problem
from portal.site.site import Site
from portal.sources.project import Project


def check_facts_file(project: Project, _: Context) -> Iterable[Problem]:
    """Return what is wrong with facts.yml itself."""
    return project.facts_file.problems


def check_names_file(project: Project, _: Context) -> Iterable[Problem]:
    """Return what is wrong with names.yml."""
    return project.names[1]


def check_terms_file(project: Project, _: Context) -> Iterable[Problem]:
    """Return what is wrong with terms.yml."""
    return project.terms[1]


def check_page_files(project: Project, _: Context) -> Iterable[Problem]:
    """Return what could not be read of pages: the file, its front matter, a passage that it includes."""
    return (problem for source in project.sources for problem in source.problems)


def check_pdf_files(_: Site, context: SiteContext) -> Iterable[Problem]:
    """Return a problem for each PDF that can't be read."""
    return context.unreadable
