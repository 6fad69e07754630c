"""Reach: every page can be come to from a start page, link by link."""

from collections.abc import Iterator, Mapping

from portal.languages import LANGUAGES, in_folder_of
from portal.problems import Code, Location, Problem
from portal.problems.messages import say
from portal.site.locate import Locator
from portal.site.site import Site

PAGE_UNREACHABLE = Code(
    "page-unreachable",
    why=say("Readers can't reach the page from a start page."),
    fix=say("Add the page to `nav`, or link to it."),
    example=say("no link leads to this page"),
)


def check_orphans(site: Site, links: Mapping[str, set[str]], locator: Locator) -> Iterator[Problem]:
    """Yield a problem for each page that no path of links leads to. ``links`` maps each page to those it links to.

    Pages that no search engine may list (404.html), and redirects, are for readers who come from elsewhere.
    """
    starts = [in_folder_of(language, "index.html") for language in LANGUAGES]
    waiting = [start for start in starts if start in site.pages]
    reached: set[str] = set()
    if not waiting:
        return
    while waiting:
        following = waiting.pop()
        if following not in reached:
            reached.add(following)
            waiting += links.get(following, ())
    for path, page in site.pages.items():
        if path not in reached and page.head.indexed and page.head.refresh is None:
            source = locator.source(page)
            location = Location(source.file) if source else Location(f"{site.label}/{path}")
            hint = say("add it to the navigation, or link to it from a page that readers find")
            yield PAGE_UNREACHABLE.problem(location, say("no link leads to this page"), hint, pages=(path,))
