"""Turns on escaping in templates: titles, names and words are text. Templates mark intended HTML as ``safe``."""

from html import unescape

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs_types import i18n_of, portal_page
from portal.formats.compiled_templates import CompiledTemplates

_compiled = CompiledTemplates()  # all languages of one build share it: they have the same templates and address


@event_priority(50)  # before other hooks read titles
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Turn on Jinja's escaping, and convert titles taken from headings to text.

    MkDocs returns a title from a heading as HTML (``R&amp;D``), but one from front matter or navigation as written.
    """
    env.autoescape = True
    if not i18n_of(config).building:
        _compiled.clear()
    env.bytecode_cache = _compiled
    for file in files.documentation_pages():
        page = portal_page(file.page)
        if page.title and page.title == page._title_from_render and "title" not in page.meta:
            page.title = unescape(page.title)
    return env
