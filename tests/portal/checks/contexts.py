"""What tests give to checks: contexts made from the little that a test has."""

from datetime import date
from pathlib import Path

from portal.checks.context import FactsContext, Page, Pair, SiteContext
from portal.site.locate import Locator
from portal.sources.facts import Facts
from portal.sources.project import Project

TODAY = date(2026, 11, 23)
NO_FACTS = Facts.model_construct(versions={}, durations={}, addresses={})


def facts_context(docs=Path("docs"), today=TODAY, facts=None, **beside) -> FactsContext:
    """Return the context of a docs folder; ``beside`` are the project's configuration and templates."""
    project = Project(docs, **beside)
    return FactsContext(project, today, facts or project.facts_file.facts)


def site_context(site, locator=None, site_url="/", pdfs=(), facts=NO_FACTS, docs=Path("docs")) -> SiteContext:
    """Return the context of a built site, by default without sources."""
    locator = locator or Locator(site, [], {})
    return SiteContext(Project(docs), TODAY, facts, site, locator, site_url, tuple(pdfs), ())


def on_page(check, source, facts=NO_FACTS):
    """Return what a check finds in a page."""
    return list(check(Page(source, facts), facts_context(facts=facts)))


def on_pair(check, original, translation, facts=NO_FACTS):
    """Return what a check finds in a page and its translation."""
    return list(check(Pair(Page(original, facts), Page(translation, facts)), facts_context(facts=facts)))


def on_project(check, docs, **beside):
    """Return what a check finds in a project."""
    context = facts_context(docs, facts=NO_FACTS, **beside)
    return list(check(context.project, context))
