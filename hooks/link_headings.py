"""Adds a link to each heading of an article, which copies the address of its section."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs_types import words_of
from portal.publishing.heading_links import link_headings


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Add the links, but not to a page that moved: the first link says where to."""
    return html if "moved" in page.meta else link_headings(html, words_of(config)["copies"]["link"])
