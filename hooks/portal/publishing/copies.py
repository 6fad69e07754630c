"""Copies of pages as Markdown, beside each ``index.html``, and ``llms.txt``, which lists them (llmstxt.org).

A copy begins with what the page is: title, language, view, address and the day it was last checked, as YAML.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

from portal.languages import LANGUAGES, Language, language_of
from portal.publishing.plain_markdown import MarkdownWriter
from portal.site.copies import LIST, copy_of
from portal.site.page import BuiltPage
from portal.site.site import Site
from portal.views import VIEWS, View, view_of


@dataclass(frozen=True)
class CopyWords:
    """What copies say in one language besides the pages' own words."""

    site: str  # the name of the site, and what it is about
    about: str
    language: str  # its own name
    views: Mapping[View | None, str]
    tool: str  # a sentence with {link}
    drawing: str


Words = Mapping[Language, CopyWords]


def has_copy(page: BuiltPage) -> bool:
    """Whether a page is copied: none that moved, no error page, nor another that search engines may not list."""
    return page.path.endswith("index.html") and page.head.refresh is None and page.head.indexed


def copies(site: Site, words: Words, order: Sequence[str] = ()) -> dict[str, bytes]:
    """Return every copy and the list of them by path. ``order`` has the site paths of pages as menus have them."""
    pages = {path: page for path, page in site.pages.items() if has_copy(page)}
    found = {copy_of(path): _copy(page, words[language_of(path)]) for path, page in pages.items()}
    ranks = {path: rank for rank, path in enumerate(order)}
    listed = sorted(pages.values(), key=lambda page: (ranks.get(page.path, len(ranks)), page.path))
    found[LIST] = _list(listed, words)
    return {path: text.encode() for path, text in found.items()}


def _copy(page: BuiltPage, words: CopyWords) -> str:
    address, view = _address(page), view_of(_in_language(page.path))
    tree = LexborHTMLParser(page.html)
    day = tree.css_first(".checked time")
    head = {"title": page.title, "description": _description(tree), "language": language_of(page.path)}
    head |= {"view": words.views[view]} if view else {}
    head |= {"url": address, "site": words.site}
    head |= {"checked": day.attributes.get("datetime") or ""} if day else {}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items() if value]
    writer = MarkdownWriter(partial(urljoin, address), words.tool, words.drawing)
    return "\n".join(["---", *lines, "---", "", writer.write(page.html)])


def _list(pages: Sequence[BuiltPage], words: Words) -> str:
    """Return the list: a name, a summary, then the pages of each view in each language."""
    used = [words[language] for language in LANGUAGES]
    blocks = [f"# {' – '.join(one.site for one in used)}", "\n>\n".join(f"> {one.about}" for one in used)]
    for language in LANGUAGES:
        for view in (*VIEWS, None):
            own = [page for page in pages if _belongs(page, language, view)]
            if own:
                blocks.append(f"## {words[language].views[view]} ({words[language].language})")
                blocks.append("\n".join(map(_entry, own)))
    return "\n\n".join(blocks) + "\n"


def _entry(page: BuiltPage) -> str:
    description = _description(LexborHTMLParser(page.html))
    return f"- [{page.title}]({urljoin(_address(page), 'index.md')})" + (f": {description}" if description else "")


def _belongs(page: BuiltPage, language: Language, view: View | None) -> bool:
    return language_of(page.path) == language and view_of(_in_language(page.path)) == view


def _in_language(path: str) -> str:
    return path.removeprefix(f"{language_of(path)}/")


def _address(page: BuiltPage) -> str:
    return next(iter(page.head.canonical), "")


def _description(tree: LexborHTMLParser) -> str:
    node = tree.css_first("meta[name=description]")
    return node.attributes.get("content") or "" if node else ""
