"""Draws icons within the page: those that it names, from overrides/ and Material for MkDocs."""

from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs_types import add_extension
from portal.formats.icons import theme_icons
from portal.publishing.icons import IconExtension


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Register the Markdown extension."""
    own = [Path(folder) / ".icons" for folder in config.theme.dirs]
    add_extension(config, IconExtension([*own, *theme_icons()]))
    return config


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Let templates include the icons."""
    if env.loader:
        icons = PrefixLoader({".icons": FileSystemLoader(theme_icons())})
        env.loader = ChoiceLoader([env.loader, icons])
    return env
