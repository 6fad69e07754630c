"""Templates escape what they show: titles, names and words are text. HTML that is meant is marked ``safe`` there."""

from html import unescape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files


@event_priority(50)  # before other hooks read titles
def on_env(env, config: MkDocsConfig, files: Files):
    """Turn on Jinja's escaping, and make titles that come from headings text.

    MkDocs gives a heading's title as HTML (``R&amp;D``), but one of front matter or navigation as it was written.
    """
    env.autoescape = True
    for file in files.documentation_pages():
        if file.page.title == file.page._title_from_render and "title" not in file.page.meta:
            file.page.title = unescape(file.page.title)
    return env
