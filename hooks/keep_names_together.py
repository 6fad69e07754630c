"""Keeps the names in docs/names.yml, and numbers with their words, on one line."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs_types import project_of
from portal.publishing.whole_names import keep_whole


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Wrap the names of a page, including those from templates. The search has its text already."""
    return keep_whole(output, project_of(config).names[0].pattern)
