"""Reads the built site once, for all hooks that change, check and compress it."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs_types import i18n_of
from portal.site.site import Site


# After static-i18n (-100) has built the other languages, before the hooks that follow in mkdocs.yml.
@event_priority(-101)
def on_post_build(config: MkDocsConfig) -> None:
    """Put the site into ``config.extra``: a new one for every build, under `mkdocs serve` too."""
    if not i18n_of(config).building:
        config.extra["site"] = Site(Path(config.site_dir), Path(config.docs_dir).parent)
