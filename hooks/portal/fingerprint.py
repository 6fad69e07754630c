"""Fingerprints: assets get a hash of their content into their name, so that browsers may keep them for good.

Other content gives another name: no copy that somebody keeps can go stale.
"""

import hashlib
import posixpath
import re
from collections.abc import Callable, Collection, Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from urllib.parse import quote, unquote

from portal.links.resolve import Resolver
from portal.messages import say

# CSS Values and Units Level 4, "url()"; and any string, as of @import and image-set(): what names no asset stays.
_IN_CSS = re.compile(r"""(?:url\(\s*["']?|["'])([^"')\s]+)""")
# ECMAScript: static and dynamic import, export from; HTML Living Standard: new URL beside import.meta.url.
_IN_SCRIPT = re.compile(r"""(?:\bfrom|\bimport\s*\(|\bimport|\bnew\s+URL\s*\()\s*["'`]([^"'`\n]+)["'`]""")
_REFERENCES = {".css": _IN_CSS, ".js": _IN_SCRIPT, ".mjs": _IN_SCRIPT}
# What else names assets: in an attribute, a srcset, inline data.
_PAGES = (".html", ".webmanifest")
_ADDRESS = r"""[^\s"'()<>?#,&;]+"""
_BEFORE = re.compile(r"""(?:^|["'\s(=,;])((?:https?://[^\s"'(),;]*?|(?:\.{1,2}/)+|[^\s"'(),;=]*/)?)$""")


class FingerprintError(Exception):
    """Assets can't be given hashes; the message says why."""


def fingerprint(site: Path, assets: Collection[str], site_url: str = "/") -> dict[str, str]:
    """Rename ``assets`` (paths below ``site``) in the built site and every reference to them; return old -> new paths.

    The name gets the first 8 hexadecimal digits of the content's SHA-256 before its ending. An asset that names others
    comes after them, since its content changes with their names. ``site_url`` is the address of the site, for absolute
    references. Raises FingerprintError where assets name each other in a circle, OSError where a file can't be written.
    """
    resolve, known, new = Resolver(site_url), frozenset(assets), {}
    texts = {path: _read(site / path) for path in known if posixpath.splitext(path)[1] in _REFERENCES}
    for path in _in_order(known, texts, resolve):
        stem, ending = posixpath.splitext(path)
        if path in texts:
            text = _REFERENCES[ending].sub(_renamer(path, new, resolve), texts[path])
            _write(site / path, text)
        digest = hashlib.sha256((site / path).read_bytes()).hexdigest()[:8]
        new[path] = f"{stem}.{digest}{ending}"
        (site / path).rename(site / new[path])
    _rewrite_pages(site, new, resolve)
    return new


def _in_order(known: frozenset[str], texts: dict[str, str], resolve: Resolver) -> Iterator[str]:
    """Yield the assets, each after those that it names, and otherwise by name: the same order every time."""
    named = {path: sorted(_named(path, texts.get(path, ""), known, resolve)) for path in sorted(known)}
    try:
        yield from TopologicalSorter(named).static_order()
    except CycleError as error:
        circle = " → ".join(reversed(error.args[1]))
        message = say("assets that name each other can't have hashes of their contents: {circle}", circle=circle)
        raise FingerprintError(message) from error


def _named(path: str, text: str, known: frozenset[str], resolve: Resolver) -> set[str]:
    pattern = _REFERENCES.get(posixpath.splitext(path)[1])
    targets = {resolve(path, match.group(1)).path for match in pattern.finditer(text)} if pattern else set()
    return targets & known - {path}


def _renamer(path: str, new: dict[str, str], resolve: Resolver) -> Callable[[re.Match], str]:
    """Return the replacement of a reference in the asset ``path``."""

    def rename(match: re.Match) -> str:
        reference, found = match.group(1), match.group(0)
        target = resolve(path, reference).path
        start, end = match.start(1) - match.start(), match.end(1) - match.start()
        return found[:start] + _with_name(reference, new[target]) + found[end:] if target in new else found

    return rename


def _with_name(reference: str, new: str) -> str:
    """Return the reference with another last part; what leads there and what follows the path stay as they are."""
    path = re.split(r"[?#]", reference, maxsplit=1)[0]
    return path[: path.rfind("/") + 1] + quote(posixpath.basename(new)) + reference[len(path) :]


def _rewrite_pages(site: Path, new: dict[str, str], resolve: Resolver) -> None:
    """Rename the references in pages, where an address begins before them and leads there."""
    folders = sorted({re.escape(path.partition("/")[0]) for path in new})
    pattern = re.compile(rf"(?:{'|'.join(folders)})/{_ADDRESS}")  # begins with a literal: pages are many
    for file in sorted(path for path in site.rglob("*") if new and path.suffix in _PAGES):
        page, text = file.relative_to(site).as_posix(), _read(file)

        def rename(match: re.Match, page: str = page, text: str = text) -> str:
            found = match.group(0)
            before = _BEFORE.search(text, max(0, match.start() - 200), match.start())
            wanted = unquote(found)
            if wanted not in new or not before:
                return found
            leads = resolve(page, before.group(1) + found).path
            return _with_name(found, new[wanted]) if leads == wanted else found

        _write(file, pattern.sub(rename, text))


def _read(file: Path) -> str:
    # Bytes that are not UTF-8 come out as they went in; a check tells of them.
    return file.read_bytes().decode("utf-8", errors="surrogateescape")


def _write(file: Path, text: str) -> None:
    file.write_bytes(text.encode("utf-8", errors="surrogateescape"))
