"""As written: what an address names beside its source. MkDocs leaves one to no page as its editor wrote it."""

import posixpath
from functools import cached_property
from urllib.parse import SplitResult, unquote, urlsplit

from portal.languages import DEFAULT
from portal.site.locate import Locator
from portal.site.page import BuiltPage
from portal.site.site import Site
from portal.sources.page import Source


class Documents:
    """The files below docs/, as links name them before anything is published."""

    def __init__(self, site: Site, locator: Locator) -> None:
        self._site, self._locator = site, locator

    def named(self, page: BuiltPage, address: str) -> str:
        """Return the path below docs/ that an address names from the source of ``page``, or "" where it names none."""
        source = self._locator.source(page)
        parts = None if address.startswith(("/", "\\", "#", "?")) else _split(address)
        if not source or not parts or parts.scheme or not parts.path:
            return ""
        path = posixpath.normpath(posixpath.join(source.language, posixpath.dirname(source.path), unquote(parts.path)))
        return "" if path.startswith("..") else path

    def source(self, path: str) -> Source | None:
        """Return the page whose file ``path`` below docs/ is."""
        return self._sources.get(path)

    def published(self, path: str) -> str:
        """Return the site path that the file ``path`` below docs/ is published at, or "" where it is not."""
        if source := self.source(path):
            return source.site_path.removesuffix("index.html") if source.site_path in self._site.files else ""
        return self._plain.get(path, "")

    def written(self, site_path: str) -> str:
        """Return the path below docs/ by which links name the file at ``site_path``, which is no page.

        What the build makes of a page (the checklist's PDF) lies beside that, as links from file to file see it.
        """
        beside = f"{DEFAULT}/{site_path}"
        return beside if posixpath.dirname(beside) in self._folders and not self.file(site_path) else site_path

    def file(self, path: str) -> str:
        """Return the file ``path`` below docs/ as places name it, or "" where there is none."""
        file = f"{self._docs}/{path}"
        try:
            return file if path and self._docs and (self._locator.project / file).is_file() else ""
        except (OSError, ValueError):  # a name that no file can have
            return ""

    def folded(self, path: str) -> str:
        """Return the file that ``path`` names where upper and lower case count for nothing, or ""."""
        return self._by_folded_name.get(path.casefold(), "")

    @cached_property
    def _sources(self) -> dict[str, Source]:
        return {f"{source.language}/{source.path}": source for source in self._locator.sources()}

    @cached_property
    def _docs(self) -> str:
        source = next(iter(self._locator.sources()), None)
        return source.docs if source else ""

    @cached_property
    def _folders(self) -> frozenset[str]:
        return frozenset(posixpath.dirname(path) for path in self._sources)

    @cached_property
    def _plain(self) -> dict[str, str]:
        """Every file of the site that is no page, by its path below docs/."""
        return {self.written(path): path for path in self._site.plain_files if not path.endswith("index.html")}

    @cached_property
    def _by_folded_name(self) -> dict[str, str]:
        return self._site.by_folded_name | {path.casefold(): path for path in (*self._plain, *self._sources)}


def _split(address: str) -> SplitResult | None:
    try:
        return urlsplit(address)
    except ValueError:
        return None
