"""Publishes what other systems may ask: facts.json, and an Atom feed of the version history in each language."""

from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from portal.publishing.exports import atom_feed, facts_json
from portal.sources.history import PATH, read_history

FEED = "feed.xml"


@event_priority(-101)  # after static-i18n (-100), which copies every file and can't copy a generated one
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Announce the files, so that MkDocs resolves links to them."""
    for page in list(files.documentation_pages()):
        if page.norm_src_uri == PATH:
            _announce(
                files,
                config,
                page.src_uri.replace(PATH.split("/")[-1], FEED),
                page.dest_uri.replace("index.html", FEED),
            )
            _announce(files, config, "facts.json", "facts.json")
    return files


def on_env(env, config: MkDocsConfig, files: Files):
    """Write them, now that pages have their headings and addresses."""
    project = config.extra["project"]
    facts = project.facts_file.facts
    for file in files.documentation_pages():
        if file.norm_src_uri == PATH:
            entries, _ = read_history(project.page(file.locale, PATH), facts)
            url = file.page.canonical_url
            feed = atom_feed(entries, file.page.title, config.site_name, url, urljoin(url, FEED), file.locale)
            files.get_file_from_path(file.src_uri.replace(PATH.split("/")[-1], FEED)).content_string = feed
            files.get_file_from_path("facts.json").content_string = facts_json(facts)
    return env


def _announce(files: Files, config: MkDocsConfig, source: str, target: str) -> None:
    file = File.generated(config, source, content="")
    file.dest_uri = target
    file.norm_src_uri = source
    files.append(file)
