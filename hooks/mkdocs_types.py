"""Types of what MkDocs, static-i18n and the hooks hand on without declaring it. Hooks import this; it is not a hook."""

from typing import Protocol, cast

from markdown import Extension
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from portal.languages import Language
from portal.site.site import Site
from portal.sources.project import Project
from portal.views import View


class I18n(Protocol):
    """What hooks read of the plugin static-i18n."""

    building: bool  # whether the run of the first language is over, and another's is under way
    current_language: Language


class TranslatedFile(Protocol):
    """What static-i18n adds to a file of MkDocs."""

    norm_src_uri: str  # the path without its language folder
    locale: Language


class PortalPage(Page):
    """A page of MkDocs with what the hooks add to it for templates."""

    view: View | None
    switch: dict[View, str]
    stale: bool


def i18n_of(config: MkDocsConfig) -> I18n:
    """Return the plugin that builds the languages one after another."""
    return cast(I18n, config.plugins["i18n"])


def translated(file: File) -> TranslatedFile:
    """Return the file with the attributes that static-i18n adds."""
    return cast(TranslatedFile, file)


def portal_page(page: Page | None) -> PortalPage:
    """Return the page with the attributes that hooks add. A documentation file has one from ``on_nav`` on."""
    return cast(PortalPage, page)


def project_of(config: MkDocsConfig) -> Project:
    """Return the project, which check_site has read before any other hook's ``on_config``."""
    return cast(Project, config.extra["project"])


def site_of(config: MkDocsConfig) -> Site:
    """Return the built site, which read_site has listed after the last language, before other hooks change it."""
    return cast(Site, config.extra["site"])


def address_of(config: MkDocsConfig) -> str:
    """Return the address that the site is published at. check_site stops a build that has none."""
    return config.site_url or ""


def add_extension(config: MkDocsConfig, extension: Extension) -> None:
    """Teach Markdown an extension, once: ``on_config``, where hooks do so, repeats per language.

    Python-Markdown takes extensions by name or as objects; MkDocs declares names only.
    """
    extensions = cast(list[str | Extension], config.markdown_extensions)
    if not any(isinstance(known, type(extension)) for known in extensions):
        extensions.append(extension)
