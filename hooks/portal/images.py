"""Images: each says its size before it is there, so that no text moves, and those below the first wait until they are near."""

import re
from pathlib import Path

import imagesize

from portal.links.resolve import Resolver

IMAGE = re.compile(r"""<img\b((?:[^>"']|"[^"]*"|'[^']*')*?)\s*/?>""", re.IGNORECASE)
ATTRIBUTE = re.compile(r"""([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")

VIEW_BOX = re.compile(r"""<svg\b[^>]*?\sviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)""")


def attributes_of(tag: str) -> dict[str, str]:
    """Return the attributes of an element from what stands behind its name, the first of each name as browsers do."""
    found: dict[str, str] = {}
    for match in ATTRIBUTE.finditer(tag):
        found.setdefault(match.group(1).lower(), next(filter(None, match.groups()[1:]), ""))
    return found


def size_images(html: str, page: str, docs: Path, resolve: Resolver) -> str:
    """Return the content of a page with ``width`` and ``height`` on each image of the folder ``docs``.

    ``page`` is the page's path in the site. All images but the first get ``loading="lazy"`` (HTML Living Standard,
    "lazy loading attributes"); what an editor has written stays. An image whose size can't be read is left as it is.
    """
    first = True

    def complete(match: re.Match) -> str:
        nonlocal first
        written = attributes_of(match.group(1))
        added = dict(_size(docs / resolve(page, written.get("src", "")).path)) if "width" not in written else {}
        if not first:
            added["loading"] = "lazy"
        first = False
        more = "".join(f' {name}="{value}"' for name, value in added.items() if name not in written)
        return f"<img{match.group(1)}{more}>"

    return IMAGE.sub(complete, html)


def _size(path: Path) -> list[tuple[str, int]]:
    """Return width and height in CSS pixels (HTML Living Standard, "dimension attributes"), or nothing."""
    try:
        width, height = imagesize.get(path)
        if width < 0 and path.suffix == ".svg":
            width, height = _drawing_size(path.read_text("utf-8", errors="replace"))
    except (OSError, ValueError):
        return []
    return [("width", round(width)), ("height", round(height))] if min(width, height) >= 1 else []


def _drawing_size(svg: str) -> tuple[float, float]:
    """Return the size of a drawing's view box (SVG 2, section 8.6), which is all that many say of theirs."""
    box = VIEW_BOX.search(svg)
    return (float(box.group(1)), float(box.group(2))) if box else (-1, -1)
