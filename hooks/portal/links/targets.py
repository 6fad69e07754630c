"""Targets: whether what an address leads to is there, and what was meant where it is not."""

from portal.links.addresses import Finding
from portal.links.hints import Hints
from portal.links.resolve import Resolver, Target, address_of
from portal.locate import Locator
from portal.messages import say
from portal.pages import BuiltPage, Link
from portal.site import Site


class Targets:
    """Checks where internal addresses lead."""

    def __init__(self, site: Site, locator: Locator, resolver: Resolver) -> None:
        self._site, self._resolve = site, resolver
        self._hints = Hints(site, locator)

    def check(self, page: BuiltPage, link: Link, target: Target) -> Finding | None:
        """Return what is wrong with the file or anchor that a link of ``page`` leads to, or None."""
        path, fragment = target.path, target.fragment
        if path not in self._site.files:
            return self._missing(page, link, target)
        if fragment and path in self._site.pages and not self._has(path, fragment):
            hint = self._hints.anchor(page, link, path, fragment)
            return Finding(
                "link-anchor-missing",
                lambda words: say("{link} leads to a page without #{id}", link=words, id=fragment),
                hint,
                f"{path}#{fragment}",
            )
        return None

    def check_redirect(self, page: BuiltPage, target: Target) -> Finding | None:
        """Follow the redirects that begin at ``page``; return what is wrong at their end, or None."""
        passed = {page.path}
        while target.kind == "internal" and target.path in self._site.pages:
            if target.path in passed:
                return Finding(
                    "redirect-broken", lambda _: say("this redirect leads back to itself"), subject=page.path
                )
            passed.add(target.path)
            following = self._site.pages[target.path]
            if following.head.refresh is None:
                break
            target = self._resolve(following.path, following.head.refresh, following.base)
        if target.kind == "web":
            return None
        if target.kind != "internal" or self.check(page, Link("meta", ""), target):
            end = address_of(target.path) + (f"#{target.fragment}" if target.fragment else "")
            return Finding(
                "redirect-broken",
                lambda _: say("this redirect ends at {target}, which does not exist", target=end),
                subject=page.path,
            )
        return None

    def _missing(self, page: BuiltPage, link: Link, target: Target) -> Finding:
        path = target.path
        if f"{path}/index.html" in self._site.files:
            return Finding(
                "link-page-missing",
                lambda words: say("{link} names a folder", link=words),
                say("end it with a slash, or servers have to send readers on"),
                path,
            )
        if other := self._site.by_folded_name.get(path.casefold()):
            return Finding(
                "link-case",
                lambda words: say("{link} differs from the file only in upper and lower case", link=words),
                say("the file is {file}; a Mac and Windows find it either way, a server does not", file=other),
                path,
            )
        if path.endswith((".html", ".md")):
            hint, meant = self._hints.page(page, link, path), self._hints.meant(page, link, path)
            return Finding("link-page-missing", lambda words: say("{link} does not exist", link=words), hint, meant)
        hint = self._hints.file(path)
        return Finding("link-asset-missing", lambda words: say("{link} does not exist", link=words), hint, path)

    def _has(self, path: str, fragment: str) -> bool:
        # HTML Living Standard, "scrolling to a fragment": #top is the top; a text directive is no name.
        name = fragment.partition(":~:")[0]
        return not name or name.lower() == "top" or name in self._site.pages[path].ids
