"""The sitemap: it lists every page that search engines may list, once, by its full address, and no other."""

from collections.abc import Iterable, Iterator, Mapping

from portal.formats.xml import Element, XmlFile, read_xml
from portal.problems import Code, Location, Problem
from portal.problems.messages import Message, say
from portal.site.resolve import Resolver, address_of
from portal.site.site import Site

BUILD_FIX = say(
    "The build writes these addresses: build the site again. If that changes nothing, look at the head in "
    "`overrides/main.html`."
)
SITEMAP_WRONG = Code(
    "sitemap-wrong",
    why=say(
        "`sitemap.xml` contains every page that search engines may list, once and with its full address, and no other."
    ),
    fix=BUILD_FIX,
    example=say("the sitemap lacks {page}", page="/user/help/"),
)

SITEMAP = "sitemap.xml"
BUILD_HINT = say("build the site again; if that changes nothing, look at the template of the page's head")

Alternates = dict[str, dict[str, str]]  # the addresses of each page's translations, by site path and language


def read_sitemap(site: Site, resolver: Resolver) -> tuple[Alternates, list[Problem]]:
    """Return the alternates of each page of the sitemap, and a problem for each entry that is wrong in itself.

    sitemaps.org protocol 0.9; alternates in it: "Localized versions of your pages" (Google Search Central).
    """
    xml = read_xml(site.read(SITEMAP), f"{site.label}/{SITEMAP}")
    pages: Alternates = {}
    problems = list(xml.problems)
    for loc, alternates in _entries(xml):
        path, location = resolver.own("", loc.text).path, xml.text_location(loc)
        if "://" not in loc.text:
            problems.append(_wrong(location, say("{address} is no full address", address=loc.text)))
        elif path not in site.pages:
            problems.append(_wrong(location, say("{address} is no page of the site", address=loc.text)))
        elif path in pages:
            problems.append(_wrong(location, say("{address} stands here twice", address=loc.text)))
        pages[path] = alternates
    return pages, problems


def check_sitemap(site: Site, listed: Iterable[str], in_sitemap: Mapping[str, object]) -> Iterator[Problem]:
    """Yield a problem for each page of ``listed`` that the sitemap lacks, and each other that it lists."""
    location, listed = Location(f"{site.label}/{SITEMAP}"), frozenset(listed)
    for path in sorted(listed - in_sitemap.keys()):
        yield _wrong(location, say("the sitemap lacks {page}", page=address_of(path)), path)
    for path in sorted((in_sitemap.keys() & site.pages.keys()) - listed):
        message = say("the sitemap lists {page}, which search engines are not to list", page=address_of(path))
        yield _wrong(location, message, path)


def _entries(xml: XmlFile) -> Iterator[tuple[Element, dict[str, str]]]:
    """Yield the address of each entry and those of its translations."""
    loc: Element | None = None
    alternates: dict[str, str] = {}
    for element in (*xml.elements, None):
        if element is None or element.name == "url":
            if loc is not None:
                yield loc, alternates
            loc, alternates = None, {}
        elif element.name == "loc" and not element.namespace.endswith(("image/1.1", "video/1.1")):
            loc = element
        elif element.name == "link":
            alternates[element.attributes.get("hreflang", "")] = element.attributes.get("href", "")


def _wrong(location: Location, message: Message, page: str = "") -> Problem:
    return SITEMAP_WRONG.problem(location, message, BUILD_HINT, pages=(page,) if page else (), subject=SITEMAP)
