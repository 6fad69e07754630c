"""Draws the drawings of docs/drawings/ within the pages that name them: ``![What it says](drawing:banner)``."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs_types import project_of, translated, words_of
from portal.publishing.drawings import place_drawings


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put each drawing in place of the image that names it."""
    language, caption = translated(page.file).locale, words_of(config)["drawing"]
    return place_drawings(html, project_of(config).drawings, language, config.extra["facts"], caption)
