"""Assigns each page its view: previous and next links stay inside it, and the header can link to the other view.

Provides to templates: ``page.view`` (``user``, ``admin`` or None), ``page.switch`` (view -> URL), ``view_nav`` (the
view's navigation items) and ``view_starts`` (view -> URL).
"""

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs_types import portal_page, translated
from portal.views import VIEWS, View, start_of, switch_targets, view_of


@event_priority(-101)  # after static-i18n (-100) has reduced the navigation to one language
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Set each page's view, and remove previous and next links that would leave it."""
    for page in nav.pages:
        portal_page(page).view = view_of(_path(page))
    for page in nav.pages:
        for neighbour in ("previous_page", "next_page"):
            other = getattr(page, neighbour)
            if other and other.view != portal_page(page).view:
                setattr(page, neighbour, None)
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Set the targets of the view switch, once all front matter is read."""
    pages = {translated(file).norm_src_uri: portal_page(file.page) for file in files.documentation_pages()}
    for path, page in pages.items():
        page.view = view_of(path)
    topics = {path: page.meta for path, page in pages.items() if "moved" not in page.meta}
    for path, targets in switch_targets(topics).items():
        pages[path].switch = {view: pages[target].url for view, target in targets.items()}
    env.globals["view_starts"] = {view: pages[start_of(view)].url for view in VIEWS}
    return env


def on_page_context(context: dict[str, object], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, object]:
    """Provide the navigation of the page's view."""
    view = portal_page(page).view
    sections = [item for item in nav.items if isinstance(item, Section)]
    context["view_nav"] = next((item.children for item in sections if _view_of_first(item) == view), [])
    return context


def _view_of_first(item: StructureItem) -> View | None:
    while isinstance(item, Section) and item.children:
        item = item.children[0]
    return getattr(item, "view", None)


def _path(page: Page) -> str:
    """Return the page's path inside its language folder."""
    return translated(page.file).norm_src_uri
