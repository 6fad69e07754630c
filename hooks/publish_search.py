"""Publishes what the search finds: the texts of the built pages and the words of docs/search.yml, for each language.

Provides to templates: ``indexes``, the addresses of these files, by view; "" has what belongs to no view.
"""

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs_types import i18n_of, project_of, site_of
from portal.publishing.search import index_path, search_indexes
from portal.views import VIEWS


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Provide the addresses, which fingerprint_assets finds in pages."""
    language = i18n_of(config).current_language
    env.globals["indexes"] = {view or "": index_path(language, view) for view in (None, *VIEWS)}
    return env


@event_priority(-101)  # after static-i18n (-100) has built the other languages, before fingerprint_assets
def on_post_build(config: MkDocsConfig) -> None:
    """Write the files, once the pages of all languages are there."""
    if i18n_of(config).building:
        return
    site = site_of(config)
    for path, content in search_indexes(site, project_of(config)).items():
        site.write(path, content)
