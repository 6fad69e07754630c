"""Adds the full address to links in articles, for print."""

from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs_types import address_of
from portal.publishing.print_addresses import add_print_addresses


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Add addresses to the links of a page, including those from templates."""
    return add_print_addresses(output, page.canonical_url or address_of(config))


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Add addresses to the links of an error page, which are relative to the server's root."""
    if not template_name.endswith(".html"):
        return output_content
    return add_print_addresses(output_content, urljoin(address_of(config), template_name))
