"""Links: every internal address of the built site leads somewhere, and no page makes a browser ask another host."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import unquote, urljoin, urlsplit

from portal.languages import published_path
from portal.locate import Locator
from portal.problems import Place, Problem, nearest
from portal.site import BuiltPage, Link, Site

ELSEWHERE = ("mailto", "tel", "data", "blob", "about")
EXTERNAL = re.compile(r"(?:https?:)?//", re.IGNORECASE)
ROOT = "https://site.invalid/"  # RFC 2606: a host that can't exist, so that only relative addresses resolve to it
COPY_HINT = "keep a copy below docs/assets/"


def check_links(site: Site, locator: Locator, base_path: str = "/") -> Iterator[Problem]:
    """Yield a problem for each dead page link, anchor, image or asset, and for each request to another host.

    ``base_path`` is the path that the site is published under: "/" or "/help/". A fault that stands in no source,
    but in what a template writes into every page, is told once, with the number of pages.
    """
    checker = _Checker(site, locator, base_path)
    found = [
        problem for page in site.pages.values() for link in dict.fromkeys(page.links) for problem in checker(page, link)
    ]
    yield from _told_once(found, locator)
    yield from _check_stylesheets(site)


@dataclass(frozen=True)
class _Checker:
    site: Site
    locator: Locator
    base_path: str

    def __call__(self, page: BuiltPage, link: Link) -> Iterator[Problem]:
        try:
            scheme = urlsplit(link.target).scheme.lower()
        except ValueError:
            yield from self._problems("link-invalid", page, link, "is not a valid address")
            return
        if EXTERNAL.match(link.target):
            if link.loads:
                yield from self._problems("request-external", page, link, "makes browsers ask another host", COPY_HINT)
        elif not link.target:
            yield from self._problems("link-invalid", page, link, f"an empty address in <{link.tag}>")
        elif "{{" in link.target:
            return  # told as an unknown placeholder
        elif not scheme:
            yield from self._check_internal(page, link)
        elif scheme not in ELSEWHERE:
            yield from self._problems("link-invalid", page, link, f"is no address for a page ({scheme}:)")

    def _check_internal(self, page: BuiltPage, link: Link) -> Iterator[Problem]:
        path, fragment = resolve(page.path, link.target, self.base_path)
        if path not in self.site.files:
            kind = "page" if path.endswith((".html", ".md")) else "asset"
            hint = self._nearest_page(page, link, path) if kind == "page" else _nearest_file(path, self.site.files)
            yield from self._problems(f"link-{kind}-missing", page, link, "does not exist", hint, path)
        elif fragment and path.endswith(".html") and not self._has(path, fragment):
            near = nearest(fragment, self.site.pages[path].ids)
            hint = f"write #{near}" if near else f"give the heading that is meant an id: {{#{fragment}}}"
            yield from self._problems(
                "link-anchor-missing", page, link, f"leads to a page without #{fragment}", hint, path
            )

    def _has(self, path: str, fragment: str) -> bool:
        # HTML Living Standard, "scrolling to a fragment": #top is the top; a text directive is no name.
        name = fragment.partition(":~:")[0]
        return not name or name.lower() == "top" or name in self.site.pages[path].ids

    def _nearest_page(self, page: BuiltPage, link: Link, path: str) -> str:
        source = self.locator.source(page)
        if source and link.target.partition("#")[0].endswith(".md"):  # MkDocs left it as it stands in the source
            folder = posixpath.dirname(source.path)
            path = published_path(
                source.language, posixpath.normpath(posixpath.join(folder, link.target.partition("#")[0]))
            )
        wanted = path.removesuffix("index.html").strip("/")
        names = self.locator.nearest_names(page)
        near = nearest(wanted, names) or nearest(wanted.rsplit("/", 1)[-1], {name.rsplit("/", 1)[-1] for name in names})
        matches = [link for name, link in names.items() if name == near or name.rsplit("/", 1)[-1] == near]
        return f"write {matches[0]}" if matches else ""

    def _problems(
        self, code: str, page: BuiltPage, link: Link, what: str, hint: str = "", path: str = ""
    ) -> Iterator[Problem]:
        for place in self.locator.link(page, link, path):
            name = link.target if self.locator.in_source(place) or not path else f"/{path}"
            yield Problem(code, place, f"{name} {what}".lstrip(), hint)


def resolve(path: str, target: str, base_path: str = "/") -> tuple[str, str]:
    """Return the file that an address in the page ``path`` leads to, and its fragment, both percent-decoded.

    An absolute address outside ``base_path`` resolves to a file that no site has.
    """
    if target.startswith("/"):
        target = "/" + target.removeprefix(base_path) if target.startswith(base_path) else f"/outside{target}"
    parts = urlsplit(urljoin(ROOT + path, target))
    found = unquote(parts.path).lstrip("/")
    if not found or found.endswith("/"):
        found += "index.html"
    return found, unquote(parts.fragment)


def _told_once(problems: Iterable[Problem], locator: Locator) -> Iterator[Problem]:
    """Yield problems in sources as they are, and each of those that only built pages have once, with the number of pages."""
    by_fault: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in problems:
        if locator.in_source(problem.place):
            yield problem
        else:
            by_fault[problem.code, problem.message].append(problem)
    for first, *others in by_fault.values():
        more = f" (and on {len(others)} more pages)" if others else ""
        hint = first.hint or "no page writes this; look for it in overrides/ and mkdocs.yml"
        yield replace(first, message=first.message + more, hint=hint)


def _check_stylesheets(site: Site) -> Iterator[Problem]:
    for sheet, target in site.stylesheet_links():
        place = Place(f"{site.label}/{sheet}")
        if EXTERNAL.match(target):
            yield Problem("request-external", place, f"{target} makes browsers ask another host", COPY_HINT)
        elif not target.startswith(("data:", "#")) and resolve(sheet, target)[0] not in site.files:
            yield Problem("link-asset-missing", place, f"{target} does not exist")


def _nearest_file(path: str, files: Iterable[str]) -> str:
    near = nearest(path, files)
    return f"the nearest file is {near}" if near else ""
