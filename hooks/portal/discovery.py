"""Discovery: what the site tells search engines and feed readers of itself agrees with the pages that there are."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from html import unescape
from urllib.parse import urlsplit

from portal.languages import DEFAULT, LANGUAGES, language_of
from portal.links.resolve import Resolver, Target, address_of
from portal.locate import Locator
from portal.messages import say
from portal.pages import BuiltPage
from portal.problems import Place, Problem
from portal.site import Site

SITEMAP = "sitemap.xml"
# sitemaps.org protocol 0.9; alternates in it: "Localized versions of your pages" (Google Search Central).
URL = re.compile(r"<url>(.*?)</url>", re.DOTALL)
LOC = re.compile(r"<loc>\s*([^<]*?)\s*</loc>")
ALTERNATE = re.compile(r"<xhtml:link\b([^>]*)>")
ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
FEED_ADDRESS = re.compile(r'<link\b[^>]*\bhref="([^"]*)"|<link>([^<]*)</link>|<id>(https?:[^<]*)</id>')
BUILD_HINT = say("build the site anew; if that changes nothing, look at the template of the page's head")


def check_discovery(site: Site, locator: Locator, site_url: str) -> Iterator[Problem]:
    """Yield a problem where canonical addresses, alternates in other languages, sitemap or feeds disagree with the pages.

    ``site_url`` is the address that the site is published at, or its path.
    """
    resolver = Resolver(site_url)
    listed = _indexed(site)
    in_sitemap: dict[str, dict[str, str]] = {}
    if SITEMAP in site.files:
        in_sitemap, problems = _read_sitemap(site, resolver)
        yield from problems
        yield from _check_sitemap(site, listed, in_sitemap)
    elif listed and resolver.host:  # a sitemap names full addresses
        message = say("the site has no sitemap.xml")
        yield Problem("sitemap-wrong", Place(f"{site.label}/{SITEMAP}"), message, BUILD_HINT)
    for page in listed.values():
        yield from _check_canonical(page, locator, resolver)
    yield from _check_alternates(listed, in_sitemap, locator, resolver)
    yield from _check_feeds(site, resolver)


def _indexed(site: Site) -> dict[str, BuiltPage]:
    return {path: page for path, page in site.pages.items() if page.head.indexed and page.head.refresh is None}


def _read_sitemap(site: Site, resolver: Resolver) -> tuple[dict[str, dict[str, str]], list[Problem]]:
    """Return the alternates of each page of the sitemap by language, and a problem for each address of no page."""
    text, pages, problems = site.read(SITEMAP), {}, []
    for url in URL.finditer(text):
        for loc in LOC.finditer(url.group(1)):
            target = _resolve(resolver, "", unescape(loc.group(1)))
            links = [dict(ATTRIBUTE.findall(match.group(1))) for match in ALTERNATE.finditer(url.group(1))]
            pages[target.path] = {link.get("hreflang", ""): unescape(link.get("href", "")) for link in links}
            if target.path not in site.pages:
                line = text.count("\n", 0, url.start() + loc.start(1)) + 1
                message = say("{address} is no page of the site", address=loc.group(1))
                problems.append(Problem("sitemap-wrong", Place(f"{site.label}/{SITEMAP}", line), message, BUILD_HINT))
    return pages, problems


def _check_sitemap(site: Site, listed: Mapping, in_sitemap: Mapping) -> Iterator[Problem]:
    place = Place(f"{site.label}/{SITEMAP}")
    for path in listed:
        if path not in in_sitemap:
            message = say("the sitemap lacks {page}", page=address_of(path))
            yield Problem("sitemap-wrong", place, message, BUILD_HINT, "error", (path,), SITEMAP)
    for path in in_sitemap:
        if path in site.pages and path not in listed:
            message = say("the sitemap lists {page}, which search engines are not to list", page=address_of(path))
            yield Problem("sitemap-wrong", place, message, BUILD_HINT, "error", (path,), SITEMAP)


def _check_canonical(page: BuiltPage, locator: Locator, resolver: Resolver) -> Iterator[Problem]:
    """RFC 6596: the canonical address of a page is one, absolute, and its own."""
    for address in page.head.canonical:
        target = _resolve(resolver, page.path, address)
        if (target.path, target.fragment) != (page.path, ""):
            message = say("the canonical address {address} is not this page's", address=address)
            yield _problem("canonical-wrong", locator.built(page, address), message, page)
    if len(page.head.canonical) > 1:
        message = say("this page has more than one canonical address")
        yield _problem("canonical-wrong", locator.built(page, page.head.canonical[1]), message, page)


def _resolve(resolver: Resolver, page: str, address: str) -> Target:
    """Return where a full address leads. Where nobody has said at which host the site is, any host counts as its own."""
    target = resolver(page, address)
    if target.kind == "web" and not resolver.host:
        parts = urlsplit(address)
        return resolver(page, parts._replace(scheme="", netloc="", path=parts.path or "/").geturl())
    return target


def _check_alternates(
    listed: Mapping[str, BuiltPage], in_sitemap: Mapping, locator: Locator, resolver: Resolver
) -> Iterator[Problem]:
    """Each page names itself and its translations, in its head or the sitemap, and they name it."""
    stated: dict[str, dict[str, str]] = defaultdict(dict)
    for path, page in listed.items():
        for language, address in (*in_sitemap.get(path, {}).items(), *page.head.alternates):
            target = _resolve(resolver, path, address)
            earlier = stated[path].setdefault(language, target.path)
            if target.path not in listed:
                message = say(
                    "the {language} version of this page, {address}, does not exist", language=language, address=address
                )
                yield _problem("alternate-wrong", locator.built(page, address), message, page)
            elif earlier != target.path:
                message = say("head and sitemap name different pages as the {language} version", language=language)
                yield _problem("alternate-wrong", locator.built(page, address), message, page)
    for path, page in listed.items() if stated else ():
        yield from _check_mutual(page, stated, listed, locator)


def _check_mutual(page: BuiltPage, stated: Mapping, listed: Mapping, locator: Locator) -> Iterator[Problem]:
    mine = stated.get(page.path, {})
    plain = page.path.removeprefix(f"{language_of(page.path)}/")
    for language in LANGUAGES:
        other = plain if language == DEFAULT else f"{language}/{plain}"
        if other in listed and language not in mine:
            message = say(
                "neither the head nor the sitemap names the {language} version of this page", language=language
            )
            yield _problem("alternate-missing", locator.built(page, "<head"), message, page)
    for language, other in mine.items():
        if other in listed and language in LANGUAGES and page.path not in stated.get(other, {}).values():
            message = say(
                "{page} is named as the {language} version of this page and does not name it",
                page=address_of(other),
                language=language,
            )
            yield _problem("alternate-wrong", locator.built(page, "<head"), message, page)


def _check_feeds(site: Site, resolver: Resolver) -> Iterator[Problem]:
    """RFC 4287, 4.2.7: what a feed links to on this site is there."""
    for path in sorted(site.files):
        if posixpath.basename(path) not in ("feed.xml", "atom.xml", "rss.xml", "feed_rss_created.xml"):
            continue
        text = site.read(path)
        for match in FEED_ADDRESS.finditer(text):
            address = unescape(next(filter(None, match.groups()), ""))
            target = resolver(path, address)
            if target.kind == "internal" and target.path not in site.files:
                place = Place(f"{site.label}/{path}", text.count("\n", 0, match.start()) + 1)
                yield Problem(
                    "link-page-missing",
                    place,
                    say("{link} does not exist", link=address),
                    BUILD_HINT,
                    subject=target.path,
                )


def _problem(code: str, place: Place, message: str, page: BuiltPage) -> Problem:
    return Problem(code, place, message, BUILD_HINT, "error", (page.path,), "head")
