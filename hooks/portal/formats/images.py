"""Images: the width and height of image files."""

import re
from pathlib import Path

import imagesize

VIEW_BOX = re.compile(r"""<svg\b[^>]*?\sviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)""")


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
