"""Gives our assets a hash in their names, so that browsers may keep them: portal.css becomes portal.1a2b3c4d.css.

Scripts, stylesheets, fonts and images keep their own names in the sources and in the preview.
"""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs_types import address_of, i18n_of, site_of
from portal.preview import is_preview
from portal.problems.reports import build_stopped
from portal.publishing.fingerprint import FingerprintError, fingerprint

THEMES = ("assets/javascripts/lunr/", "assets/javascripts/workers/")  # the search's worker puts these names together


@event_priority(-101)  # after static-i18n (-100) has built the other languages, before the site is checked (-102)
def on_post_build(config: MkDocsConfig) -> None:
    """Rename them in the built site, with every reference to them."""
    if is_preview() or i18n_of(config).building:
        return
    site = site_of(config)
    assets = [path for path in site.files if path.startswith("assets/") and not path.startswith(THEMES)]
    try:
        fingerprint(site, assets, address_of(config))
    except FingerprintError as error:
        raise Abort(build_stopped(error.args[0])) from error
