"""Redirects of the server: each of deploy/serving.yml leads from an address without a page to a page, at once."""

from collections.abc import Iterator, Mapping

from portal.checks.context import SiteContext
from portal.checks.links.codes import REDIRECT_BROKEN
from portal.checks.links.nearby import closest
from portal.problems import Location, Problem
from portal.problems.messages import say
from portal.site.resolve import address_of, file_at
from portal.site.site import Site
from portal.sources.serving import Redirect, ServingError, read_with_locations


def check_redirects(site: Site, context: SiteContext) -> Iterator[Problem]:
    """Yield a problem for each redirect that leads nowhere, in a circle, to another one, from a page, or never.

    A description that can't be used is a problem too: a site can be checked without a build.
    """
    serving_file = context.project.serving_file
    if not serving_file.is_file():
        return
    try:
        serving, document = read_with_locations(serving_file)
    except ServingError as error:
        yield from error.problems
        return
    following: dict[str, Redirect] = {}  # less what hides a page, which is reported itself
    for redirect in serving.redirects:
        for source in _always(redirect):
            if _file(source) not in site.files:
                following.setdefault(source, redirect)
    earlier: dict[tuple[str, str | None], Location] = {}
    for index, redirect in enumerate(serving.redirects):
        location, target_location = (document.location(("redirects", index, key)) for key in ("from", "to"))
        if wrong := _forestalled(redirect, earlier, location) or _hiding(redirect, site, location):
            yield wrong
        else:
            yield from _check_target(redirect, following, site, target_location)
        for source in redirect.sources:
            earlier.setdefault((source, redirect.mode), location)


def _always(redirect: Redirect) -> tuple[str, ...]:
    """Return the addresses that a redirect leads on from, whatever the query is."""
    return redirect.sources if redirect.mode is None else ()


def _forestalled(
    redirect: Redirect, earlier: Mapping[tuple[str, str | None], Location], location: Location
) -> Problem | None:
    """Return a problem where one of the ``earlier`` lines, by address and mode, already answers an address."""
    for source in redirect.sources:
        for mode in dict.fromkeys((None, redirect.mode)):
            if first := earlier.get((source, mode)):
                message = (
                    say("an earlier redirect from {address} is taken for mode={mode}", address=source, mode=mode)
                    if mode
                    else say("an earlier redirect from {address} is always taken", address=source)
                )
                hint = say("remove one; the first is in line {line}", line=first.line)
                return REDIRECT_BROKEN.problem(location, message, hint)
    return None


def _hiding(redirect: Redirect, site: Site, location: Location) -> Problem | None:
    for source in _always(redirect):
        if _file(source) in site.files and source != redirect.target:  # one to itself is a circle
            message = say("this redirect hides the page {page}", page=source)
            return REDIRECT_BROKEN.problem(location, message, say("remove it, or the page"))
    return None


def _check_target(
    redirect: Redirect, following: Mapping[str, Redirect], site: Site, location: Location
) -> Iterator[Problem]:
    end = redirect.target
    for _ in following:  # a chain that is longer than all of them together is a circle
        end = following[end].target if end in following else end
    message = hint = ""
    if end in following or end in _always(redirect):
        message = say("this redirect leads back to itself")
    elif _file(end) not in site.files:
        near = f"{end}/" if _file(f"{end}/") in site.files else _nearest(end, site)
        message = say("this redirect ends at {target}, which does not exist", target=end)
        hint = say("write {link}", link=near) if near else ""
    elif end != redirect.target:
        message, hint = say("this redirect leads to another one"), say("write {link}", link=end)
    if message:
        yield REDIRECT_BROKEN.problem(location, message, hint)


def _nearest(address: str, site: Site) -> str:
    pages = {address_of(path).strip("/"): path for path, page in site.pages.items() if page.head.refresh is None}
    near = closest(address.strip("/").removesuffix(".html"), pages)
    return address_of(pages[near]) if near is not None else ""


def _file(address: str) -> str:
    return file_at(address[1:])
