"""Prints addresses: links in articles carry their whole address, for paper."""

from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs_types import address_of
from portal.publishing.print_addresses import add_print_addresses


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Complete the links of a page, those that templates write included."""
    return add_print_addresses(output, page.canonical_url or address_of(config))


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Complete the links of an error page, which begin at the server's root."""
    if not template_name.endswith(".html"):
        return output_content
    return add_print_addresses(output_content, urljoin(address_of(config), template_name))
