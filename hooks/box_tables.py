"""Aligns the columns of tables by classes instead of inline styles, and boxes tables so that wide ones can scroll."""

from mkdocs.config.defaults import MkDocsConfig
from portal.publishing.tables import TableExtension


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Teach it to Markdown. This event repeats per language; the extension is added once."""
    if not any(isinstance(extension, TableExtension) for extension in config.markdown_extensions):
        config.markdown_extensions.append(TableExtension())  # type: ignore[arg-type]  # MkDocs types names only; Python-Markdown takes both
    return config
