"""Images: each says its size, so that no text moves, and those below the first wait until they are near."""

from pathlib import Path

from portal.formats.html import attributes_of, change_images
from portal.formats.images import image_size
from portal.site.resolve import Resolver


def size_images(html: str, page: str, docs: Path, resolve: Resolver) -> str:
    """Return the content of a page with ``width`` and ``height`` on each image of the folder ``docs``.

    ``page`` is the page's path in the site. All images but the first get ``loading="lazy"`` (HTML Living Standard,
    "lazy loading attributes"); what an editor has written stays. An image whose size can't be read is left as it is.
    """
    first = True

    def complete(attributes: str) -> str:
        nonlocal first
        written = attributes_of(attributes)
        added = _missing_sides(written, image_size(docs / resolve(page, written.get("src", "")).path))
        if not first:
            added["loading"] = "lazy"
        first = False
        return attributes + "".join(f' {name}="{value}"' for name, value in added.items() if name not in written)

    return change_images(html, complete)


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
