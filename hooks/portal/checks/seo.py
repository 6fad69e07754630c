"""SEO: what pages state for search engines and other sites agrees with the pages that exist."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from urllib.parse import quote, unquote, urlsplit

from portal.checks.context import SiteContext
from portal.checks.links.addresses import COPY_HINT
from portal.checks.links.codes import REQUEST_EXTERNAL
from portal.checks.sitemap import BUILD_FIX, BUILD_HINT, SITEMAP, SITEMAP_WRONG, Alternates, check_sitemap, read_sitemap
from portal.formats.xml import FILE_UNREADABLE
from portal.languages import LANGUAGES, in_folder_of, language_of
from portal.problems import Code, Location, Problem
from portal.problems.messages import Message, say
from portal.site.locate import Locator
from portal.site.page import BuiltPage
from portal.site.resolve import Resolver, address_of
from portal.site.site import Site

CANONICAL_WRONG = Code(
    "canonical-wrong",
    why=say(
        "Each page names its own full address, letter by letter, or search engines list a page that does not exist."
    ),
    fix=BUILD_FIX,
    example=say("this page has no canonical address"),
)
ALTERNATE_MISSING = Code(
    "alternate-missing",
    why=say("Each page names its translations, or search engines don't list it in the reader's language."),
    fix=BUILD_FIX,
    example=say("neither the head nor the sitemap names the {language} version of this page", language="en"),
)
ALTERNATE_WRONG = Code(
    "alternate-wrong",
    why=say(
        "A page and its translations name each other, and only pages that exist. Otherwise search engines ignore "
        "the translations."
    ),
    fix=BUILD_FIX,
    example=say("{language} is no language that search engines know", language="de-xx-yy"),
)

SEO_CODES = (
    CANONICAL_WRONG,
    ALTERNATE_MISSING,
    ALTERNATE_WRONG,
    SITEMAP_WRONG,
    REQUEST_EXTERNAL,
    FILE_UNREADABLE,
)
# "Localized versions of your pages" (Google Search Central): of BCP 47, a language, a script and a region.
HREFLANG = re.compile(r"x-default|[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?", re.IGNORECASE)


def check_seo(site: Site, context: SiteContext) -> Iterator[Problem]:
    """Yield a problem where canonical addresses, translations, sitemap or shared media disagree with the pages.

    Where the site's address has no host, nothing is required that would name it.
    """
    locator, resolver = context.locator, context.resolver
    listed = {path: page for path, page in site.pages.items() if page.head.indexed and page.head.refresh is None}
    in_sitemap: Alternates = {}
    if SITEMAP in site.files:
        in_sitemap, problems = read_sitemap(site, resolver)
        yield from problems
        if not any(problem.code == FILE_UNREADABLE for problem in problems):  # or what follows would count as lacking
            yield from check_sitemap(site, listed, in_sitemap)
    elif listed and resolver.host:  # a sitemap names full addresses
        message = say("the site has no sitemap.xml")
        yield SITEMAP_WRONG.problem(Location(f"{site.label}/{SITEMAP}"), message, BUILD_HINT)
    for page in listed.values():
        yield from _check_canonical(page, locator, resolver, context.site_url)
    for page in site.pages.values() if resolver.host else ():
        yield from _check_shared(page, locator, resolver)
    yield from _check_alternates(listed, in_sitemap, locator, resolver)


def _check_canonical(page: BuiltPage, locator: Locator, resolver: Resolver, site_url: str) -> Iterator[Problem]:
    """RFC 6596: the canonical address of a page is one, absolute, and its own, letter by letter."""
    own = site_url.rstrip("/") + quote(address_of(page.path))
    hint = say("it is {address}; look at the template of the page's head", address=own) if resolver.host else BUILD_HINT
    for address in page.head.canonical:
        target = resolver.own(page.path, address)
        leads_here = (target.path, target.fragment) == (page.path, "") and urlsplit(address).scheme
        if not leads_here or (resolver.host and unquote(address) != unquote(own)):
            message = say("the canonical address {address} is not this page's", address=address)
            yield _problem(CANONICAL_WRONG, locator.built(page, address), message, page, hint)
    if len(page.head.canonical) > 1:
        message = say("this page has more than one canonical address")
        yield _problem(CANONICAL_WRONG, locator.built(page, page.head.canonical[1]), message, page)
    elif not page.head.canonical and resolver.host:
        message = say("this page has no canonical address")
        yield _problem(CANONICAL_WRONG, locator.built(page, "<head"), message, page, hint)


def _check_shared(page: BuiltPage, locator: Locator, resolver: Resolver) -> Iterator[Problem]:
    """Yield a problem for each medium of another host that a shared page is shown with (the Open Graph protocol)."""
    for link in page.links:
        if link.tag == "meta" and resolver(page.path, link.target, page.base).kind == "web":
            message = say("{link} is of another host, and shown where this page is shared", link=link.target)
            yield _problem(REQUEST_EXTERNAL, locator.built(page, link.target), message, page, COPY_HINT)


def _check_alternates(
    listed: Mapping[str, BuiltPage], in_sitemap: Alternates, locator: Locator, resolver: Resolver
) -> Iterator[Problem]:
    """Each page names itself and its translations, in its head or the sitemap, and they name it."""
    stated: dict[str, dict[str, str]] = defaultdict(dict)
    for path, page in listed.items():
        for language, address in (*in_sitemap.get(path, {}).items(), *page.head.alternates):
            target = resolver.own(path, address)
            earlier = stated[path].setdefault(language, target.path)
            if message := _check_alternate(language, address, target.path, earlier, listed):
                words = address if target.path not in listed else f'hreflang="{language}"'
                yield _problem(ALTERNATE_WRONG, locator.built(page, words), message, page)
    for page in listed.values() if stated or resolver.host else ():
        yield from _check_mutual(page, stated, listed, locator)


def _check_alternate(
    language: str, address: str, path: str, earlier: str, listed: Mapping[str, BuiltPage]
) -> Message | None:
    if not HREFLANG.fullmatch(language):
        return say("{language} is no language that search engines know", language=language)
    if path not in listed:
        return say("the {language} version of this page, {address}, does not exist", language=language, address=address)
    if language.lower() != "x-default" and language.lower().split("-")[0] != language_of(path):
        return say("{address} is not in the language {language}", language=language, address=address)
    if earlier != path:
        return say("head and sitemap name different pages as the {language} version", language=language)
    return None


def _check_mutual(
    page: BuiltPage, stated: Mapping[str, Mapping[str, str]], listed: Mapping[str, BuiltPage], locator: Locator
) -> Iterator[Problem]:
    mine = stated.get(page.path, {})
    plain = page.path.removeprefix(f"{language_of(page.path)}/")
    versions = {language: in_folder_of(language, plain) for language in LANGUAGES}
    there = [language for language, other in versions.items() if other in listed]
    for own in there if len(there) > 1 else ():
        if own not in mine:
            message = say("neither the head nor the sitemap names the {language} version of this page", language=own)
            yield _problem(ALTERNATE_MISSING, locator.built(page, "<head"), message, page)
    for language, other in mine.items():
        if other in listed and language in LANGUAGES and page.path not in stated.get(other, {}).values():
            message = say(
                "{page} is named as the {language} version of this page and does not name it",
                page=address_of(other),
                language=language,
            )
            yield _problem(ALTERNATE_WRONG, locator.built(page, "<head"), message, page)


def _problem(code: Code, location: Location, message: Message, page: BuiltPage, hint: str = BUILD_HINT) -> Problem:
    return code.problem(location, message, hint, pages=(page.path,), subject="head")
