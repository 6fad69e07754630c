"""The data of the search, as the built site has it: it lists pages of its language and view that readers may find."""

import json
from collections.abc import Iterator

from portal.checks.context import SiteContext
from portal.languages import LANGUAGES, language_of
from portal.problems import Code, Location, Problem
from portal.problems.messages import Message, say
from portal.site.resolve import file_at
from portal.site.site import FINGERPRINT, Site
from portal.views import view_of

FOLDER = "assets/search/"
SEARCH_INDEX_WRONG = Code(
    "search-index-wrong",
    why=say(
        "The search would list what no reader may find: a page that is missing, moved, not written by an editor or"
        " not for search engines, or a page of another language or view."
    ),
    fix=say("The build writes these files: build the site again."),
    example=say("{address} is no page that readers may find", address="/404.html"),
)


def is_index(path: str) -> bool:
    """Whether a file of the site is data of the search."""
    return path.startswith(FOLDER) and path.endswith(".json")


def check_indexes(site: Site, context: SiteContext) -> Iterator[Problem]:
    """Yield a problem for each entry of the search's data that leads to a page which it must not."""
    written = {source.site_path for source in context.project.sources}
    for path in sorted(filter(is_index, site.files)):
        location = Location(f"{site.label}/{path}")
        addresses = _addresses(site.read(path))
        if addresses is None:
            yield _wrong(location, say("this file is not what the search reads"))
        for address in addresses or ():
            page = site.pages.get(file_at(address))
            if page is None or page.path not in written or page.head.refresh is not None or not page.head.indexed:
                yield _wrong(location, say("{address} is no page that readers may find", address=f"/{address}"))
            elif _belongs(address) != FINGERPRINT.sub("", path):
                yield _wrong(location, say("{address} is a page of another language or view", address=f"/{address}"))


def _addresses(text: str) -> list[str] | None:
    """Return the addresses of the pages that a file lists, or None where it is none of the search's."""
    try:
        return [str(page["url"]) for page in json.loads(text)["pages"]]
    except (ValueError, TypeError, KeyError):
        return None


def _belongs(address: str) -> str:
    """Return the file that lists a page: that of its language and view."""
    language = language_of(address)
    view = view_of(address.removeprefix(f"{language}/") if language in LANGUAGES[1:] else address)
    return f"{FOLDER}{language}-{view}.json" if view else f"{FOLDER}{language}.json"


def _wrong(location: Location, message: Message) -> Problem:
    return SEARCH_INDEX_WRONG.problem(location, message, say("build the site again"))
