"""Writes gzip and Brotli copies next to each text file; servers that don't support them can ignore them."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs_types import i18n_of, site_of
from portal.preview import is_preview
from portal.publishing.compress import compress


@event_priority(-103)  # after the site is checked (-102), before it replaces the last good one (-104)
def on_post_build(config: MkDocsConfig) -> None:
    """Compress the finished site, once."""
    if not is_preview() and not i18n_of(config).building:
        compress(site_of(config))
