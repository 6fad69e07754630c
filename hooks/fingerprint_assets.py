"""Adds a hash to the names of our assets, so that browsers can cache them: portal.css becomes portal.1a2b3c4d.css.

Captions keep theirs; scripts, stylesheets, fonts, images and films keep their names in the sources and in the preview.
"""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs_types import address_of, i18n_of, site_of
from portal.preview import is_preview
from portal.problems.reports import build_stopped
from portal.publishing.fingerprint import FingerprintError, fingerprint


@event_priority(-101)  # after static-i18n (-100) has built the other languages, before the site is checked (-102)
def on_post_build(config: MkDocsConfig) -> None:
    """Rename the assets in the built site, and every reference to them."""
    if is_preview() or i18n_of(config).building:
        return
    site = site_of(config)
    assets = [path for path in site.files if path.startswith("assets/") and not path.endswith(".vtt")]
    try:
        fingerprint(site, assets, address_of(config))
    except FingerprintError as error:
        raise Abort(build_stopped(error.args[0])) from error
