"""Gives every page its view: previous and next stay inside it, and the header can lead to the other.

Templates read ``page.view`` (``user``, ``admin`` or None), ``page.switch`` (view -> URL), ``view_nav`` (view ->
navigation items) and ``view_starts`` (view -> URL).
"""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from portal.views import VIEWS, start_of, switch_targets, view_of


@event_priority(-101)  # after static-i18n (-100) has cut the navigation to one language
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Set each page's view and cut the chain of previous and next pages where it would leave the view."""
    for page in nav.pages:
        page.view = view_of(_path(page))
    for page in nav.pages:
        for neighbour in ("previous_page", "next_page"):
            other = getattr(page, neighbour)
            if other and other.view != page.view:
                setattr(page, neighbour, None)
    return nav


def on_env(env, config: MkDocsConfig, files: Files):
    """Compute where the switch leads, once all front matter is read."""
    pages = {_path(file.page): file.page for file in files.documentation_pages()}
    for path, targets in switch_targets({path: page.meta for path, page in pages.items()}).items():
        pages[path].view = view_of(path)
        pages[path].switch = {view: pages[target].url for view, target in targets.items()}
    env.globals["view_starts"] = {view: pages[start_of(view)].url for view in VIEWS}
    return env


def on_page_context(context: dict, page: Page, config: MkDocsConfig, nav: Navigation) -> dict:
    """Hand the templates the navigation of the page's own view."""
    sections = [item for item in nav.items if item.is_section and getattr(_first_page(item), "view", None) == page.view]
    context["view_nav"] = sections[0].children if sections else []
    return context


def _first_page(item) -> Page:
    while item.children:
        item = item.children[0]
    return item


def _path(page: Page) -> str:
    """The page's path without its language folder, which static-i18n has found already."""
    return page.file.norm_src_uri
