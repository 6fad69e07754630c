"""Adds width and height to images, from their files."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs_types import address_of
from portal.publishing.images import size_images
from portal.site.resolve import Resolver


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Add sizes to the images of a page."""
    return size_images(html, page.file.dest_uri, Path(config.docs_dir), Resolver(address_of(config)))
