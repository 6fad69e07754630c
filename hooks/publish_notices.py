"""Shows the notices of docs/notices.yml on the pages of their views, and publishes a feed of them in each language.

Provides to templates: ``own_notices``, those of the page's view; on the page of all notices, all.
"""

from urllib.parse import urljoin

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs_types import add_file, address_of, i18n_of, portal_page, project_of, translated, words_of
from portal.problems.catalogue import in_wanted_words
from portal.publishing.notices import PAGE, ShownNotice, notices_feed, show
from portal.sources.last_check import content_date
from portal.sources.notices_file import FILE
from portal.sources.placeholders import addresses

FEED = "feed.xml"
_shown: list[ShownNotice] = []  # in the language that is being built


@event_priority(-101)  # after static-i18n (-100), which copies every file and can't copy a generated one
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the feed beside the page of all notices, so that MkDocs resolves links to it."""
    for page in list(files.documentation_pages()):
        if translated(page).norm_src_uri == PAGE:
            add_file(files, config, _feed_of(page.src_uri), page.dest_uri.replace("index.html", FEED))
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Put the notices into the words of the language, and fill the feed, now that pages have titles and URLs."""
    language, project = i18n_of(config).current_language, project_of(config)
    paths = {source.path for source in project.sources}
    values = config.extra["facts"] | addresses(paths, language, address_of(config))
    words = words_of(config)["notices"]
    _shown[:] = [show(notice, values, language, words) for notice in project.notices_file.notices]
    for file in files.documentation_pages():
        if translated(file).norm_src_uri == PAGE and translated(file).locale == language:
            page = portal_page(file.page)
            address = page.canonical_url or ""
            about = {"title": page.title or "", "address": address, "feed": urljoin(address, FEED)}
            about |= {"language": language, "author": config.site_name}
            try:
                changed = content_date(project, [f"{project.docs.name}/{FILE}"])
            except ValueError as error:
                raise Abort(in_wanted_words(error.args[0])) from error
            files.src_uris[_feed_of(file.src_uri)].content_string = notices_feed(_shown, words, about, changed)
    return env


def on_page_context(context: dict[str, object], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, object]:
    """Provide the notices of the page."""
    lists_all = translated(page.file).norm_src_uri == PAGE
    context["own_notices"] = [one for one in _shown if lists_all or portal_page(page).view in one.views]
    return context


def _feed_of(source: str) -> str:
    return source.replace(PAGE, f"notices/{FEED}")
