"""Publishes a copy of each page as Markdown, and llms.txt, which lists them for programs that read."""

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs_types import i18n_of, site_of, words_of
from portal.languages import Language
from portal.publishing.copies import CopyWords, copies

_words: dict[Language, CopyWords] = {}
_order: dict[Language, list[str]] = {}  # the site paths of pages, as the menus have them


@event_priority(-101)  # after static-i18n (-100) has reduced the navigation to one language
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Remember the order of the pages."""
    language = i18n_of(config).current_language
    _order[language] = [published(page.file.url) for page in nav.pages]
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Remember the words of the language that is being built."""
    language, words = i18n_of(config).current_language, words_of(config)
    own = next(one.name for one in config.plugins["i18n"].config.languages if one.locale == language)
    views = {**words["view"], None: words["other_pages"]}
    said = words["copies"]
    _words[language] = CopyWords(
        config.site_name, config.site_description or "", own, views, said["tool"], said["drawing"]
    )
    return env


@event_priority(-101)  # after static-i18n (-100) has built the other languages, and after fingerprint_assets
def on_post_build(config: MkDocsConfig) -> None:
    """Write the copies, once the pages of all languages are there and assets have their names."""
    if i18n_of(config).building:
        return
    site = site_of(config)
    order = [path for paths in _order.values() for path in paths]
    for path, content in copies(site, _words, order).items():
        site.write(path, content)


def published(url: str) -> str:
    """Return the site path of a page with this address."""
    return f"{'' if url == './' else url}index.html"
