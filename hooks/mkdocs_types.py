"""Types for what MkDocs, static-i18n and the hooks share without declaring it. Imported by hooks; not a hook itself."""

from typing import Any, Protocol, cast

from markdown import Extension
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from portal.formats.compiled_templates import CompiledTemplates
from portal.languages import Language
from portal.site.site import Site
from portal.sources.project import Project
from portal.views import View

_compiled = CompiledTemplates()


class I18n(Protocol):
    """The part of the plugin static-i18n that hooks use."""

    building: bool  # whether a language other than the first is being built
    current_language: Language


class TranslatedFile(Protocol):
    """The attributes that static-i18n adds to an MkDocs file."""

    norm_src_uri: str  # the path without its language folder
    locale: Language


class PortalPage(Page):
    """An MkDocs page with the attributes that hooks add for templates."""

    view: View | None
    switch: dict[View, str]
    stale: bool
    moved: str
    moved_to: str


def i18n_of(config: MkDocsConfig) -> I18n:
    """Return the plugin static-i18n, which builds one language after another."""
    return cast(I18n, config.plugins["i18n"])


def translated(file: File) -> TranslatedFile:
    """Return the file with the attributes that static-i18n adds."""
    return cast(TranslatedFile, file)


def portal_page(page: Page | None) -> PortalPage:
    """Return the page with the attributes that hooks add. Documentation files have a page from ``on_nav`` on."""
    return cast(PortalPage, page)


def project_of(config: MkDocsConfig) -> Project:
    """Return the project, which keep_last_good_site reads before any other hook's ``on_config``."""
    return cast(Project, config.extra["project"])


def site_of(config: MkDocsConfig) -> Site:
    """Return the built site, which read_site reads after the last language, before other hooks change it."""
    return cast(Site, config.extra["site"])


def address_of(config: MkDocsConfig) -> str:
    """Return the site's public address. check_site aborts a build without one."""
    return config.site_url or ""


def words_of(config: MkDocsConfig) -> dict[str, Any]:
    """Return the words of the language that is being built, as overrides/partials/words.html has them."""
    env = config.theme.get_env()
    env.bytecode_cache = _compiled
    template = env.get_template("partials/words.html")
    module = template.make_module({"language": i18n_of(config).current_language})
    return cast(dict[str, Any], module.words)  # type: ignore[attr-defined]  # Jinja sets what the template does


def add_extension(config: MkDocsConfig, extension: Extension) -> None:
    """Register a Markdown extension, once: ``on_config`` repeats per language.

    Python-Markdown accepts names and objects; MkDocs only declares names.
    """
    extensions = cast(list[str | Extension], config.markdown_extensions)
    if not any(isinstance(known, type(extension)) for known in extensions):
        extensions.append(extension)


def add_file(files: Files, config: MkDocsConfig, source: str, target: str) -> None:
    """Add a file that the build fills later: ``source`` is how links name it, ``target`` where it is published."""
    file = File.generated(config, source, content="")
    file.dest_uri = target
    translated(file).norm_src_uri = source
    files.append(file)
