"""Fills pages: inserts included passages, and replaces {{ placeholders }} with the facts from docs/facts.yml."""

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs_types import address_of, portal_page, project_of, translated
from portal.languages import DEFAULT, LANGUAGES
from portal.sources.freshness import is_stale
from portal.sources.placeholders import TOOLS, addresses, fill


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Make the facts available to pages and templates. check_site reports problems with them."""
    facts = project_of(config).facts_file.facts
    values = config.extra["facts"] = facts.values if facts else {}
    paths = {source.path for source in project_of(config).sources}
    config.extra["filling"] = {one: values | TOOLS | addresses(paths, one, address_of(config)) for one in LANGUAGES}
    return config


@event_priority(100)  # before static-i18n (50) translates admonition titles, also in included passages
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Replace the page's text with our filled source, and fill the front matter too.

    Sets ``page.stale`` for templates: whether the original has changed since the translation was confirmed.
    """
    language, project = translated(page.file).locale, project_of(config)
    source = project.page(language, translated(page.file).norm_src_uri)
    if language != DEFAULT:
        portal_page(page).stale = is_stale(project.page(DEFAULT, source.path), source)
    values = config.extra["facts"]
    page.meta.update({key: fill(text, values, language) for key, text in source.meta.items() if isinstance(text, str)})
    languages = (source.language_at(line.file) for line in source.lines)
    every = config.extra["filling"]
    return "\n".join(fill(line.text, every[one], one) for line, one in zip(source.lines, languages, strict=True))


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Make the facts available to templates: ``facts["legal.imprint"]``."""
    env.globals["facts"] = config.extra["facts"]
    return env
