"""Navigation: the nav of mkdocs.yml names every page once, and only pages that there are."""

import posixpath
import re
from collections.abc import Iterator

from portal.checks.context import Context
from portal.checks.file_names import composed
from portal.formats.git import renamed_files
from portal.formats.yaml import Document
from portal.formats.yaml import Path as Steps
from portal.languages import DEFAULT, LANGUAGES
from portal.problems import Code, Location, Problem, nearest
from portal.problems.messages import say
from portal.sources.config import NAV_INVALID
from portal.sources.page import Source
from portal.sources.project import Project
from portal.views import VIEWS, View, start_of, view_of

NAV_MISSING = Code(
    "nav-missing",
    why=say("`nav` in `mkdocs.yml` names a page that does not exist."),
    fix=say("Write the name that the hint gives, or remove the entry."),
    example=say("there is no page {path}", path="user/hlp.md"),
)
NAV_DUPLICATE = Code(
    "nav-duplicate",
    why=say("`nav` in `mkdocs.yml` names a page twice, and the menu would show it twice."),
    fix=say("Remove one of the two entries."),
    example=say("{path} stands here twice", path="user/help.md"),
)
NAV_OMITTED = Code(
    "nav-omitted",
    why=say("`nav` in `mkdocs.yml` does not name this page, so readers don't find it in the menu."),
    fix=say("Add the page to `nav`, as the hint shows."),
    example=say("no navigation leads to this page"),
)
PAGE_MISSING = Code(
    "page-missing",
    why=say("The view switch links to a start page that no longer exists."),
    fix=say("Restore the page from Git."),
    example=say("this page must exist: the view switch leads to it"),
)

ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//|mailto:|tel:|www\.", re.IGNORECASE)


def check_nav(project: Project, _: Context) -> Iterator[Problem]:
    """Yield a problem for each nav entry without a page, each page without an entry.

    Pages that moved and those with ``listed: false`` have none.
    """
    config_file = project.config_file
    if config_file is None:
        return
    pages = _pages_to_list(project)
    document, problems = project.config
    yield from problems
    if document is None or document.keys.get(("nav",)) in [problem.location for problem in problems]:
        return  # of two navs, nobody knows which is meant
    yield from _shape_problems(document)
    listed: dict[str, Location] = {}
    missing: dict[str, Location] = {}
    for _steps, path, location in _leaves(document):
        if path in listed:
            hint: str = say("the first is in line {line}", line=listed[path].line)
            yield NAV_DUPLICATE.problem(location, say("{path} stands here twice", path=path), hint)
        elif ELSEWHERE.match(path):
            message = say("{path} is no page; the navigation has pages only", path=path)
            hint = say("keep it in docs/facts.yml as link.name, and link to it from a page")
            yield NAV_INVALID.problem(location, message, hint)
        elif path not in pages:
            missing[path] = location
        listed[path] = location
    omitted = [path for path in pages if path not in listed]
    for path, location in missing.items():
        near = _renamed(path, project, omitted)
        hint = say("write {word}", word=near) if near else ""
        yield NAV_MISSING.problem(location, say("there is no page {path}", path=path), hint)
    for path, source in pages.items():
        if path in omitted:
            message = say("no navigation leads to this page")
            hint = say("add a line `- {path}` to the nav in {file}", path=path, file=config_file.name)
            yield NAV_OMITTED.problem(Location(source.file), message, hint)


def _pages_to_list(project: Project) -> dict[str, Source]:
    """Return the pages that nav must have, by their paths as it writes them: a decomposed name is reported as such."""
    pages = (source for source in project.sources if source.language == DEFAULT)
    return {composed(page.path): page for page in pages if page.meta.keys().isdisjoint(("moved", "listed"))}


def _renamed(path: str, project: Project, omitted: list[str]) -> str | None:
    """Return the page that nav means by ``path``: by its new name in Git, or the nearest that nav does not name yet."""
    folder = f"{project.docs.name}/{DEFAULT}/"
    new = renamed_files(project.docs.parent).get(f"{folder}{path}", "").removeprefix(folder)
    beside = [other for other in omitted if posixpath.dirname(other) == posixpath.dirname(path)]
    return new if new in omitted else nearest(path, beside, cutoff=0.6) or nearest(path, omitted)


def check_starts(project: Project, _: Context) -> Iterator[Problem]:
    """Yield a problem for each language that lacks its start page or the start page of a view."""
    there = {(source.language, source.path) for source in project.sources}
    for language in LANGUAGES if project.config_file else ():
        for path in ("index.md", *map(start_of, VIEWS)):
            if (language, path) not in there:
                message = say("this page must exist: the view switch leads to it")
                hint = say("bring it back from Git")
                yield PAGE_MISSING.problem(Location(f"{project.docs.name}/{language}/{path}"), message, hint)


def _shape_problems(document: Document) -> Iterator[Problem]:
    """Yield a problem where a page is outside its view's section, or has a title that only one language has."""
    views: dict[Steps, set[View | None]] = {}
    for steps, path, location in _leaves(document):
        if ELSEWHERE.match(path):
            continue  # reported once, as no page
        if isinstance(steps[-1], str):
            message = say("a title here would stand in the menus of both languages")
            hint = say("write `- {path}`; the title is the page's heading, or `title` in its front matter", path=path)
            yield NAV_INVALID.problem(location, message, hint)
        view = view_of(path)
        if view and len(steps) < 4:
            message = say("{path} stands outside the section of its view", path=path)
            yield NAV_INVALID.problem(location, message, say("put it into a section with the others"))
            continue
        section = views.setdefault(steps[:3], {view})
        if view not in section:
            message = say("{path} stands in the section of another view", path=path)
            yield NAV_INVALID.problem(location, message, say("put it into its own view's section"))


def _leaves(document: Document) -> Iterator[tuple[Steps, str, Location]]:
    """Yield the steps to each page of the nav, its path and its place."""
    for steps, location in document.values.items():
        if steps[:1] == ("nav",):
            value = document.at(steps)
            if isinstance(value, str):
                yield steps, composed(value), location
