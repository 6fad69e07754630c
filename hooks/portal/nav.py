"""Navigation: the nav of mkdocs.yml names every page once, and only pages that there are."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from portal.languages import DEFAULT
from portal.problems import Place, Problem, nearest
from portal.sources import Source
from portal.views import VIEWS, start_of
from portal.yaml_places import read_yaml


def check_nav(config_file: Path, sources: Iterable[Source]) -> Iterator[Problem]:
    """Yield a problem for each nav entry without a page, each page without an entry, and each missing start page."""
    pages = {source.path: source for source in sources if source.language == DEFAULT}
    for path in ("index.md", *map(start_of, VIEWS)):
        if path not in pages:
            yield Problem("page-missing", Place(f"docs/{DEFAULT}/{path}"), "this page must exist: the view switch leads to it")
    document, problems = read_yaml(config_file.read_text("utf-8"), config_file.name, "nav-invalid")
    yield from problems
    if document is None:
        return
    listed: dict[str, Place] = {}
    for path, place in _entries(document):
        if path in listed:
            yield Problem("nav-duplicate", place, f"{path} stands here twice", f"the first is in line {listed[path].line}")
        elif path not in pages:
            near = nearest(path, pages)
            yield Problem("nav-missing", place, f"there is no page {path}", f"write {near}" if near else "")
        listed[path] = place
    for path, source in pages.items():
        if path not in listed:
            hint = f"add a line `- {path}` to the nav in {config_file.name}"
            yield Problem("nav-omitted", Place(source.file), "no navigation leads to this page", hint)


def _entries(document) -> Iterator[tuple[str, Place]]:
    for path, place in document.values.items():
        if path[:1] == ("nav",):
            value = document.data
            for step in path:
                value = value[step]
            if isinstance(value, str):
                yield value, place
