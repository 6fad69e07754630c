"""Makes pages that moved redirect to where their first link leads, on any server: old addresses stay files of the site.

Provides to the template moved.html: ``page.moved``, the address of that link, and ``page.moved_to``, that of its page.
"""

from urllib.parse import urldefrag, urljoin

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs_types import portal_page
from portal.site.page import BuiltPage


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Give pages with ``moved`` in their front matter the template of a redirect, out of the sitemap.

    One without a link stays a page, and the check of orphans reports it.
    """
    for file in files.documentation_pages():
        page = portal_page(file.page)
        links = BuiltPage(file.url, page.content or "").links if page.meta.get("moved") else ()
        if links:
            page.moved = links[0].target
            page.moved_to = urldefrag(urljoin(page.canonical_url or "", page.moved)).url
            page.meta["template"] = "moved.html"
            page.is_link = True  # the sitemap leaves links out
    return env
