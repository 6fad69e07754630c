"""PDFs: the text and the links of each PDF of the site."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfiumError, PdfPage

from portal.messages import say
from portal.problems import Place, Problem
from portal.site import Site


@dataclass(frozen=True)
class Pdf:
    """A PDF of the site. ``path`` is relative to the site; ``links`` are (page from 1, address)."""

    path: str
    text: str
    links: tuple[tuple[int, str], ...]


def read_pdfs(site: Site) -> tuple[list[Pdf], list[Problem]]:
    """Return each PDF of the site, and a problem for each that can't be read."""
    pdfs, problems = [], []
    for path in sorted(site.files):
        if path.endswith(".pdf"):
            try:
                with PdfDocument(site.root / path) as document:
                    pages = [document[index] for index in range(len(document))]
                    text = "\n".join(page.get_textpage().get_text_range() for page in pages)
                    links = [(number, address) for number, page in enumerate(pages, 1) for address in _links(page)]
                    pdfs.append(Pdf(path, text, tuple(links)))
            except (PdfiumError, OSError) as error:
                message = say("this PDF can't be read: {error}", error=error)
                problems.append(Problem("pdf-unreadable", Place(f"{site.label}/{path}"), message))
    return pdfs, problems


def _links(page: PdfPage) -> Iterator[str]:
    """Yield the addresses of a page's link annotations (ISO 32000-2, 12.6.4.8, URI actions)."""
    position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page, position, link):
        action = pdfium.FPDFLink_GetAction(link)
        if action and pdfium.FPDFAction_GetType(action) == pdfium.PDFACTION_URI:
            size = pdfium.FPDFAction_GetURIPath(page.pdf, action, None, 0)
            buffer = ctypes.create_string_buffer(size)
            pdfium.FPDFAction_GetURIPath(page.pdf, action, buffer, size)
            yield buffer.value.decode("utf-8", "replace")
