"""The page on paper: all of the article, nothing cut, nothing that only a screen needs."""

import re

import pypdfium2
from playwright.sync_api import Page

from audit.layout import layout_faults

# Pieces between tags: paper adds addresses after links.
PIECES = """article => {
  const pieces = [], walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    const useless = 'button, form, dialog, [role=status], [role=doc-backlink]';
    if (parentElement.checkVisibility() && !parentElement.closest(useless))
      pieces.push(data.trim());
  }
  return pieces;
}"""
CLUTTER = "header nav, nav, button, .skip, [role=doc-backlink], [role=search] input"
PRINTABLE = 680  # CSS pixels: A4 is 210 mm wide, less margins of 15 mm; Chromium would shrink what is wider


def print_faults(page: Page) -> list[str]:
    """Print the page to A4; return words that are missing or cut off, and the screen's furniture."""
    page.locator("details").evaluate_all(
        "all => all.forEach(details => { details.dataset.was = details.open; details.open = true })"
    )
    wanted = page.locator("article").evaluate(PIECES)
    page.locator("details").evaluate_all(
        "all => all.forEach(details => { details.open = details.dataset.was === 'true' })"
    )
    document = pypdfium2.PdfDocument(page.pdf(format="A4", print_background=False))
    text = _plain(" ".join(sheet.get_textpage().get_text_bounded() for sheet in document))
    missing = [f"not printed: {piece}" for piece in wanted if _plain(piece) not in text]
    screen = page.viewport_size
    page.set_viewport_size({**screen, "width": PRINTABLE})
    page.emulate_media(media="print")
    clutter = page.locator(CLUTTER).evaluate_all(
        "all => all.filter(one => one.checkVisibility()).map(one => one.outerHTML.slice(0, 80))"
    )
    layout = layout_faults(page)
    page.emulate_media(media="null")  # neither: "screen" would print the screen from now on
    page.set_viewport_size(screen)
    return [
        *missing,
        *(f"on paper: {fault}" for fault in layout),
        *(f"printed, though paper needs it not: {one}" for one in clutter),
    ]


def _plain(text: str) -> str:
    """Leave letters and digits only: a PDF may break, space and hyphenate lines as it likes."""
    return re.sub(r"[\W_]+", "", text)
