"""Subsets the published fonts to the characters that the pages use. The preview has the complete fonts."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs_types import i18n_of, site_of
from portal.preview import is_preview
from portal.problems.reports import build_stopped
from portal.publishing.fonts import FontError, shown_characters, subset_fonts


@event_priority(-101)  # after static-i18n (-100), and before fingerprint_assets, which follows in mkdocs.yml
def on_post_build(config: MkDocsConfig) -> None:
    """Subset the fonts in the built site; docs/ keeps the complete ones, which the PDF needs."""
    if is_preview() or i18n_of(config).building:
        return
    site = site_of(config)
    try:
        fonts = sorted(path for path in site.files if path.endswith(".woff2"))
        subset_fonts(site, fonts, shown_characters(site))
    except FontError as error:
        raise Abort(build_stopped(error.args[0])) from error
