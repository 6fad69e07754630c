import json

import pytest
from portal.publishing.search import search_indexes
from portal.site.site import Site
from portal.sources.project import Project

PAGES = {
    "de/index.md": "# Start",
    "de/sitemap.md": "# Alle Seiten",
    "de/user/help.md": "# Hilfe",
    "de/admin/help.md": "# Hilfe",
    "de/admin/old.md": "# Alt",
    "en/user/help.md": "# Help",
    "de/search.md": "# Suche",
    "de/shared/part.md": "Teil",
}
SITE = {
    "index.html": "<h1>Start</h1><p>Los",
    "sitemap/index.html": "<h1>Alle Seiten</h1><p>Alle.</p><h2>Ansicht</h2><ul><li><a href=x>Hilfe</a></ul>",
    "user/help/index.html": "<h1>Hilfe</h1><h2 id=contact>Kontakt</h2><p>Version 23.9.26",
    "admin/help/index.html": "<h1>Hilfe</h1><p><a href=x>Nur Links</a>",
    "admin/old/index.html": "<meta http-equiv=refresh content='0; url=../help/'><h1>Alt</h1>",
    "en/user/help/index.html": "<h1>Help</h1><p>Ask",
    "search/index.html": "<meta name=robots content=noindex><h1>Suche</h1>",
    "404.html": "<h1>Fehlt</h1>",
}
WORDS = """\
ignored: {de: [der], en: [the]}
synonyms:
  de:
    one_way: {Handy: [Mobile-Client]}
    both_ways: [[Ausfall, Downtime]]
  en: {}
answers:
  - id: costs
    queries: {de: [Kosten], en: [costs]}
    text: {de: "Nichts, {{ duration.large.workplaces }}.", en: "Nothing, {{ duration.large.workplaces }}."}
    links:
      - to: user/help.md
      - to: user/help.md#contact
      - to: link.home
        title: {de: Portal, en: Portal}
"""


@pytest.fixture
def published(write_docs, write_site):
    docs = write_docs({"search.yml": WORDS, **PAGES})
    return search_indexes(Site(write_site(SITE)), Project(docs))


@pytest.fixture
def data(published):
    return {path.removeprefix("assets/search/"): json.loads(content) for path, content in published.items()}


def test_each_view_of_each_language_has_its_pages_and_no_others(data):
    assert {name: [page["url"] for page in found["pages"]] for name, found in data.items()} == {
        "de.json": ["", "sitemap/"],
        "de-user.json": ["user/help/"],
        "de-admin.json": ["admin/help/"],
        "en.json": [],
        "en-user.json": ["en/user/help/"],
        "en-admin.json": [],
    }


def test_a_page_has_its_sections_and_says_where_it_is_mostly_links(data):
    [user], [admin] = data["de-user.json"]["pages"], data["de-admin.json"]["pages"]
    contact = ["contact", "Kontakt", "Version 23.9.26"]
    assert user == {"url": "user/help/", "title": "Hilfe", "path": [], "sections": [contact]}
    assert admin["links"] is True


def test_the_map_of_the_site_is_found_by_its_title_and_introduction(data):
    assert data["de.json"]["pages"][1]["sections"] == [["", "", "Alle."]]


def test_the_words_of_editors_stand_in_the_data_of_their_language(data):
    german, english = data["de.json"], data["en.json"]
    assert (german["ignored"], english["ignored"]) == (["der"], ["the"])
    group = ["Ausfall", "Downtime"]
    assert (german["synonyms"], english["synonyms"]) == ([[["Handy"], ["Mobile-Client"]], [group, group]], [])
    assert "answers" not in data["de-user.json"]


def test_an_answer_has_facts_and_addresses_filled_in(data):
    [answer], [english] = data["de.json"]["answers"], data["en.json"]["answers"]
    assert (answer["queries"], answer["text"], english["text"]) == (["Kosten"], "Nichts, 1.200.", "Nothing, 1,200.")
    assert answer["links"] == [
        {"url": "user/help/", "title": "Hilfe"},
        {"url": "user/help/#contact", "title": "Kontakt"},
        {"url": "https://help.example/de", "title": "Portal"},
    ]
    assert english["links"][0] == {"url": "en/user/help/", "title": "Help"}


def test_the_data_is_compact_and_the_same_each_time(published, write_docs, write_site):
    again = search_indexes(Site(write_site(SITE)), Project(write_docs({})))
    assert published == again
    assert b'", "' not in b"".join(published.values()) and "Ü".encode() not in published["assets/search/de.json"]


def test_without_words_of_editors_the_pages_are_still_found(write_site, write_docs):
    docs = write_docs({**PAGES})
    found = json.loads(search_indexes(Site(write_site(SITE)), Project(docs))["assets/search/de.json"])
    assert (found["ignored"], found["synonyms"], found["answers"], len(found["pages"])) == ([], [], [], 2)
