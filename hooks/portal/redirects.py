"""Redirects of the server: each of deploy/serving.yml leads from an address without a page to a page, at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from portal.links.nearby import closest
from portal.links.resolve import address_of
from portal.messages import say
from portal.problems import Place, Problem
from portal.site import Site
from portal.yaml_places import Document, read_yaml


@dataclass(frozen=True)
class _Redirect:
    source: str
    target: str
    always: bool  # whatever the query is
    source_place: Place
    target_place: Place


def check_redirects(site: Site, serving_file: Path, name: str) -> Iterator[Problem]:
    """Yield a problem for each redirect that leads nowhere, in a circle, to another one, from a page, or never.

    ``name`` is what places call the file. What is no redirect at all, portal.serving refuses before a build.
    """
    document, _ = read_yaml(serving_file.read_text("utf-8"), name, "redirect-broken")
    redirects = list(_read(document)) if document else []
    following: dict[str, _Redirect] = {}
    for one in redirects:
        if one.always:
            following.setdefault(one.source, one)
    for index, one in enumerate(redirects):
        if earlier := next((two for two in redirects[:index] if two.always and two.source == one.source), None):
            message = say("an earlier redirect from {address} is always taken", address=one.source)
            hint = say("remove one; the first is in line {line}", line=earlier.source_place.line)
            yield Problem("redirect-broken", one.source_place, message, hint)
        elif one.always and _file(one.source) in site.files:
            message = say("this redirect hides the page {page}", page=one.source)
            yield Problem("redirect-broken", one.source_place, message, say("remove it, or the page"))
        else:
            yield from _check_target(one, following, site)


def _check_target(one: _Redirect, following: dict[str, _Redirect], site: Site) -> Iterator[Problem]:
    passed, end = {one.source} if one.always else set(), one.target
    while end in following and end not in passed:
        passed.add(end)
        end = following[end].target
    message = hint = ""
    if end in passed:
        message = say("this redirect leads back to itself")
    elif _file(end) not in site.files:
        near = f"{end}/" if _file(f"{end}/") in site.files else _nearest(end, site)
        message = say("this redirect ends at {target}, which does not exist", target=end)
        hint = say("write {link}", link=near) if near else ""
    elif end != one.target:
        message, hint = say("this redirect leads to another one"), say("write {link}", link=end)
    if message:
        yield Problem("redirect-broken", one.target_place, message, hint)


def _nearest(address: str, site: Site) -> str:
    pages = {address_of(path).strip("/"): path for path, page in site.pages.items() if page.head.refresh is None}
    near = closest(address.strip("/").removesuffix(".html"), pages)
    return address_of(pages[near]) if near is not None else ""


def _file(address: str) -> str:
    return address[1:] + ("index.html" if address.endswith("/") else "")


def _read(document: Document) -> Iterator[_Redirect]:
    entries = document.data.get("redirects") if isinstance(document.data, dict) else None
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        source, target = (entry.get("from"), entry.get("to")) if isinstance(entry, dict) else (None, None)
        if isinstance(source, str) and isinstance(target, str):
            places = (document.place(("redirects", index, key)) for key in ("from", "to"))
            yield _Redirect(source, target, "mode" not in entry, *places)
