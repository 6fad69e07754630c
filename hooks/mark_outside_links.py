"""Describes links that leave the portal, and names the language of the page behind them."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs_types import address_of, project_of, translated
from portal.publishing.outside_links import mark_outside_links


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Describe the links of a page, including those from templates."""
    facts = project_of(config).facts_file.facts
    languages = {fact.value: fact.language for fact in facts.addresses.values()} if facts else {}
    return mark_outside_links(output, address_of(config), translated(page.file).locale, languages)
