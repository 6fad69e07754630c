"""Images: the attributes of <img> elements, and the width and height of image files."""

import re
from pathlib import Path

import imagesize

IMAGE = re.compile(r"""<img\b((?:[^>"']|"[^"]*"|'[^']*')*?)\s*/?>""", re.IGNORECASE)
ATTRIBUTE = re.compile(r"""([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")

VIEW_BOX = re.compile(r"""<svg\b[^>]*?\sviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)""")


def attributes_of(tag: str) -> dict[str, str]:
    """Return the attributes of an element from what stands behind its name, the first of each name as browsers do."""
    found: dict[str, str] = {}
    for match in ATTRIBUTE.finditer(tag):
        found.setdefault(match.group(1).lower(), next(filter(None, match.groups()[1:]), ""))
    return found


def image_size(path: Path) -> tuple[int, int] | None:
    """Return width and height in CSS pixels (HTML Living Standard, "dimension attributes"), or None if unreadable."""
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
