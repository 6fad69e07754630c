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
        added = _missing_sides(written, image_size(docs / resolve(page, written.get("src", "")).path))
        if not first:
            added["loading"] = "lazy"
        first = False
        more = "".join(f' {name}="{value}"' for name, value in added.items() if name not in written)
        return f"<img{match.group(1)}{more}>"

    return IMAGE.sub(complete, html)


def _missing_sides(written: dict[str, str], size: tuple[int, int] | None) -> dict[str, int | str]:
    """Return width and height as far as they are not written; beside one that is, the other keeps the image's form."""
    if size is None:
        return {}
    sides, scale = dict(zip(("width", "height"), size, strict=True)), 1.0
    for name, natural in sides.items():
        if name in written:
            if not written[name].isdecimal():
                return {}
            scale = int(written[name]) / natural
    return {name: max(1, round(natural * scale)) for name, natural in sides.items()}


def image_size(path: Path) -> tuple[int, int] | None:
    """Return width and height in CSS pixels (HTML Living Standard, "dimension attributes"), or None where none can be read."""
    try:
        width, height = imagesize.get(path)
        if width < 0 and path.suffix == ".svg":
            width, height = _drawing_size(path.read_text("utf-8", errors="replace"))
    except (OSError, ValueError):
        return None
    return (round(width), round(height)) if min(width, height) >= 1 else None


def _drawing_size(svg: str) -> tuple[float, float]:
    """Return the size of a drawing's view box (SVG 2, section 8.6), which is all that many say of theirs."""
    box = VIEW_BOX.search(svg)
    return (float(box.group(1)), float(box.group(2))) if box else (-1, -1)
