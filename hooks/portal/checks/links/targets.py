"""Targets: whether what an address leads to is there, and what was meant where it is not."""

import posixpath
from collections.abc import Callable, Iterable
from functools import partial

from portal.checks.links.addresses import Finding, check_address
from portal.checks.links.anchors import Anchors, has_anchor, no_anchor
from portal.checks.links.codes import (
    LINK_ANCHOR_MISSING,
    LINK_ASSET_MISSING,
    LINK_CASE,
    LINK_PAGE_MISSING,
    REDIRECT_BROKEN,
)
from portal.checks.links.crossings import leads_abroad
from portal.checks.links.hints import Hints, spell
from portal.checks.literals import ADDRESS_LITERAL
from portal.languages import language_of
from portal.problems.messages import Message, say
from portal.site.documents import Documents
from portal.site.links import Link
from portal.site.locate import Locator
from portal.site.page import BuiltPage
from portal.site.pdfs import Pdf
from portal.site.resolve import Resolver, Target, address_of
from portal.site.site import FINGERPRINT, Site
from portal.sources.page import PASSAGE


class Targets:
    """Checks where internal addresses lead."""

    def __init__(self, site: Site, locator: Locator, resolver: Resolver, pdfs: Iterable[Pdf] = ()) -> None:
        self._site, self._resolve = site, resolver
        self._pdfs = {pdf.path: pdf for pdf in pdfs}
        self._documents = Documents(site, locator)
        self._hints, self._anchors = Hints(site, locator, self._documents), Anchors(site, locator)

    def page(self, path: str) -> BuiltPage | None:
        """Return the page of the site at ``path``."""
        return self._site.pages.get(path)

    def file_of(self, path: str) -> str:
        """Return the file below docs/ that is published at the site path ``path`` as it is, or ""."""
        return self._documents.file(FINGERPRINT.sub("", path))

    def check(self, page: BuiltPage, link: Link, target: Target) -> Finding | None:
        """Return what is wrong with the file or anchor that a link of ``page`` leads to, or None."""
        path, fragment = target.path, target.fragment
        if path not in self._site.files:
            return self._missing(page, link, target)
        if not has_anchor(target, self._site, self._pdfs):
            hint = (
                say("it has {count} pages: #page=1 to #page={count}", count=self._pdfs[path].page_count)
                if path in self._pdfs
                else self._anchors.hint(page, link, path, fragment)
            )
            message = partial(no_anchor, target=target, pdfs=self._pdfs)
            return Finding(LINK_ANCHOR_MISSING, message, hint, f"{path}#{fragment}")
        if target.scheme and (own := self._hints.own(page, link, path)):
            written = f"{own}#{fragment}" if fragment else own
            return Finding(
                ADDRESS_LITERAL,
                lambda words: say("{link} is a page of this portal, whose address may change", link=words),
                say("write {link}", link=written),
            )
        return None

    def check_redirect(self, page: BuiltPage, target: Target) -> Finding | None:
        """Follow the redirects that begin at ``page``; return what is wrong at its address or at their end, or None.

        A page that also links there has that reported as a link.
        """
        passed, first = {page.path}, target
        if wrong := check_address(Link("a", page.head.refresh or ""), target):
            return wrong
        while target.kind == "internal" and target.path in self._site.pages:
            if target.path in passed:
                return _broken(page, lambda _: say("this redirect leads back to itself"))
            passed.add(target.path)
            following = self._site.pages[target.path]
            if following.head.refresh is None:
                break
            target = self._resolve(following.path, following.head.refresh, following.base)
        said = target is first and any(link.tag == "a" and link.target == page.head.refresh for link in page.links)
        if not said and target.kind == "internal" and self.check(page, Link("meta", ""), target):
            end = address_of(target.path) + (f"#{target.fragment}" if target.fragment else "")
            return _broken(page, lambda _: say("this redirect ends at {target}, which does not exist", target=end))
        return None

    def _missing(self, page: BuiltPage, link: Link, target: Target) -> Finding:
        path = target.path
        address, named = self._hints.tidied(page, link)
        if address:
            code = LINK_PAGE_MISSING if named.endswith(".md") else LINK_ASSET_MISSING
            mend = say("write {link}", link=address)
            return Finding(code, lambda words: say("{link} does not exist", link=words), mend, path)
        if f"{path}/index.html" in self._site.files:
            return Finding(
                LINK_PAGE_MISSING,
                lambda words: say("{link} names a folder", link=words),
                say("end it with a slash, or servers have to send readers on"),
                path,
            )
        named = self._documents.named(page, link.target)
        if finding := self._case(link, named, path) or self._beside(page, named, path):
            return finding
        ending = posixpath.splitext(path)[1]
        page_hint = None if ending in (".html", ".md") else self._hints.without_ending(page, link)
        if not page_hint and ending in ("", ".html", ".md"):
            page_hint = self._hints.page(page, link, path), self._hints.meant(page, link, path)
        if page_hint:
            return Finding(LINK_PAGE_MISSING, lambda words: say("{link} does not exist", link=words), *page_hint)
        file_hint = self._hints.file(page, link, path)
        return Finding(LINK_ASSET_MISSING, lambda words: say("{link} does not exist", link=words), file_hint, path)

    def _case(self, link: Link, named: str, path: str) -> Finding | None:
        """Return a finding where an address and a file of the site, or below docs/, differ in case alone."""
        for wrong in filter(None, (path, named)):
            right = self._documents.folded(wrong)
            if right and right != wrong:
                return Finding(
                    LINK_CASE,
                    lambda words: say("{link} differs from the file only in upper and lower case", link=words),
                    spell(link, _address(wrong), _address(right)),
                    path,
                )
        return None

    def _beside(self, page: BuiltPage, named: str, path: str) -> Finding | None:
        """Return a finding where an address names a file as it lies in docs/, not as it is published."""
        source, to = self._documents.source(named), self._documents.published(named)
        if source and to and source.language != language_of(page.path):
            return leads_abroad(source.language, self._hints.counterpart(page, source.path))
        passage = _passage(named) or _passage(path)
        code = LINK_PAGE_MISSING if passage or named.endswith(".md") else LINK_ASSET_MISSING
        if to:
            near = posixpath.relpath(to, posixpath.dirname(page.path) or ".") + ("/" if to.endswith("/") else "")
            hint: str = say("write {link}: only links of Markdown name files as they lie in docs/", link=near)
            return Finding(code, lambda words: say("{link} does not exist", link=words), hint, path)
        if self._documents.file(f"{language_of(page.path)}/{passage}" if passage else named):
            hint = say('include it: {{% include "{passage}" %}}', passage=passage) if passage else ""
            return Finding(code, lambda words: say("{link} is there, but it is not published", link=words), hint, path)
        return None


def _broken(page: BuiltPage, message: Callable[[str], Message]) -> Finding:
    return Finding(REDIRECT_BROKEN, message, subject=page.path)


def _passage(path: str) -> str:
    """Return the name of the passage that ``path`` below docs/ or in the site would be, or ""."""
    file = path.removesuffix("/index.html").removesuffix(".md") + ".md"
    name = file.removeprefix(f"{file.partition('/')[0]}/")
    return next((one for one in (file, name) if PASSAGE.fullmatch(one)), "")


def _address(path: str) -> str:
    return address_of(path).lstrip("/")
