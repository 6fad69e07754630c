"""Resolving: from an address in a page to the file of the site that it leads to."""

from dataclasses import dataclass
from functools import cache
from typing import Literal
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

ROOT = "https://site.invalid/"  # RFC 2606: a host that can't exist, so that only relative addresses resolve to it
OUTSIDE = "outside/"  # where an absolute path leads that the site is not published under


@dataclass(frozen=True)
class Target:
    """Where an address leads. ``path`` is a file of the site where ``kind`` is internal, else empty.

    ``fragment`` is the anchor there, decoded and without text directives.
    """

    kind: Literal["internal", "web", "scheme", "empty", "invalid"]
    path: str = ""
    fragment: str = ""
    scheme: str = ""  # lower case; empty where the address names none


def address_of(path: str) -> str:
    """Return the address of a file of the site, from its top on: /user/help/ for user/help/index.html."""
    return "/" + (path.removesuffix("index.html") if f"/{path}".endswith("/index.html") else path)


def file_at(path: str) -> str:
    """Return the file of the site that a path leads to: user/help/index.html for user/help/."""
    return path if path and not path.endswith("/") else f"{path}index.html"


def _fragment(words: str) -> str:
    """Return what a fragment names, without a text directive, which is no name (WICG, "Text Fragments", section 3)."""
    return unquote(words.partition(":~:")[0])


def below(page: str, address: str) -> tuple[str, str]:
    """Return the folder that a relative address of ``page`` climbs to with ``../``, and the rest of it.

    Siblings write the same rest below the same folder: what is known of one holds for the others.
    """
    folder = page.rpartition("/")[0]
    while address.startswith("../"):
        folder, address = folder.rpartition("/")[0], address[3:]
    return folder, address


class Resolver:
    """Resolves the addresses of a site that is published at ``site_url``: "https://host/help/", or only a path."""

    def __init__(self, site_url: str = "/") -> None:
        parts = urlsplit(site_url)
        self.host = parts.netloc.lower()
        self.base_path = parts.path.rstrip("/") + "/"
        self._below = cache(self._resolve)

    def __call__(self, page: str, address: str, base: str = "") -> Target:
        """Return where ``address`` leads from the file ``page``; ``base`` is what the page's <base> says."""
        if base:
            try:
                address = urljoin(base, address)
            except ValueError:  # neither may be an address at all
                return Target("invalid")
        if address.startswith("#"):
            return Target("internal", page, _fragment(address[1:]))
        folder, address = below(page, address)
        return self._below(folder, address or "./", page if address.startswith("?") else "")

    def own(self, page: str, address: str) -> Target:
        """Return where a full address leads; where nobody has said at which host the site is, any is its own."""
        target = self(page, address)
        if target.kind == "web" and not self.host:
            parts = urlsplit(address)
            return self(page, parts._replace(scheme="", netloc="", path=parts.path or "/").geturl())
        return target

    def _resolve(self, folder: str, address: str, page: str) -> Target:
        """Resolve an address below ``folder``; one that is only a query leads to ``page`` itself."""
        address = address.replace("\\", "/")  # WHATWG URL Standard, "path state": browsers read it so
        try:
            parts = urlsplit(address)
            parts.port  # noqa: B018 - raises ValueError where the port is none
        except ValueError:
            return Target("invalid")
        if parts.scheme or address.startswith("//"):
            return self._absolute(parts)
        path = parts.path
        if path.startswith("/"):
            folder, path = "", self._inside(path)
        joined = unquote(urlsplit(urljoin(f"{ROOT}{folder}/" if folder else ROOT, path)).path).lstrip("/")
        return Target("internal", file_at(page or joined), _fragment(parts.fragment))

    def _inside(self, path: str) -> str:
        """Return an absolute path relative to where the site is published."""
        if not f"{path}/".startswith(self.base_path):
            return OUTSIDE + path.lstrip("/")
        return path[len(self.base_path) :] or "./"

    def _absolute(self, parts: SplitResult) -> Target:
        scheme = parts.scheme.lower()
        if scheme not in ("http", "https", ""):
            return Target("scheme", scheme=scheme)
        if not parts.netloc:
            return Target("invalid", scheme=scheme)
        if self.host and parts.netloc.lower() == self.host and f"{parts.path}/".startswith(self.base_path):
            own = self._resolve("", parts._replace(scheme="", netloc="", path=parts.path or "/").geturl(), "")
            return Target("internal", own.path, own.fragment, scheme)
        return Target("web", scheme=scheme)
