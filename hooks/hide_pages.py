"""Leaves pages with ``listed: false`` out of the sitemap; all searches leave them out by their robots tag."""

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs_types import portal_page


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Mark them for MkDocs, once all front matter is read."""
    for file in files.documentation_pages():
        page = portal_page(file.page)
        if page.meta.get("listed") is False:
            page.is_link = True  # the sitemap leaves links out
    return env
