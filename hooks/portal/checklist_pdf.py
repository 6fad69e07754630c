"""The checklist as a PDF, laid out by Typst with the typeface of the site."""

import json
from datetime import datetime, timezone
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import typst
from fontTools.ttLib import TTFont

from portal.checklist import Checklist

TEMPLATE = Path(__file__).with_name("checklist.typ")


class ChecklistPdfError(Exception):
    """The PDF could not be made; the message says why and what mends it."""


def render_pdf(checklist: Checklist, fonts: Path, created: datetime) -> bytes:
    """Return the checklist as a PDF of A4 pages that declares PDF/UA-1 (ISO 14289-1).

    ``fonts`` is the folder with the site's WOFF2 files; ``created`` goes into the metadata, so that the same
    sources give the same bytes. Raises ChecklistPdfError when a font is missing or Typst refuses.
    """
    data = {
        "language": checklist.language,
        "title": checklist.title,
        "intro": checklist.intro,
        "items": [{"id": item.id, "blocks": item.blocks} for item in checklist.items],
        "date": [created.year, created.month, created.day],
    }
    with TemporaryDirectory() as folder:
        for name, font in _opentype_fonts(fonts).items():
            Path(folder, name).write_bytes(font)
        try:
            return typst.compile(
                TEMPLATE.read_bytes(),
                root=folder,
                font_paths=[folder],
                ignore_system_fonts=True,
                sys_inputs={"checklist": json.dumps(data)},
                pdf_standards=["ua-1"],
                timestamp=int(created.astimezone(timezone.utc).timestamp()),
            )
        except typst.TypstError as error:
            raise ChecklistPdfError(f"Typst can't lay out the checklist: {error}") from error


@cache
def _opentype_fonts(fonts: Path) -> dict[str, bytes]:
    """Return the site's web fonts as OpenType files, which is what Typst reads."""
    found = {}
    for path in sorted(fonts.glob("*.woff2")):
        font = TTFont(path)
        font.flavor = None
        buffer = BytesIO()
        font.save(buffer)
        found[path.with_suffix(".ttf").name] = buffer.getvalue()
    if not found:
        raise ChecklistPdfError(f"no font below {fonts}: restore the WOFF2 files of Atkinson Hyperlegible from Git")
    return found
