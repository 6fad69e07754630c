"""Shapes collapsible notes and tabs, which work without scripts and print whole."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs_types import add_extension
from portal.publishing.folds import FoldExtension


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Register the Markdown extension."""
    add_extension(config, FoldExtension())
    return config
