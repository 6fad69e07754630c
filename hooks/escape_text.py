"""Templates escape what they show: titles, names and words are text. HTML that is meant is marked ``safe`` there."""

from html import unescape

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs_types import portal_page


@event_priority(50)  # before other hooks read titles
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Turn on Jinja's escaping, and make titles that come from headings text.

    MkDocs gives a heading's title as HTML (``R&amp;D``), but one of front matter or navigation as it was written.
    """
    env.autoescape = True
    for file in files.documentation_pages():
        page = portal_page(file.page)
        if page.title and page.title == page._title_from_render and "title" not in page.meta:
            page.title = unescape(page.title)
    return env
