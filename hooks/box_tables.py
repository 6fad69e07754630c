"""Aligns table columns with classes instead of inline styles, and wraps tables so that wide ones can scroll."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs_types import add_extension
from portal.publishing.tables import TableExtension


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Register the Markdown extension."""
    add_extension(config, TableExtension())
    return config
