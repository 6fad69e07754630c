"""Hints: what an editor probably meant with an address that leads to no page or file."""

import posixpath
import re
from collections.abc import Callable
from functools import cached_property, lru_cache, partial
from urllib.parse import unquote, urldefrag

from portal.checks.links.crossings import check_crossing, pages_allowed
from portal.checks.links.nearby import closest, respell
from portal.formats.git import renamed_files
from portal.languages import DEFAULT, language_of, published_path
from portal.problems.messages import say
from portal.site.documents import Documents
from portal.site.links import Link
from portal.site.locate import Locator
from portal.site.page import BuiltPage
from portal.site.resolve import file_at
from portal.site.site import Site

WITHOUT_SCHEME = re.compile(r"www\.", re.IGNORECASE)
BLANKS = re.compile(r"^(?:%20|\s)+|(?:%20|\s)+(?=[?#]|$)")
ELSEWHERE = say("another site's address begins with https:// and stands in docs/facts.yml")


class Hints:
    """Proposes the nearest page or file: by its old name in Git, by the text of its heading, by edit distance.

    It never proposes a page that the link must not lead to.
    """

    def __init__(self, site: Site, locator: Locator, documents: Documents) -> None:
        self._site, self._locator, self._documents = site, locator, documents
        self._closest = lru_cache(maxsize=None)(closest)  # one missing page can have thousands of links
        self._allowed = lru_cache(maxsize=8)(partial(pages_allowed, site))  # a page after the other
        self._by_name = lru_cache(maxsize=8)(_by_name)
        self._titles = lru_cache(maxsize=None)(self._read_titles)

    def page(self, page: BuiltPage, link: Link, path: str) -> str:
        """Return the hint for a link to the missing page ``path`` (a site path)."""
        if moved := self._moved(page, link.target):
            return say("it was renamed: write {link}", link=moved)
        if WITHOUT_SCHEME.match(link.target):
            return ELSEWHERE
        links = self._locator.pages_from(page, link.target)
        allowed = self._allowed(page.path, tuple(links))
        near = self._titled((link.name or "").casefold(), allowed)
        meant = self.meant(page, link, path)
        if near is None and language_of(meant) == language_of(page.path):
            near = self._nearest(allowed, _name(meant), self._home(page))
        if near is None:
            return ""
        fragment = urldefrag(link.target).fragment
        kept = f"#{fragment}" if self._site.pages[near].has(unquote(fragment)) and fragment else ""
        return say("write {link}", link=links[near] + kept)

    def tidied(self, page: BuiltPage, link: Link) -> tuple[str, str]:
        """Return how to write an address with backslashes, blanks or a file's # in it, and the file below docs/.

        ("", "") where it names none.
        """
        for meant in (BLANKS.sub("", link.target.replace("\\", "/")), link.target.replace("#", "%23", 1)):
            named = self._documents.named(page, meant) if meant != link.target else ""
            if named and self._documents.file(named):
                return meant, named
        return "", ""

    def meant(self, page: BuiltPage, link: Link, path: str) -> str:
        """Return the site path that a link names: MkDocs keeps a link to a missing page as the source has it."""
        source, named = self._locator.source(page), self._documents.named(page, link.target)
        if source and named and posixpath.splitext(path)[1] in ("", ".md"):
            in_language = f"{named.removesuffix('.md')}.md".removeprefix(f"{source.language}/")
            return file_at(published_path(source.language, in_language))
        return path

    def file(self, page: BuiltPage, link: Link, path: str) -> Callable[[str], str] | str:
        """Return the hint for a missing file that is no page: the nearest, as its editor is to write it."""
        if WITHOUT_SCHEME.match(link.target):
            return ELSEWHERE
        named = self._documents.named(page, link.target)
        if near := named and self.near_file(named.removeprefix(f"{DEFAULT}/")):
            return spell(link, named, self._documents.written(near))
        near = self.near_file(path)
        return spell(link, path, near) if near else ""

    def without_ending(self, page: BuiltPage, link: Link) -> tuple[Callable[[str], str] | str, str] | None:
        """Return the hint for a link that names a page without its .md, and that page; None where it names none."""
        named = self._documents.named(page, link.target)
        to = self._documents.published(f"{named}.md")
        if not to:
            return None
        meant = f"{to}index.html"
        return "" if check_crossing(page.path, link, meant) else spell(link, named, f"{named}.md"), meant

    def counterpart(self, page: BuiltPage, path: str) -> str:
        """Return the link to the page of the same language whose source is ``path`` in its folder, or ""."""
        source = self._locator.source(page)
        if source and file_at(published_path(source.language, path)) in self._site.pages:
            return posixpath.relpath(path, posixpath.dirname(source.path) or ".")
        return ""

    def own(self, page: BuiltPage, link: Link, path: str) -> str:
        """Return the file to name where the source of ``page`` writes a full address of the page ``path``; or ""."""
        source = self._locator.source(page)
        if link.tag not in ("a", "area") or not source or link.target not in source.text:
            return ""
        if check_crossing(page.path, link, path):
            return ""
        return self._locator.pages_from(page, link.target).get(path, "")

    def near_file(self, path: str) -> str | None:
        """Return the file that is no page and comes nearest to ``path``, by the name that its editor gave it."""
        return self._closest(path, self._files, posixpath.dirname(path))

    def _nearest(self, pages: tuple[str, ...], wanted: str, home: str) -> str | None:
        """Return which of the ``pages`` comes nearest to the page that is called ``wanted``."""
        names = self._by_name(pages)
        near = self._closest(wanted, tuple(names), home)
        return names[near] if near is not None else None

    def _home(self, page: BuiltPage) -> str:
        """Return the folder of a page's source, where it is published."""
        source = self._locator.source(page)
        return published_path(source.language, f"{posixpath.dirname(source.path)}/").strip("/") if source else ""

    def _titled(self, words: str, pages: tuple[str, ...]) -> str | None:
        """Return the page whose heading is ``words``, or else the only one that has them in its heading."""
        if len(words) < 3:
            return None
        titles = self._titles(pages)
        exact = [path for path, title in titles.items() if title == words]
        within = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
        found = exact or [path for path, title in titles.items() if within.search(title)]
        return found[0] if len(found) == 1 else None

    def _read_titles(self, pages: tuple[str, ...]) -> dict[str, str]:
        return {path: self._site.pages[path].title.casefold() for path in pages}

    def _moved(self, page: BuiltPage, address: str) -> str:
        """Return the link to where Git has seen a page go, or ""."""
        source, named = self._locator.source(page), self._documents.named(page, address)
        if not source or not named:
            return ""
        new = self._renamed.get(f"{source.docs}/{named}", "")
        to = self._documents.source(new.removeprefix(f"{source.docs}/"))
        if to and check_crossing(page.path, Link("a", ""), to.site_path):
            return ""
        anchor = address[address.index("#") :] if "#" in address else ""
        return posixpath.relpath(new, posixpath.dirname(source.file)) + anchor if new else ""

    @cached_property
    def _renamed(self) -> dict[str, str]:
        return renamed_files(self._locator.project)

    @cached_property
    def _files(self) -> tuple[str, ...]:
        return tuple(path for path in self._site.plain_files if not path.endswith(".html"))


def _name(path: str) -> str:
    """Return the part of a site path that names the page: user/help for user/help/index.html."""
    return re.sub(r"(/?index)?\.html$", "", path)


def _by_name(pages: tuple[str, ...]) -> dict[str, str]:
    return {_name(path): path for path in pages}


def spell(link: Link, wrong: str, right: str) -> Callable[[str], str]:
    """Return what says how to write a link to the file ``right`` in place of ``wrong``, as its editor wrote that.

    A template's or mkdocs.yml's address is made into another when the page is built: there the file is named.
    """

    def hint(words: str) -> str:
        link_to = "" if link.tag in ("link", "script", "meta") else respell(words, wrong, right)
        return say("write {link}", link=link_to) if link_to else say("the nearest file is {file}", file=right)

    return hint
