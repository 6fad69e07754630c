"""Tells on each page when it was last checked, and in the sitemap when it last changed: never the day of the build."""

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs_types import project_of, translated
from portal.problems.catalogue import in_wanted_words
from portal.publishing.checklist.words import format_date
from portal.sources.last_check import last_changed, last_checked


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Set the day of each page's last change, which the sitemap has."""
    for file in files.documentation_pages():
        if file.page and (source := project_of(config).find(translated(file).locale, translated(file).norm_src_uri)):
            file.page.update_date = last_changed(project_of(config), source).isoformat()
    return env


def on_page_context(context: dict[str, object], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, object]:
    """Provide the day to templates, for programs and as readers write it: ``checked.day``, ``checked.text``."""
    language, project = translated(page.file).locale, project_of(config)
    try:
        day = last_checked(project, project.page(language, translated(page.file).norm_src_uri))
    except ValueError as error:
        raise Abort(in_wanted_words(error.args[0])) from error
    context["checked"] = {"day": day.isoformat(), "text": format_date(day, language)}
    return context
