"""Text that only the PDF needs: labels of fields, page number, date.

Editors write it in the front matter of the checklist's page, under ``pdf``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from html import escape

from portal.formats.html import attributes_of, change_links
from portal.problems.messages import say
from portal.publishing.checklist.content import ChecklistPdfError
from portal.sources.history import MONTHS

PLACEHOLDERS = {"link": ("{size}",), "page": ("{page}", "{pages}"), "version": ("{date}",)}
FILE = "checklist.pdf"


@dataclass(frozen=True)
class PdfWords:
    """The PDF's own text in one language."""

    link: str  # how the link describes the PDF: language, fillable, {size} KB
    administrator: str  # the labels of the fields
    company: str
    date: str
    notes: str
    page: str  # Seite {page} von {pages}
    version: str  # Stand: {date}
    subject: str  # for the file's properties


def read_words(meta: object) -> PdfWords:
    """Return the text in the front matter's ``pdf``. Raises ChecklistPdfError if a key or placeholder is missing."""
    found = meta if isinstance(meta, Mapping) else {}
    for key in (field.name for field in fields(PdfWords)):
        value = found.get(key)
        if not isinstance(value, str) or not value.strip():
            hint = say("write it between the lines --- at the top: pdf: {{{key}: …}}", key=key)
            raise ChecklistPdfError(say("the front matter has no text for pdf.{key}", key=key), "pdf:", hint)
        for placeholder in PLACEHOLDERS.get(key, ()):
            if placeholder not in value:
                message = say("pdf.{key} has no {placeholder}", key=key, placeholder=placeholder)
                hint = say("write {placeholder} where the number or date should appear", placeholder=placeholder)
                raise ChecklistPdfError(message, f"{key}:", hint)
    return PdfWords(**{field.name: found[field.name].strip() for field in fields(PdfWords)})


def describe_link(html: str, words: PdfWords, size: int) -> str:
    """Return a page's content with the PDF described in the text of its link; ``size`` is in bytes.

    The link then makes sense out of context (WCAG 2.2, 2.4.9).
    """
    description = words.link.replace("{size}", str(max(1, round(size / 1000))))

    def describe(attributes: str, text: str) -> tuple[str, str]:
        is_own = attributes_of(attributes).get("href", "").endswith(FILE)
        return attributes, f"{text} ({escape(description, quote=False)})" if is_own else text

    return change_links(html, describe)


def format_date(day: date, language: str) -> str:
    """Return a date in the version history's format: 22.11.2026, in English 22 November 2026."""
    return f"{day:%d.%m.%Y}" if language == "de" else f"{day.day} {MONTHS[day.month - 1]} {day.year}"
