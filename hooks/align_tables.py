"""Aligns the columns of tables by classes of the stylesheet instead of inline styles."""

from mkdocs.config.defaults import MkDocsConfig
from portal.table_markdown import AlignedTableExtension


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Teach it to Markdown. This event repeats per language; the extension is added once."""
    if not any(isinstance(extension, AlignedTableExtension) for extension in config.markdown_extensions):
        config.markdown_extensions.append(AlignedTableExtension())
    return config
