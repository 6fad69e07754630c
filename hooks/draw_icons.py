"""Draws icons within the page: those that it names, from the theme and overrides/."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs_types import add_extension
from portal.publishing.icons import IconExtension


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Register the Markdown extension."""
    add_extension(config, IconExtension([Path(folder) / ".icons" for folder in config.theme.dirs]))
    return config
