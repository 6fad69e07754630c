"""A built site: its pages and its files, each read once. Works on the output of any generator."""

import re
from collections.abc import Set
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from portal.formats.folders import files_below
from portal.site.page import BuiltPage

FINGERPRINT = re.compile(
    r"\.[0-9a-f]{8,}(?=\.)"
)  # what the build adds to an asset's name (portal.publishing.fingerprint)


def _is_page(path: str) -> bool:
    return path.endswith(".html")


def label_of(root: Path, project: Path | None) -> str:
    """Return how reports name the site in the folder ``root``: from ``project`` on, where it lies inside."""
    return (root.relative_to(project) if project and root.is_relative_to(project) else root).as_posix()


class Site:
    """The files of a built site. Each is read when it is first asked for, and once.

    A build changes files through ``write`` and ``rename`` alone: what it has just written needs no reading.
    """

    def __init__(self, root: Path, project: Path | None = None) -> None:
        """List the site in the folder ``root``. Places in it are named from ``project`` on, where it lies inside."""
        self.root = root
        self.label = label_of(root, project)
        self._files = {path.relative_to(root).as_posix() for path in files_below(root)}
        self._contents: dict[str, bytes] = {}

    @property
    def files(self) -> Set[str]:
        """The path of every file, relative to the site."""
        return self._files

    @cached_property
    def pages(self) -> dict[str, BuiltPage]:
        """The pages by their path, in its order."""
        return {path: BuiltPage(path, self.read(path)) for path in sorted(self._files) if _is_page(path)}

    def read(self, path: str) -> str:
        """Return a text file of the site; bytes that are not UTF-8 become U+FFFD, and every kind of line end is one."""
        text = self.read_bytes(path).decode("utf-8", errors="replace")
        return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text

    def read_bytes(self, path: str) -> bytes:
        """Return a file of the site. Raises OSError where it can't be read."""
        if path not in self._contents:
            self._contents[path] = (self.root / path).read_bytes()
        return self._contents[path]

    def write(self, path: str, content: bytes) -> None:
        """Write a file of the site, new or changed. Raises OSError where that can't be done."""
        file = self.root / path
        if path not in self._files:
            file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        self._contents[path] = content
        self._files.add(path)
        self._forget(path)

    def rename(self, old: str, new: str) -> None:
        """Give a file of the site another path in the same folder. Raises OSError where that can't be done."""
        (self.root / old).rename(self.root / new)
        self._files.remove(old)
        self._files.add(new)
        if old in self._contents:
            self._contents[new] = self._contents.pop(old)
        self._forget(old, new)

    def _forget(self, *changed: str) -> None:
        """Drop what was made of the files before these changed; pages are read again only where one of them did."""
        for name, attribute in vars(Site).items():
            if isinstance(attribute, cached_property) and (name != "pages" or any(map(_is_page, changed))):
                vars(self).pop(name, None)

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
