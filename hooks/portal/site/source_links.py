"""Source links: which of the addresses that editors wrote into a page a link of the built page comes from."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import cache
from html import unescape
from urllib.parse import unquote, urljoin

from portal.formats.markdown.link_text import letters, link_text
from portal.formats.markdown.links import read_links
from portal.formats.markdown.text import MarkdownText
from portal.formats.markdown.written_links import SourceLink
from portal.languages import DEFAULT, published_path
from portal.site.links import Link
from portal.site.page import BuiltPage
from portal.site.resolve import file_at
from portal.site.site import FINGERPRINT
from portal.sources.page import Source
from portal.sources.placeholders import Values, fill

ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", re.IGNORECASE)

Leads = tuple[str, str, str]  # site file, query, fragment
Index = tuple[dict[str, list[SourceLink]], dict[Leads, list[SourceLink]], dict[SourceLink, int]]


def parts_of(address: str) -> tuple[str, str, str]:
    """Return the path, the query with its question mark and the fragment of an address (RFC 3986, appendix B)."""
    before, _, fragment = address.partition("#")
    path, mark, query = before.partition("?")
    return path, mark + query, fragment


class LinkIndex:
    """Finds the links of built pages among what is written in their sources."""

    def __init__(self, sources: Mapping[str, Source], values: Values, files: Collection[str]) -> None:
        """Take the ``sources`` by the site path of their page, and the ``files`` of the site without fingerprints."""
        self._sources, self._values, self._files = sources, values, frozenset(files)
        self._index = cache(self._read_index)

    def find(self, page: BuiltPage, target: str, resolved: str = "") -> list[SourceLink]:
        """Return what is written in the source of a page as ``target``, or for the generator to make that of.

        ``resolved`` is the site file that it leads to.
        """
        by_target, by_leads, order = self._index(page.path)
        found = list(by_target.get(_plain(target), ()))
        if resolved and target and not ABSOLUTE.match(target):
            _, query, fragment = parts_of(target)
            found += by_leads.get((FINGERPRINT.sub("", resolved), query, unquote(fragment)), ())
        return sorted(dict.fromkeys(found), key=order.__getitem__)

    def named(self, found: list[SourceLink], page: BuiltPage, link: Link) -> list[SourceLink]:
        """Return the links that have the text of ``link``: all, where no link of the page to there has another."""
        names = {other.name for other in page.links if (other.tag, other.target) == (link.tag, link.target)}
        links = [(one, link_text(fill(one.name, self._values, DEFAULT))) for one in found if one.name is not None]
        for form in (str, letters):
            if same := [one for one, text in links if form(text) == form(link.name or "")]:
                return same
        return [one for one, _ in links] if len(names) == 1 else []

    def _read_index(self, page_path: str) -> Index:
        """Return what is written in a page by its address, by where it leads to, and the order of it."""
        by_target: dict[str, list[SourceLink]] = defaultdict(list)
        by_leads: dict[Leads, list[SourceLink]] = defaultdict(list)
        order: dict[SourceLink, int] = {}
        if (source := self._sources.get(page_path)) is None:
            return by_target, by_leads, order
        for written in _addresses(source):
            order.setdefault(written, len(order))
            address = unescape(fill(written.address, self._values, source.language))
            path, query, fragment = parts_of(address)
            path, inside = unquote(path.strip()), bool(address) and not ABSOLUTE.match(address)
            leads = {_file_lead(source, path)} if inside and path and not written.in_html else set()
            if not leads & self._files:  # generators make an address of a link to a file, and leave all others
                by_target[_plain(address)].append(written)
                leads |= {_lead(page_path, path)} if inside else set()
            for site_path in leads:
                by_leads[site_path, query, unquote(fragment)].append(written)
        return by_target, by_leads, order


def _addresses(source: Source) -> list[SourceLink]:
    return [*read_links(MarkdownText(source.head)), *source.addresses]


def _plain(address: str) -> str:
    """Return an address without what generators change in it: escapes, encodings, fingerprints."""
    return FINGERPRINT.sub("", unquote(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", address)).strip())


def _lead(page_path: str, path: str) -> str:
    """Return the site file that a path leads to from a page, as it stands."""
    return file_at(urljoin(f"/{page_path}", path).lstrip("/") if path else page_path)


def _file_lead(source: Source, path: str) -> str:
    """Return the site file that a path leads to that is written as from file to file, or an empty string."""
    folder = posixpath.dirname(f"{source.language}/{source.path}")
    file = posixpath.normpath(posixpath.join(folder, path))
    language, _, below = file.partition("/")
    if path.startswith("/") or (file.endswith(".md") and language != source.language):
        return ""
    if file.endswith(".md"):
        return file_at(published_path(source.language, below))
    return below if language == DEFAULT else file
