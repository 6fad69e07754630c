"""Gives our assets a hash in their names, so that browsers may keep them: portal.css becomes portal.1a2b3c4d.css.

Scripts, stylesheets, fonts and images keep their own names in the sources and in the preview.
"""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs_types import address_of, i18n_of
from portal.preview import is_preview
from portal.problems.reports import build_stopped
from portal.publishing.fingerprint import FingerprintError, fingerprint

THEMES = ("assets/javascripts/lunr/", "assets/javascripts/workers/")  # the search's worker puts these names together


@event_priority(-101)  # after static-i18n (-100) has built the other languages, before the site is checked (-102)
def on_post_build(config: MkDocsConfig) -> None:
    """Rename them in the built site, with every reference to them."""
    if is_preview() or i18n_of(config).building:
        return
    site = Path(config.site_dir)
    paths = (path.relative_to(site).as_posix() for path in (site / "assets").rglob("*") if path.is_file())
    try:
        fingerprint(site, [path for path in paths if not path.startswith(THEMES)], address_of(config))
    except FingerprintError as error:
        raise Abort(build_stopped(error.args[0])) from error
