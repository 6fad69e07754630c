"""Colours code by classes, and keeps blocks of code apart from paragraphs."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs_types import add_extension
from portal.publishing.code_blocks import CodeExtension


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Register the Markdown extension."""
    add_extension(config, CodeExtension())
    return config
