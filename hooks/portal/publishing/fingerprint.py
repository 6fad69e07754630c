"""Fingerprints: assets get a hash of their content into their name, so that browsers may keep them for good.

Other content gives another name: no copy that somebody keeps can go stale.
"""

import hashlib
import posixpath
import re
from collections.abc import Collection, Iterator
from graphlib import CycleError, TopologicalSorter
from html import unescape
from urllib.parse import quote, unquote

from portal.formats.css import css_locations
from portal.formats.javascript import STRING_OR_COMMENT
from portal.problems.messages import say
from portal.site.resolve import Resolver
from portal.site.site import Site

# ECMAScript: static and dynamic import, export from; HTML Living Standard: new URL beside import.meta.url.
_IN_SCRIPT = re.compile(r"""(?:\bfrom|\bimport\s*\(|\bimport|\bnew\s+URL\s*\()\s*["'`]([^"'`\n]+)["'`]""")


def _in_script(text: str) -> Iterator[tuple[str, int, int]]:
    # Comments become blanks of their length: types in them name modules, too, even in a circle.
    code = STRING_OR_COMMENT.sub(lambda match: match[0] if match[0][0] in "\"'" else " " * len(match[0]), text)
    return ((match.group(1), *match.span(1)) for match in _IN_SCRIPT.finditer(code))


_REFERENCES = {".css": css_locations, ".js": _in_script, ".mjs": _in_script}
# What else names assets: in an attribute, a srcset, inline data.
_PAGES = (".html", ".webmanifest")
_ADDRESS = r"""[^\s"<>?#]{1,1000}"""
_MAY_END = re.compile(r"[,;&()']")  # part of a name, or what follows it in a srcset, an entity, CSS, a list
_BEFORE = re.compile(r"""(?:^|["'\s(=,;])((?:https?://[^\s"'(),;]*?|(?:\.{1,2}/)+|[^\s"'(),;=]*/)?)$""")


class FingerprintError(Exception):
    """Assets can't be given hashes; the message says why."""


def fingerprint(site: Site, assets: Collection[str], site_url: str = "/") -> dict[str, str]:
    """Rename ``assets`` (their paths) in the built site and every reference to them; return old -> new paths.

    The name gets the first 8 hexadecimal digits of the content's SHA-256 before its ending. An asset that names others
    comes after them, since its content changes with their names. ``site_url`` is the address of the site, for absolute
    references. Raises FingerprintError where assets name each other in a circle, OSError where a file can't be written.
    """
    resolve, known = Resolver(site_url), frozenset(assets)
    new: dict[str, str] = {}
    texts = {path: _read(site, path) for path in known if posixpath.splitext(path)[1] in _REFERENCES}
    for path in _in_order(known, texts, resolve):
        stem, ending = posixpath.splitext(path)
        if path in texts:
            _write(site, path, _renamed(path, texts[path], new, resolve))
        digest = hashlib.sha256(site.read_bytes(path)).hexdigest()[:8]
        new[path] = f"{stem}.{digest}{ending}"
        site.rename(path, new[path])
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
    reader = _REFERENCES.get(posixpath.splitext(path)[1])
    targets = {resolve(path, address).path for address, _, _ in reader(text)} if reader else set()
    return targets & known - {path}


def _renamed(path: str, text: str, new: dict[str, str], resolve: Resolver) -> str:
    """Return the text of the asset ``path`` with the new names of the assets that it names."""
    pieces: list[str] = []
    position = 0
    for address, start, end in _REFERENCES[posixpath.splitext(path)[1]](text):
        target = resolve(path, address).path
        if target in new:
            pieces += [text[position:start], _with_name(text[start:end], new[target])]
            position = end
    return "".join([*pieces, text[position:]])


def _with_name(reference: str, new: str) -> str:
    """Return the reference with another last part; what leads there and what follows the path stay as they are."""
    path = re.split(r"[?#]", reference, maxsplit=1)[0]
    return path[: path.rfind("/") + 1] + quote(posixpath.basename(new)) + reference[len(path) :]


def _rewrite_pages(site: Site, new: dict[str, str], resolve: Resolver) -> None:
    """Rename the references in pages, where an address begins before them and leads there."""
    folders = sorted({re.escape(path.partition("/")[0]) for path in new})
    pattern = re.compile(rf"(?:{'|'.join(folders)})/{_ADDRESS}")  # begins with a literal: pages are many
    for page in sorted(path for path in site.files if new and path.endswith(_PAGES)):
        text = _read(site, page)
        pieces: list[str] = []
        position = behind = 0
        while match := pattern.search(text, behind):
            start, behind = match.start(), match.start() + 1
            before = _BEFORE.search(text, max(0, start - 200), start)
            found = _longest_known(match.group(), new) if before else ""
            wanted = _decoded(found)
            if before and found and resolve(page, unescape(before.group(1)) + quote(wanted)).path == wanted:
                pieces += [text[position:start], _with_name(found, new[wanted])]
                position = behind = start + len(found)
        if pieces:
            _write(site, page, "".join([*pieces, text[position:]]))


def _longest_known(words: str, new: dict[str, str]) -> str:
    """Return the longest beginning of ``words`` that is the name of an asset as pages write it, or ""."""
    ends = [len(words), *reversed([match.start() for match in _MAY_END.finditer(words)])]
    return next((words[:end] for end in ends if _decoded(words[:end]) in new), "")


def _decoded(words: str) -> str:
    return unquote(unescape(words))


def _read(site: Site, path: str) -> str:
    # Bytes that are not UTF-8 stay as they are; a check reports them.
    return site.read_bytes(path).decode("utf-8", errors="surrogateescape")


def _write(site: Site, path: str, text: str) -> None:
    site.write(path, text.encode("utf-8", errors="surrogateescape"))
