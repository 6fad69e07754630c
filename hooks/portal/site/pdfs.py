"""PDFs: the text and the links of each PDF of the site."""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfiumError, PdfPage

from portal.problems import Code, Location, Problem
from portal.problems.messages import say
from portal.site.site import Site

PDF_UNREADABLE = Code(
    "pdf-unreadable",
    why=say("The file is damaged, and readers who download it can't open it."),
    fix=say("Replace it. If it is the checklist's, please report it."),
    example=say("this PDF can't be read: {error}", error="EOF marker not found"),
)

NOWHERE = "#"


@dataclass(frozen=True)
class Pdf:
    """A PDF of the site. ``path`` is relative to the site; ``links`` are (page from 1, address).

    The address is ``NOWHERE`` for a link to a place in this PDF that is not there: PDFium does not give its name.
    ``page_count`` and ``names``, the named destinations, are what a fragment can point at.
    """

    path: str
    text: str
    links: tuple[tuple[int, str], ...]
    page_count: int = 0
    names: frozenset[str] = frozenset()

    def has(self, fragment: str) -> bool:
        """Whether ``fragment`` leads into this PDF (PDF 2.0 fragment identifiers, ISO 32000-2, annex O)."""
        parameters = dict(part.partition("=")[::2] for part in fragment.split("&"))
        page, name = parameters.get("page", "1"), parameters.get("nameddest") or ("" if "=" in fragment else fragment)
        return page.isdecimal() and 1 <= int(page) <= self.page_count and (not name or name in self.names)


def read_pdfs(site: Site) -> tuple[list[Pdf], list[Problem]]:
    """Return each PDF of the site, and a problem for each that can't be read."""
    pdfs, problems = [], []
    for path in sorted(site.files):
        if path.endswith(".pdf"):
            try:
                with PdfDocument(site.read_bytes(path)) as document:
                    pages = [document[index] for index in range(len(document))]
                    text = "\n".join(page.get_textpage().get_text_range() for page in pages)
                    links = [(number, address) for number, page in enumerate(pages, 1) for address in _links(page)]
                    pdfs.append(Pdf(path, text, tuple(links), len(pages), frozenset(_names(document))))
            except (PdfiumError, OSError) as error:
                message = say("this PDF can't be read: {error}", error=error)
                problems.append(PDF_UNREADABLE.problem(Location(f"{site.label}/{path}"), message))
    return pdfs, problems


def _links(page: PdfPage) -> Iterator[str]:
    """Yield the addresses of a page's link annotations.

    ISO 32000-2, 12.6.4: to a URI or another file; 12.3.2: in this one.
    """
    position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page, position, link):
        action = pdfium.FPDFLink_GetAction(link)
        kind = pdfium.FPDFAction_GetType(action) if action else None
        if kind == pdfium.PDFACTION_URI:
            yield _text(pdfium.FPDFAction_GetURIPath, page.pdf, action)
        elif kind in (pdfium.PDFACTION_REMOTEGOTO, pdfium.PDFACTION_LAUNCH):
            yield _text(pdfium.FPDFAction_GetFilePath, action)
        elif kind in (None, pdfium.PDFACTION_GOTO) and not _is_there(page.pdf, link):
            yield NOWHERE


def _is_there(document: PdfDocument, link: pdfium.FPDF_LINK) -> bool:
    destination = pdfium.FPDFLink_GetDest(document, link)
    return bool(destination) and 0 <= pdfium.FPDFDest_GetDestPageIndex(document, destination) < len(document)


def _names(document: PdfDocument) -> Iterator[str]:
    for index in range(pdfium.FPDF_CountNamedDests(document)):
        size = ctypes.c_long(0)
        pdfium.FPDF_GetNamedDest(document, index, None, size)
        buffer = ctypes.create_string_buffer(max(0, size.value))
        if pdfium.FPDF_GetNamedDest(document, index, buffer, size):
            yield buffer.raw[: size.value].decode("utf-16-le", "replace").rstrip("\0")


def _text(read: Callable[..., int], *arguments: object) -> str:
    """Return what one of PDFium's functions writes into a buffer, whose size it returns first."""
    buffer = ctypes.create_string_buffer(read(*arguments, None, 0))
    read(*arguments, buffer, len(buffer))
    return buffer.value.decode("utf-8", "replace")
