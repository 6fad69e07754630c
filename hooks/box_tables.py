"""Aligns the columns of tables by classes instead of inline styles, and boxes tables so that wide ones can scroll."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs_types import add_extension
from portal.publishing.tables import TableExtension


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Teach it to Markdown."""
    add_extension(config, TableExtension())
    return config
