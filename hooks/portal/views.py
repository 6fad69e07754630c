"""Views and topics: a page's folder is its view, and a topic can have a page in each view.

Page paths here are relative to its language folder, with forward slashes: ``user/index.md``.
"""

from collections.abc import Mapping
from typing import Literal, get_args

View = Literal["user", "admin"]
VIEWS: tuple[View, ...] = get_args(View)


def view_of(path: str) -> View | None:
    """Return the view that a page path belongs to, or None for a page outside both (the start page)."""
    folder = path.split("/", 1)[0]
    return next((view for view in VIEWS if view == folder), None)


def start_of(view: View) -> str:
    """Return the path of a view's first page."""
    return f"{view}/index.md"


def topic_of(path: str, meta: Mapping[str, object]) -> str:
    """Return a page's topic: ``topic`` in its front matter, else its path inside the view without ``.md``."""
    return str(meta.get("topic") or path.split("/", 1)[-1].removesuffix(".md"))


def switch_targets(pages: Mapping[str, Mapping[str, object]]) -> dict[str, dict[View, str]]:
    """Return the targets of each page's view switch: in each view, the page on the same topic, else the view's start.

    ``pages`` maps the path of every page of one language to its front matter.
    """
    topics = {path: topic_of(path, meta) for path, meta in pages.items()}
    by_topic = {(view_of(path), topic): path for path, topic in topics.items()}
    return {
        path: {view: by_topic.get((view, topic), start_of(view)) if view_of(path) else start_of(view) for view in VIEWS}
        for path, topic in topics.items()
    }
