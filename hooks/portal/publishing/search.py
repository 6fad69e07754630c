"""The data of the search, for scripts of the page: each view's pages in each language, and the words of editors.

``assets/search/de-user.json`` has the pages of a view, ``de.json`` those of no view, the words that are ignored, the
synonyms and the answers by hand. A page is ``{"url", "title", "path", "links", "sections"}``; a section is ``[id,
heading, text]``. Addresses are relative to the site.
"""

import json
from collections.abc import Iterator

from portal.languages import LANGUAGES, Language, published_path
from portal.publishing.search_text import PageText, Section, read_text
from portal.site.page import BuiltPage
from portal.site.resolve import address_of
from portal.site.site import Site
from portal.sources.page import Source
from portal.sources.placeholders import Values, fill
from portal.sources.project import Project
from portal.sources.search_words import AnswerLink, Synonyms
from portal.views import VIEWS, View, view_of

FOLDER = "assets/search"
MAP = "sitemap.md"  # it repeats the titles of all pages, so it is found by its own and its introduction
Entry = dict[str, object]


def index_path(language: Language, view: View | None = None) -> str:
    """Return where the data of a view is published, or that of no view."""
    return f"{FOLDER}/{language}-{view}.json" if view else f"{FOLDER}/{language}.json"


def search_indexes(site: Site, project: Project) -> dict[str, bytes]:
    """Return the content of each file of the search by its path: compact JSON, the same for the same site."""
    values: Values = project.facts_file.facts.values if project.facts_file.facts else {}
    files: dict[str, bytes] = {}
    for language in LANGUAGES:
        texts = {source.path: (source, read_text(page.html)) for source, page in _pages(site, project, language)}
        for view in (None, *VIEWS):
            pages = [_entry(*texts[path]) for path in texts if view_of(path) == view]
            words = {} if view else _words(project, language, values, {path: text for path, (_, text) in texts.items()})
            files[index_path(language, view)] = _json({**words, "pages": pages})
    return files


def _pages(site: Site, project: Project, language: Language) -> Iterator[tuple[Source, BuiltPage]]:
    """Yield the pages that readers may find: none that moved, and none that search engines may not list either."""
    for source in project.sources:
        page = site.pages.get(source.site_path) if source.language == language else None
        if page and page.head.refresh is None and page.head.indexed:
            yield source, page


def _entry(source: Source, text: PageText) -> Entry:
    entry: Entry = {"url": address_of(source.site_path)[1:], "title": text.title, "path": text.path}
    if text.is_mostly_links:
        entry["links"] = True
    shown = text.sections[:1] if source.path == MAP else text.sections
    return {**entry, "sections": [[section.id, section.heading, section.text] for section in shown]}


def _words(project: Project, language: Language, values: Values, pages: dict[str, PageText]) -> Entry:
    words = project.search_file.words
    answers = [
        {
            "queries": answer.queries[language],
            "text": fill(answer.text[language], values, language),
            "links": [_link(link, language, values, pages) for link in answer.links],
        }
        for answer in words.answers
    ]
    synonyms = list(_pairs(words.synonyms[language])) if words.synonyms else []
    return {"ignored": words.ignored[language] if words.ignored else [], "synonyms": synonyms, "answers": answers}


def _pairs(synonyms: Synonyms) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield words of readers with those that they find, too."""
    yield from (((word,), found) for word, found in synonyms.one_way.items())
    yield from ((group, group) for group in synonyms.both_ways)


def _link(link: AnswerLink, language: Language, values: Values, pages: dict[str, PageText]) -> Entry:
    """Return a link as scripts need it; a check reports one that leads nowhere."""
    title = link.title[language] if link.title else ""
    if not link.page:
        return {"url": values.get(link.to, ""), "title": title}
    text = pages.get(link.page) or PageText("", (), (), False)
    section = next((one for one in text.sections if one.id == link.fragment), Section("", "", ""))
    url = published_path(language, link.page) + (f"#{link.fragment}" if link.fragment else "")
    return {"url": url, "title": title or section.heading or text.title}


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
