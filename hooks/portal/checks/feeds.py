"""Feeds: what they link to on this site is there."""

from collections.abc import Iterator, Mapping

from portal.checks.context import SiteContext
from portal.checks.links.anchors import has_anchor, no_anchor
from portal.checks.links.codes import LINK_ANCHOR_MISSING, LINK_PAGE_MISSING
from portal.checks.sitemap import BUILD_HINT, SITEMAP
from portal.formats.xml import XmlFile, read_xml
from portal.problems import Location, Problem
from portal.problems.messages import say
from portal.site.pdfs import Pdf
from portal.site.resolve import Resolver
from portal.site.site import Site

ROOTS = ("feed", "rss", "RDF")  # RFC 4287; RSS 2.0 and 1.0


def check_feeds(site: Site, context: SiteContext) -> Iterator[Problem]:
    """Yield a problem for each feed that can't be read, and each of its links to what is not there.

    A feed is what a page calls one, and each other file whose first element is a feed's.
    """
    resolver, by_path = context.resolver, {pdf.path: pdf for pdf in context.pdfs}
    called = set(_called_feeds(site, resolver))
    for path in sorted(site.files):
        if path in called or (path.endswith((".xml", ".rss", ".atom")) and path != SITEMAP):
            feed = read_xml(site.read(path), f"{site.label}/{path}")
            if path in called or (feed.elements and feed.elements[0].name in ROOTS):
                yield from feed.problems
                yield from _check_links(feed, path, site, resolver, by_path)


def _called_feeds(site: Site, resolver: Resolver) -> Iterator[str]:
    """Yield what pages announce as a feed (HTML Living Standard, "Link type alternate")."""
    for page in site.pages.values():
        for address in page.head.feeds:
            path = resolver(page.path, address, page.base).path
            if path in site.files:
                yield path


def _check_links(
    feed: XmlFile, path: str, site: Site, resolver: Resolver, pdfs: Mapping[str, Pdf]
) -> Iterator[Problem]:
    for address, location in _links(feed):
        target = resolver(path, address)
        if target.kind != "internal":
            continue
        if target.path not in site.files:
            message = say("{link} does not exist", link=address)
            yield LINK_PAGE_MISSING.problem(location, message, BUILD_HINT, subject=target.path)
        elif not has_anchor(target, site, pdfs):
            yield LINK_ANCHOR_MISSING.problem(location, no_anchor(address, target, pdfs), BUILD_HINT)


def _links(feed: XmlFile) -> Iterator[tuple[str, Location]]:
    for element in feed.elements:
        for name in ("href", "url", "src"):
            if element.name in ("link", "enclosure", "content") and element.attributes.get(name):
                yield element.attributes[name], feed.attribute_location(element, name)
        if element.name == "link" and element.text:
            yield element.text, feed.text_location(element)
