"""A copy of the site that opens from a folder, without a server: a ZIP of pages that need no scripts.

Browsers load neither modules nor data from ``file://``. Pages are whole without scripts, so the copy has none: links
name the file that they lead to, and what only scripts do (search, tools, saved ticks) is not there.
"""

import io
import posixpath
import re
from pathlib import Path
from urllib.parse import quote
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from selectolax.lexbor import LexborHTMLParser

from portal.languages import LANGUAGES, in_folder_of
from portal.site.page import BuiltPage
from portal.site.resolve import Resolver
from portal.site.site import Site

KEPT = (".html", ".css", ".woff2", ".svg", ".png", ".jpg", ".webp", ".avif", ".ico", ".pdf", ".vtt", ".mp4", ".webm")
LEFT_OUT = tuple(in_folder_of(language, path) for language in LANGUAGES for path in ("404.html", "search/index.html"))
SCRIPTED = (
    "script, template, form, link[rel=modulepreload], link[rel=preload], link[rel=alternate], [hidden]:not(p),"
    ".copy-page, .theme, .search-open, .menu-open"
)
ADDRESSES = ("href", "src", "poster", "data")
REFRESH = re.compile(r"(?<=url=).*", re.IGNORECASE)
FOLDER, DATE = "cloud-pbx-help/", (1980, 1, 1, 0, 0, 0)  # the earliest that a ZIP knows: the same site, the same bytes
FIRST = "offline/index.html"  # the page that says what is missing


def write_offline(folder: Path, output: Path) -> int:
    """Write the copy of the site in ``folder``, and return 0, the exit status. Raises OSError."""
    output.write_bytes(offline_zip(Site(folder)))
    return 0


def offline_zip(site: Site) -> bytes:
    """Return the copy; the page that says what it lacks is ``START.html`` beside the others."""
    resolver, paths = Resolver(site.address), _paths(site)
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for path in sorted(paths):
            page = site.pages.get(path)
            content = _offline(page, resolver, paths).encode() if page else site.read_bytes(path)
            archive.writestr(ZipInfo(FOLDER + path, DATE), content, ZIP_DEFLATED)
        if FIRST in paths:
            first = f'<!DOCTYPE html><meta charset="utf-8"><meta http-equiv="refresh" content="0; url={FIRST}">'
            archive.writestr(ZipInfo(f"{FOLDER}START.html", DATE), f'{first}<a href="{FIRST}">Start</a>')
    return buffer.getvalue()


def _paths(site: Site) -> frozenset[str]:
    return frozenset(path for path in site.files if path.endswith(KEPT) and path not in LEFT_OUT)


def _offline(page: BuiltPage, resolver: Resolver, paths: frozenset[str]) -> str:
    tree = LexborHTMLParser(re.sub(r"</?noscript>", "", page.html))  # what it holds is for browsers like this one
    for node in tree.css(SCRIPTED):
        node.decompose()
    for node in tree.css(", ".join(f"[{name}]" for name in ADDRESSES)):
        for name in ADDRESSES:
            if (address := node.attributes.get(name)) and node.attributes.get("rel") != "canonical":
                node.attrs[name] = _relative(page.path, address, resolver, paths)
    for node in tree.css("meta[http-equiv=refresh]"):
        target = REFRESH.search(node.attributes.get("content") or "")
        if target:
            node.attrs["content"] = f"0; url={_relative(page.path, target.group(), resolver, paths)}"
    return "<!DOCTYPE html>\n" + (tree.root.html or "" if tree.root else "")


def _relative(page: str, address: str, resolver: Resolver, paths: frozenset[str]) -> str:
    """Return an address relative to the page; what is not in the copy is named where it is on the web."""
    target = resolver(page, address)
    if target.kind != "internal" or address.startswith("#"):
        return address
    fragment = f"#{quote(target.fragment)}" if target.fragment else ""
    if target.path not in paths:
        return f"https://{resolver.host}{resolver.base_path}{target.path}{fragment}" if resolver.host else address
    return quote(posixpath.relpath(target.path, posixpath.dirname(page) or ".")) + fragment
