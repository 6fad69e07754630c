"""Shapes footnotes: numbered in reading order, with the words of the page's language for screen readers."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs_types import add_extension, words_of
from portal.publishing.footnotes import FootnoteExtension

EXTENSION = FootnoteExtension()


@event_priority(-101)  # after static-i18n (-100) has chosen the language
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Register the Markdown extension, with the words for the pages of this language, which are rendered next."""
    EXTENSION.words = words_of(config)["footnotes"]
    add_extension(config, EXTENSION)
    return config
