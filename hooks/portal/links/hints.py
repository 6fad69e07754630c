"""Hints: what an editor probably meant with an address that leads nowhere."""

import posixpath
from functools import cached_property, lru_cache

from portal.languages import published_path
from portal.links.renames import renamed_files
from portal.locate import Locator
from portal.messages import say
from portal.pages import BuiltPage, Link
from portal.problems import nearest
from portal.site import Site
from portal.sources import Source

CLOSE = 0.75  # difflib's ratio; below it, short names such as help and home would be proposed for each other


class Hints:
    """Proposes the nearest page, anchor or file: by its old name in Git, by the text of a heading, by edit distance."""

    def __init__(self, site: Site, locator: Locator) -> None:
        self._site, self._locator = site, locator
        self._nearest = lru_cache(maxsize=None)(nearest)  # one missing page can have thousands of links

    def page(self, page: BuiltPage, link: Link, path: str) -> str:
        """Return the hint for a link to the missing page ``path`` (a site path)."""
        source = self._locator.source(page)
        if source and (moved := self._moved(source, link.target)):
            return moved
        path = self.meant(page, link, path)
        names = {name: to for name, to in self._locator.pages_from(page, link.target).items() if self._page(name)}
        near = self._titles(tuple(names)).get(link.name.casefold()) if link.name else None
        if near is None:
            near = self._alike(path.removesuffix("index.html").strip("/"), tuple(names))
        return say("write {link}", link=names[near]) if near is not None else ""

    def meant(self, page: BuiltPage, link: Link, path: str) -> str:
        """Return the file that a link names: MkDocs leaves one to a missing page as it stands in the source."""
        source = self._locator.source(page)
        if source and link.target.partition("#")[0].endswith(".md"):
            return published_path(source.language, _source_path(source, link.target)) + "index.html"
        return path

    def anchor(self, page: BuiltPage, link: Link, path: str, fragment: str) -> str:
        """Return the hint for a link to an anchor that the page ``path`` has not."""
        there = self._site.pages[path]
        if near := self._nearest(fragment, tuple(sorted(there.ids))):
            return say("write #{id}", id=near)
        for id_, words in there.headings:
            if id_ and link.name and words.casefold() == link.name.casefold():
                return say("write #{id}", id=id_)
        names = self._locator.pages_from(page, link.target)
        for name, written in names.items():
            other = self._page(name)
            if other and fragment in other.ids:
                return say("it stands in another page: write {link}", link=f"{written}#{fragment}")
        return say("give the heading that is meant an id: {{#{id}}}", id=fragment)

    def file(self, path: str) -> str:
        """Return the hint for a missing file that is no page."""
        near = self._nearest(path, self._files, CLOSE)
        return say("the nearest file is {file}", file=near) if near else ""

    def _page(self, name: str) -> BuiltPage | None:
        return self._site.pages.get(f"{name}/index.html" if name else "index.html")

    def _alike(self, wanted: str, names: tuple[str, ...]) -> str | None:
        last = {name.rsplit("/", 1)[-1]: name for name in reversed(names)}
        near = self._nearest(wanted.rsplit("/", 1)[-1], tuple(last), CLOSE)
        return self._nearest(wanted, names, CLOSE) or (last[near] if near is not None else None)

    def _moved(self, source: Source, address: str) -> str:
        """Say where Git has seen the page go, if it has."""
        docs = source.file.removesuffix(f"/{source.language}/{source.path}")
        old = f"{docs}/{source.language}/{_source_path(source, address)}"
        new = renamed_files(self._locator.project).get(old)
        folder = posixpath.dirname(source.file)
        return say("it was renamed: write {link}", link=posixpath.relpath(new, folder)) if new else ""

    @lru_cache(maxsize=None)  # noqa: B019 - lives as long as one check
    def _titles(self, names: tuple[str, ...]) -> dict[str, str]:
        pages = {name: self._page(name) for name in names}
        return {page.title.casefold(): name for name, page in reversed(pages.items()) if page and page.title}

    @cached_property
    def _files(self) -> tuple[str, ...]:
        return self._site.plain_files


def _source_path(source: Source, address: str) -> str:
    path = address.partition("#")[0]
    return posixpath.normpath(posixpath.join(posixpath.dirname(source.path), path))
