"""Sets quotes, dashes and dots as each language does: straight ones are all that editors need to type."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs_types import add_extension, translated
from portal.publishing.typeset import set_text
from portal.publishing.typography import TypographyExtension

EXTENSION = TypographyExtension()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Register the Markdown extension."""
    add_extension(config, EXTENSION)
    return config


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tell the extension the language of the page that is rendered next, and set its title and description."""
    EXTENSION.language = language = translated(page.file).locale
    texts = {key: page.meta.get(key) for key in ("title", "description")}
    page.meta.update({key: set_text(text, language) for key, text in texts.items() if isinstance(text, str)})
    return markdown
