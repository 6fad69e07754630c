"""Navigation: the nav of mkdocs.yml names every page once, and only pages that there are."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from portal.languages import DEFAULT, LANGUAGES
from portal.problems import Place, Problem, nearest
from portal.sources import Source
from portal.views import VIEWS, start_of, view_of
from portal.yaml_places import Document, read_yaml


def check_nav(config_file: Path, sources: Iterable[Source]) -> Iterator[Problem]:
    """Yield a problem for each nav entry without a page, each page without an entry."""
    sources = list(sources)
    pages = {source.path: source for source in sources if source.language == DEFAULT}
    document, problems = read_yaml(config_file.read_text("utf-8"), config_file.name, "nav-invalid")
    if document is None or problems:
        yield from problems
        return
    yield from _shape_problems(document)
    listed: dict[str, Place] = {}
    for _, path, place in _leaves(document):
        if path in listed:
            yield Problem(
                "nav-duplicate", place, f"{path} stands here twice", f"the first is in line {listed[path].line}"
            )
        elif path not in pages:
            near = nearest(path, pages)
            yield Problem("nav-missing", place, f"there is no page {path}", f"write {near}" if near else "")
        listed[path] = place
    for path, source in pages.items():
        if path not in listed:
            hint = f"add a line `- {path}` to the nav in {config_file.name}"
            yield Problem("nav-omitted", Place(source.file), "no navigation leads to this page", hint)


def check_starts(sources: Iterable[Source], docs: str) -> Iterator[Problem]:
    """Yield a problem for each language that lacks its start page or the start page of a view. ``docs`` is the folder's name."""
    there = {(source.language, source.path) for source in sources}
    for language in LANGUAGES:
        for path in ("index.md", *map(start_of, VIEWS)):
            if (language, path) not in there:
                message = "this page must exist: the view switch leads to it"
                yield Problem("page-missing", Place(f"{docs}/{language}/{path}"), message, "bring it back from Git")


def _shape_problems(document: Document) -> Iterator[Problem]:
    """Yield a problem where a page stands outside the section of its view, or has a title that only one language has."""
    views: dict[tuple, set] = {}
    for steps, path, place in _leaves(document):
        if isinstance(steps[-1], str):
            hint = f"write `- {path}`; the title is the page's heading, or `title` in its front matter"
            yield Problem("nav-invalid", place, "a title here would stand in the menus of both languages", hint)
        view = view_of(path)
        if view and len(steps) < 4:
            yield Problem(
                "nav-invalid",
                place,
                f"{path} stands outside the section of its view",
                "put it into a section with the others",
            )
            continue
        section = views.setdefault(steps[:3], {view})
        if view not in section:
            yield Problem(
                "nav-invalid",
                place,
                f"{path} stands in the section of another view",
                "put it into its own view's section",
            )


def _leaves(document: Document) -> Iterator[tuple[tuple, str, Place]]:
    """Yield the steps to each page of the nav, its path and its place."""
    for steps, place in document.values.items():
        if steps[:1] == ("nav",):
            value = document.data
            for step in steps:
                value = value[step]
            if isinstance(value, str):
                yield steps, value, place
