"""Shapes footnotes: numbered in reading order, with the words of the page's language for screen readers."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs_types import add_extension, translated
from portal.publishing.footnotes import FootnoteExtension

EXTENSION = FootnoteExtension()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Register the Markdown extension."""
    add_extension(config, EXTENSION)
    return config


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give the extension the words of the language of the page that is rendered next."""
    if "[^" in markdown:
        template = config.theme.get_env().get_template("partials/words.html")
        words = template.make_module({"language": translated(page.file).locale}).words  # type: ignore[attr-defined]
        EXTENSION.words = words["footnotes"]
    return markdown
