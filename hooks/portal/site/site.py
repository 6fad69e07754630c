"""A built site: its pages and its files. Works on the output of any generator."""

import re
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from portal.formats.folders import files_below
from portal.site.page import BuiltPage

FINGERPRINT = re.compile(
    r"\.[0-9a-f]{8,}(?=\.)"
)  # what the build adds to an asset's name (portal.publishing.fingerprint)


def label_of(root: Path, project: Path | None) -> str:
    """Return how reports name the site in the folder ``root``: from ``project`` on, where it lies inside."""
    return (root.relative_to(project) if project and root.is_relative_to(project) else root).as_posix()


class Site:
    """The files of a built site, and its pages read once."""

    def __init__(self, root: Path, project: Path | None = None) -> None:
        """Read the site in the folder ``root``. Places in it are named from ``project`` on, where it lies inside."""
        self.root = root
        self.label = label_of(root, project)
        self.files = frozenset(path.relative_to(root).as_posix() for path in files_below(root))
        self.pages = {path: BuiltPage(path, self.read(path)) for path in sorted(self.files) if path.endswith(".html")}

    def read(self, path: str) -> str:
        """Return a text file of the site; bytes that are not UTF-8 become U+FFFD."""
        return (self.root / path).read_text("utf-8", errors="replace")

    @cached_property
    def plain_files(self) -> tuple[str, ...]:
        """Every file as its editor named it: without what the build adds to an asset's name."""
        return tuple(sorted(FINGERPRINT.sub("", path) for path in self.files))

    @cached_property
    def address(self) -> str:
        """Where the site says that it is published: the canonical address of its start page, or "/"."""
        start = self.pages.get("index.html")
        stated = start.head.canonical[:1] if start and start.head.refresh is None else ()
        for address in stated:
            with suppress(ValueError):
                parts = urlsplit(address)
                if parts.scheme in ("http", "https") and parts.netloc:
                    return f"{parts.scheme}://{parts.netloc}{parts.path.removesuffix('index.html').rstrip('/')}/"
        return "/"

    @cached_property
    def by_folded_name(self) -> dict[str, str]:
        """Every file, as its editor named it, by that name without regard to case: as a Mac or Windows finds it."""
        return {path.casefold(): path for path in self.plain_files}
