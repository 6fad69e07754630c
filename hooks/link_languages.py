"""Gives every page links to its translations, and every language its assets and its own error page.

Provides to templates: ``language``, ``roots`` (language -> URL of its start page), ``translations`` (language -> the
page's URL in it; on an error page the roots) and the filter ``absolute``, which makes a URL absolute.
"""

from collections.abc import Callable
from urllib.parse import urljoin, urlsplit

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files, get_files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs_types import address_of, i18n_of, translated
from portal.languages import LANGUAGES, published_path

ERROR_PAGES = {language: published_path(language, "index.md") + "404.html" for language in LANGUAGES}
ROOTS = {language: published_path(language, "index.md") for language in LANGUAGES}

UrlFilter = Callable[[Context, str], str]


@event_priority(-101)  # after static-i18n (-100), which drops the assets
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Let pages of each language link to assets, which static-i18n keeps for the first language only."""
    if i18n_of(config).building:
        for file in get_files(config):
            if not file.is_documentation_page() and file.src_uri.startswith("assets/"):
                files.append(file)
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Provide the current language to templates, and build only its error page."""
    language = i18n_of(config).current_language
    config.theme.static_templates -= set(ERROR_PAGES.values())
    config.theme.static_templates.add(ERROR_PAGES[language])
    env.globals.update(language=language, roots=ROOTS)
    env.filters["absolute"] = lambda url: urljoin(address_of(config), url)
    env.filters["url"] = _without_dot(env.filters["url"])
    return env


def on_page_context(context: dict[str, object], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, object]:
    """Provide the page's URLs in all languages."""
    path = translated(page.file).norm_src_uri
    context["translations"] = {language: published_path(language, path) for language in LANGUAGES}
    return context


def on_template_context(context: dict[str, object], template_name: str, config: MkDocsConfig) -> dict[str, object]:
    """Make the links of error pages absolute, since they are served at any depth; MkDocs only does so for 404.html."""
    if template_name in ERROR_PAGES.values():
        context["base_url"] = urlsplit(address_of(config)).path
        context["translations"] = ROOTS
    return context


def _without_dot(url: UrlFilter) -> UrlFilter:
    """Return MkDocs' filter ``url``, fixed to return ``/`` instead of ``/.`` for the start page."""

    @pass_context
    def root_url(context: Context, path: str) -> str:
        link = url(context, path)
        return link[:-1] if link.endswith("/.") else link

    return root_url
