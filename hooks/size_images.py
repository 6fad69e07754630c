"""Sizes images: each gets its width and height from its file. Pages of every language may show those of docs/assets/."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from portal.images import size_images
from portal.links.resolve import Resolver

ASSETS = "assets/"


@event_priority(-101)  # after static-i18n (-100), which drops them from the run of each language but the first
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Let MkDocs resolve links to assets in every language. Each run copies the same file to the same place."""
    docs = Path(config.docs_dir)
    for path in sorted((docs / ASSETS).rglob("*")):
        name = path.relative_to(docs).as_posix()
        if path.is_file() and "/." not in name and name not in files.src_uris:  # MkDocs publishes no dot files
            files.append(File(name, config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Complete the images of a page's content."""
    return size_images(html, page.file.dest_uri, Path(config.docs_dir), Resolver(config.site_url))
