"""Files: the addresses in stylesheets, scripts, drawings and manifests of the site."""

import json
import posixpath
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from portal.checks.links.addresses import COPY_HINT
from portal.checks.links.anchors import has_anchor, no_anchor
from portal.checks.links.nearby import closest, respell
from portal.formats.css import css_addresses
from portal.formats.javascript import module_addresses, worker_addresses
from portal.formats.xml import FILE_UNREADABLE, read_xml
from portal.problems import Location, Problem
from portal.problems.messages import Message, say
from portal.site.locate import Locator
from portal.site.pdfs import Pdf
from portal.site.resolve import Resolver, Target, address_of
from portal.site.site import Site

LINKING = ("a", "feImage", "image", "link", "script", "use")  # of SVG 2
MANIFEST_ADDRESS = ("src", "url", "start_url", "scope")


class _Address(NamedTuple):
    words: str
    loads: bool = True  # by itself, as soon as a page shows the file
    from_pages: bool = False  # relative to whichever page runs the script


class _UnreadableError(Exception):
    """A file is not what its name says: browsers show or use nothing of it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def check_files(site: Site, locator: Locator, resolver: Resolver, pdfs: Iterable[Pdf] = ()) -> Iterator[Problem]:
    """Yield a problem for each address in a file other than a page that leads nowhere or asks another host.

    A drawing or manifest that browsers can't read is a problem too. ``pdfs`` are the site's, for anchors in them.
    """
    by_path = {pdf.path: pdf for pdf in pdfs}
    for path in sorted(site.files):
        try:
            addresses = list(dict.fromkeys(_addresses(path, site)))
        except _UnreadableError as error:
            yield replace(error.problem, location=replace(error.problem.location, file=locator.asset(path).file))
            continue
        for address in addresses:
            target = resolver(path, address.words)
            yield from _check(path, address, target, site, locator, resolver)
            if target.kind == "internal" and target.path in site.files and not has_anchor(target, site, by_path):
                message = no_anchor(address.words, target, by_path)
                locations = locator.file(path, address.words)
                yield from (Problem("link-anchor-missing", location, message) for location in locations)


def _check(
    path: str, address: _Address, target: Target, site: Site, locator: Locator, resolver: Resolver
) -> Iterator[Problem]:
    words = address.words
    if target.kind == "web" and address.loads:
        message = say("{link} makes browsers ask another host", link=words)
        yield from (Problem("request-external", location, message, COPY_HINT) for location in locator.file(path, words))
    elif target.kind == "internal" and target.path not in site.files:
        if address.from_pages and any(resolver(page, words).path in site.files for page in site.pages):
            return
        code, message, hint = _missing(words, target.path, site)
        yield from (
            Problem(code, location, message, hint, subject=target.path) for location in locator.file(path, words)
        )


def _missing(words: str, path: str, site: Site) -> tuple[str, Message, str]:
    right = site.by_folded_name.get(path.casefold())
    if right and right != path:
        message = say("{link} differs from the file only in upper and lower case", link=words)
        return "link-case", message, _write(words, path, right)
    near = _nearest(path, site)
    message = say("{link} does not exist", link=words)
    return "link-asset-missing", message, _write(words, path, near) if near else ""


def _write(words: str, wrong: str, right: str) -> str:
    link = respell(words, address_of(wrong)[1:], address_of(right)[1:])
    return say("write {link}", link=link) if link else say("the nearest file is {file}", file=right)


def _nearest(path: str, site: Site) -> str | None:
    """Return the page or file of the same kind, by its editor's name, that comes nearest to ``path``."""
    ending = "/index.html" if path.endswith("/index.html") else posixpath.splitext(path)[1]
    names = [name.removesuffix(ending) for name in site.plain_files if name.endswith(ending)]
    near = closest(path.removesuffix(ending), names, posixpath.dirname(path))
    return near + ending if near is not None else None


def _addresses(path: str, site: Site) -> Iterator[_Address]:
    """Yield the addresses in a file. Raises _UnreadableError for a drawing or a manifest that is none."""
    reader = _READERS.get("webmanifest" if path.endswith("manifest.json") else path.rpartition(".")[2])
    return reader(site.read(path)) if reader else iter(())


def _in_stylesheet(text: str) -> Iterator[_Address]:
    return map(_Address, css_addresses(text))


def _in_script(text: str) -> Iterator[_Address]:
    yield from (_Address(words, loads=False) for words in module_addresses(text))
    yield from (_Address(words, loads=False, from_pages=True) for words in worker_addresses(text))


def _in_drawing(text: str) -> Iterator[_Address]:
    drawing = read_xml(text, "")
    if drawing.problems:
        raise _UnreadableError(drawing.problems[0])
    for element in drawing.elements:
        found = [_Address(element.attributes.get("href", ""), element.name != "a")] if element.name in LINKING else []
        styles = [element.text] if element.name == "style" else []
        styles += [value for value in element.attributes.values() if "(" in value]
        found += [_Address(words) for style in styles for words in css_addresses(style)]
        yield from (address for address in found if address.words and not address.words.startswith("#"))


def _in_manifest(text: str) -> Iterator[_Address]:
    """Yield the addresses of a web app manifest (W3C Application Manifest): icons, start page, shortcuts."""
    try:
        waiting = [json.loads(text)]
    except json.JSONDecodeError as error:
        location = Location("", error.lineno, error.colno)
        raise _UnreadableError(FILE_UNREADABLE.problem(location, say("this file is no JSON from here on"))) from error
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            names = (value[name] for name in MANIFEST_ADDRESS if isinstance(value.get(name), str))
            yield from (_Address(words, loads=False) for words in names)
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value


_READERS: dict[str, Callable[[str], Iterator[_Address]]] = {
    "css": _in_stylesheet,
    "js": _in_script,
    "mjs": _in_script,
    "svg": _in_drawing,
    "webmanifest": _in_manifest,
}
