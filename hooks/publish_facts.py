"""Publishes data for other systems: facts.json, and an Atom feed of the version history in each language."""

from urllib.parse import urljoin

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs_types import add_file, portal_page, project_of, translated
from portal.publishing.exports import atom_feed, facts_json
from portal.sources.history import PATH, read_history

FEED = "feed.xml"


@event_priority(-101)  # after static-i18n (-100), which copies every file and can't copy a generated one
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the files, so that MkDocs resolves links to them."""
    for page in list(files.documentation_pages()):
        if translated(page).norm_src_uri == PATH:
            add_file(
                files,
                config,
                page.src_uri.replace(PATH.split("/")[-1], FEED),
                page.dest_uri.replace("index.html", FEED),
            )
            add_file(files, config, "facts.json", "facts.json")
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Fill the files, now that pages have titles and URLs."""
    project = project_of(config)
    facts = project.facts_file.facts
    for file in files.documentation_pages():
        if facts and translated(file).norm_src_uri == PATH:
            page, language = portal_page(file.page), translated(file).locale
            entries, _ = read_history(project.page(language, PATH), facts)
            url = page.canonical_url or ""
            feed = atom_feed(entries, page.title or "", config.site_name, url, urljoin(url, FEED), language)
            files.src_uris[file.src_uri.replace(PATH.split("/")[-1], FEED)].content_string = feed
            files.src_uris["facts.json"].content_string = facts_json(facts)
    return env
