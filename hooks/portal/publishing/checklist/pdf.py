"""The checklist as an accessible, fillable PDF, laid out and tagged by Typst, in the site's typeface."""

import json
import re
from dataclasses import asdict
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import typst
from pikepdf import ObjectStreamMode, Pdf
from pypdfium2 import PdfDocument, PdfTextPage

from portal.problems.messages import say
from portal.publishing.checklist.content import Checklist, ChecklistPdfError, plain_text, walk
from portal.publishing.checklist.fonts import Typeface, embed_for_typing, read_typeface
from portal.publishing.checklist.form import Field, add_form, describe_links, mark_unnumbered
from portal.publishing.checklist.words import PdfWords, format_date

TEMPLATE = Path(__file__).with_name("checklist.typ")
MARGIN = 18 / 25.4 * 72  # left and right, in points


def render_pdf(
    checklist: Checklist, words: PdfWords, author: str, fonts: Path, created: datetime, whole: str = ""
) -> bytes:
    """Return the checklist as an A4 form that declares PDF/UA-1 (ISO 14289-1).

    ``fonts`` is the folder with the site's WOFF2 files. ``created`` is the date of the content, so that the output is
    reproducible. ``whole`` is an expression for names that stay on one line.

    Raises ChecklistPdfError if something is missing or can't be shown.
    """
    if not checklist.items:
        raise ChecklistPdfError(say("this page has no checklist item"), hint=say("write `- [ ] **Title** {{#id}}`"))
    typeface = read_typeface(fonts)
    _check_characters(checklist, words, typeface)
    fields = _fields(checklist, words)
    with Pdf.open(BytesIO(_lay_out(checklist, words, author, typeface, created, whole))) as pdf:
        add_form(pdf, fields, embed_for_typing(pdf))
        describe_links(pdf, checklist.blocks)
        mark_unnumbered(pdf)
        buffer = BytesIO()
        pdf.save(buffer, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    _check_width(buffer.getvalue())
    return buffer.getvalue()


def _fields(checklist: Checklist, words: PdfWords) -> list[Field]:
    """Return the fields in reading order. The colon in names of text fields avoids conflicts with ids of items."""
    head = [Field(f"text:{key}", getattr(words, key), lines=1) for key in ("administrator", "company", "date")]
    boxes = [Field(item.id, item.title) for item in checklist.items if not item.informs]
    return [*head, *boxes, Field("text:notes", words.notes, lines=4)]


def _check_characters(checklist: Checklist, words: PdfWords, typeface: Typeface) -> None:
    texts = [checklist.title, *asdict(words).values(), *map(plain_text, checklist.blocks)]
    for line in (line for text in texts for line in text.splitlines()):
        if char := typeface.missing(line):
            message = say("the typeface has no glyph for {char} (U+{code:04X})", char=char, code=ord(char))
            raise ChecklistPdfError(message, char, say("write it in words"))


def _lay_out(
    checklist: Checklist, words: PdfWords, author: str, typeface: Typeface, created: datetime, whole: str
) -> bytes:
    created = created.astimezone(UTC)
    data = {
        "margin": MARGIN,
        "whole": whole,
        "language": checklist.language,
        "title": checklist.title,
        "author": author,
        "blocks": checklist.blocks,
        "links": list(dict.fromkeys(node["url"] for node in walk(checklist.blocks) if node["kind"] == "link")),
        "words": {
            **asdict(words),
            "version": words.version.replace("{date}", format_date(created, checklist.language)),
        },
        "date": [created.year, created.month, created.day],
    }
    with TemporaryDirectory() as folder:
        for name, font in typeface.files.items():
            Path(folder, name).write_bytes(font)
        try:
            return typst.compile(  # type: ignore[misc]  # its stub requires input and root to have the same type
                TEMPLATE.read_bytes(),
                root=folder,
                font_paths=[folder],
                ignore_system_fonts=True,
                sys_inputs={"checklist": json.dumps(data)},
                pdf_standards=["ua-1"],
                timestamp=int(created.timestamp()),
            )
        except typst.TypstError as error:
            raise ChecklistPdfError(say("Typst can't lay out the checklist: {reason}", reason=error)) from error


def _check_width(data: bytes) -> None:
    """Raise ChecklistPdfError for an unbreakable word that extends into the right margin."""
    with PdfDocument(data) as document:
        for page in document:
            limit, text = page.get_width() - MARGIN + 1, page.get_textpage()
            rectangles = map(text.get_rect, range(text.count_rects()))
            if any(rectangle[2] > limit for rectangle in rectangles) and (word := _word_beyond(text, limit)):
                message = say("a word of {count} characters is wider than the column", count=len(word))
                raise ChecklistPdfError(message, word, say("put a space or a hyphen into it"))


def _word_beyond(text: PdfTextPage, limit: float) -> str:
    """Return the first word with a character beyond the limit, or ""; trailing spaces are allowed there."""
    words = text.get_text_range()
    for match in re.finditer(r"\S+", words):
        if any(text.get_charbox(index)[2] > limit for index in range(*match.span())):
            return match.group()
    return ""
