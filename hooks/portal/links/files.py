"""Files: the addresses in stylesheets, scripts, drawings, manifests and feeds of the site."""

import json
import re
from collections.abc import Iterable, Iterator

from portal.links.addresses import COPY_HINT
from portal.links.resolve import Resolver
from portal.locate import Locator
from portal.messages import say
from portal.pages import CSS_URL
from portal.problems import Problem
from portal.site import Site

CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
JS_COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'\\])//[^\n]*", re.DOTALL)
# ECMAScript 2025, sections 13.3.10 and 16.2: what a module loads; and new URL("…", import.meta.url), new Worker("…").
JS_LOADS = re.compile(
    r"""(?:\bfrom|\bimport)\s*\(?\s*["'](\.{0,2}/[^"'\n]+)["']"""
    r"""|\bnew\s+URL\(\s*["']([^"'\n]+)["']\s*,\s*import\.meta\.url"""
)
XML_ADDRESS = re.compile(r"""<(?:image|use|script|link|a|feImage)\b[^>]*?\s(?:xlink:)?href=["']([^"'#][^"']*)["']""")
MANIFEST_ADDRESS = ("src", "url", "start_url", "scope")


def check_files(site: Site, locator: Locator, resolver: Resolver) -> Iterator[Problem]:
    """Yield a problem for each address in a file other than a page that leads nowhere or asks another host."""
    for path in sorted(site.files):
        for address in dict.fromkeys(_addresses(path, site)):
            target = resolver(path, address)
            if target.kind == "web" and path.endswith((".css", ".svg")):
                message, code = say("{link} makes browsers ask another host", link=address), "request-external"
                yield from (Problem(code, place, message, COPY_HINT) for place in locator.file(path, address))
            elif target.kind == "internal" and target.path not in site.files:
                message = say("{link} does not exist", link=address)
                for place in locator.file(path, address):
                    yield Problem("link-asset-missing", place, message, subject=target.path)


def _addresses(path: str, site: Site) -> Iterable[str]:
    suffix = path.rsplit(".", 1)[-1]
    if suffix == "css":
        return (match.group(1) or match.group(2) for match in CSS_URL.finditer(CSS_COMMENT.sub("", site.read(path))))
    if suffix in ("js", "mjs"):
        return (match.group(1) or match.group(2) for match in JS_LOADS.finditer(JS_COMMENT.sub("", site.read(path))))
    if suffix == "svg":
        return XML_ADDRESS.findall(site.read(path))
    if suffix == "webmanifest" or path.endswith("manifest.json"):
        return _manifest_addresses(site.read(path))
    return ()


def _manifest_addresses(text: str) -> Iterator[str]:
    """Yield the addresses of a web app manifest (W3C Application Manifest): icons, start page, shortcuts."""
    try:
        waiting = [json.loads(text)]
    except ValueError:
        return
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            yield from (value[name] for name in MANIFEST_ADDRESS if isinstance(value.get(name), str))
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
