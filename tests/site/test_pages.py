"""The pages that readers get, read from the built site."""

import json
import re

import pytest
from audit.pages import MISSING, MOVED, PATHS, RESULTS, VIEWS
from portal.languages import LANGUAGES, published_path
from portal.site.resolve import Resolver
from portal.sources.facts_file import read_facts
from portal.views import view_of
from selectolax.lexbor import LexborHTMLParser

TITLES = {"de": "Upgrade-Hilfe für Cloud PBX 2.0", "en": "Upgrade help for Cloud PBX 2.0"}


def tree(site, language, path):
    return LexborHTMLParser(site.pages[published_path(language, path) + "index.html"].html)


def found_by_search(site):
    """Return the address of each page that the search knows, with its entry."""
    files = [path for path in site.files if re.fullmatch(r"assets/search/.+\.json", path)]
    assert len(files) == 2 * 3
    entries = [entry for path in files for entry in json.loads(site.read(path))["pages"]]
    assert len({entry["url"] for entry in entries}) == len(entries)
    return {entry["url"]: entry for entry in entries}


def every(function):
    return pytest.mark.parametrize("path", PATHS)(pytest.mark.parametrize("language", LANGUAGES)(function))


@every
def test_each_page_is_there_in_its_language_with_one_heading_and_a_description(site, language, path):
    page = tree(site, language, path)
    assert page.css_first("html").attributes["lang"] == language
    assert len(page.css("h1")) == 1
    title = page.css_first("title").text()
    assert title == TITLES[language] if path == "index.md" else title.endswith(" – Cloud PBX 2.0")
    assert len(title) <= 70  # what search engines show
    assert len(page.css_first("meta[name=description]").attributes["content"]) > 60


OFFLINE = "offline.md"  # the first page of the offline copy


def test_no_page_is_there_that_nobody_wrote(site):
    assert set(site.pages) == {
        published_path(language, path) + "index.html"
        for language in LANGUAGES
        for path in (*PATHS, RESULTS, OFFLINE, *MOVED)
    } | set(MISSING.values())


@pytest.mark.parametrize("path", MOVED)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_that_moved_leads_to_its_new_place_and_is_in_no_search_and_no_sitemap(site, language, path):
    page, (file, _, section) = site.pages[published_path(language, path) + "index.html"], MOVED[path].partition("#")
    found = Resolver()(page.path, page.head.refresh)
    assert (found.path, found.fragment) == (published_path(language, file) + "index.html", section)
    assert [link.target for link in page.links if link.tag == "a"] == [page.head.refresh]
    assert page.head.canonical == site.pages[found.path].head.canonical
    address = published_path(language, path)
    assert address not in found_by_search(site)
    assert f"/{address}<" not in (site.root / "sitemap.xml").read_text("utf-8")


def test_the_search_knows_every_other_page_with_its_title_its_place_and_the_ids_of_its_sections(site):
    entries = found_by_search(site)
    assert entries.keys() == {published_path(language, path) for language in LANGUAGES for path in PATHS}
    for language, views in {
        "de": ("Anwender-Ansicht", "Administrator-Ansicht"),
        "en": ("User view", "Administrator view"),
    }.items():
        for path in PATHS:
            url = published_path(language, path)
            entry, page = entries[url], site.pages[f"{url}index.html"]
            assert entry["title"] == page.title
            view = view_of(path)
            assert entry["path"][:1] == ([views[view == "admin"]] if view else [])
            assert all(page.has(id_) and text.strip() == text for id_, _, text in entry["sections"])
            assert entry["sections"][0][:2] == ["", ""] or entry["sections"][0][0]


def test_each_page_names_the_data_of_its_language_and_it_is_there(site):
    for path, page in site.pages.items():
        search = LexborHTMLParser(page.html).css_first("[data-indexes]")
        if search is None:
            assert page.head.refresh is not None, path
            continue
        indexes = json.loads(search.attributes["data-indexes"])
        targets = {view: Resolver()(path, url).path for view, url in indexes.items()}
        language = search.attributes["data-language"]
        expected = {"": language, "user": f"{language}-user", "admin": f"{language}-admin"}
        assert targets.keys() == expected.keys() and set(targets.values()) <= site.files
        assert all(
            re.fullmatch(rf"assets/search/{expected[view]}\.[0-9a-f]{{8}}\.json", targets[view]) for view in expected
        )
        assert search.attributes["data-view"] == (view_of(path.removeprefix("en/")) or "")


def test_no_page_links_to_one_that_moved(site):
    old = {published_path(language, path) + "index.html" for language in LANGUAGES for path in MOVED}
    links = (
        (page.path, Resolver()(page.path, link.target).path) for page in site.pages.values() for link in page.links
    )
    assert [(page, target) for page, target in links if target in old] == []


@every
def test_the_switch_leads_to_the_same_topic_or_the_start_of_the_other_view(site, language, path):
    links = [link for link in tree(site, language, path).css("header a") if link.attributes.get("data-view")]
    found = {link.attributes["data-view"]: target(site, language, path, link) for link in links}
    view = view_of(path)
    same = {"notice": "versions", "versions": "notice"}
    expected = {}
    for other, names in VIEWS.items() if path != "index.md" else ():  # there, the cards are the choice
        if other != view:
            name = path.split("/")[-1].removesuffix(".md")
            topic = same.get(name, name)
            expected[other] = published_path(
                language, f"{other}/{topic}.md" if view and topic in names else f"{other}/index.md"
            )
    assert found == expected


def target(site, language, path, link):
    return Resolver()(published_path(language, path) + "index.html", link.attributes["href"]).path.removesuffix(
        "index.html"
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", VIEWS)
def test_next_leads_through_the_whole_view_in_order_and_back_and_never_out(site, language, view):
    paths = [f"{view}/{name}.md" for name in VIEWS[view]]
    for rel, order in (("next", paths), ("prev", paths[::-1])):
        for path, neighbour in zip(order, [*order[1:], None], strict=True):
            links = tree(site, language, path).css(f"main a[rel={rel}], footer a[rel={rel}]")
            expected = [published_path(language, neighbour)] if neighbour else []
            assert [target(site, language, path, link) for link in links] == expected


@every
def test_the_language_link_keeps_the_page(site, language, path):
    other = "en" if language == "de" else "de"
    [link] = tree(site, language, path).css("header a[hreflang]")
    assert link.attributes["hreflang"] == link.attributes["lang"] == other
    assert target(site, language, path, link) == published_path(other, path)


@every
def test_the_foot_leads_to_the_legal_pages_and_the_site_map_and_names_the_trademarks(site, project, language, path):
    foot = tree(site, language, path).css_first("footer")
    imprint, *pages = foot.css("nav a")
    assert imprint.attributes["href"] == read_facts(project / "docs/facts.yml").facts.values["legal.imprint"]
    assert [target(site, language, path, link) for link in pages] == [
        published_path(language, name) for name in ("privacy.md", "accessibility.md", "sitemap.md")
    ]
    assert "Outlook" in foot.text() and "Android" in foot.text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_site_map_leads_to_every_page(site, language):
    links = tree(site, language, "sitemap.md").css("article a")
    assert sorted(target(site, language, "sitemap.md", link) for link in links) == sorted(
        published_path(language, path) for path in PATHS
    )


@every
def test_each_page_but_the_start_page_says_where_it_is(site, language, path):
    links = tree(site, language, path).css("nav.path a")
    if path == "index.md":
        assert links == []
    else:
        assert target(site, language, path, links[0]) == published_path(language, "index.md")
        assert target(site, language, path, links[-1]) == published_path(language, path)
        assert links[-1].attributes["aria-current"] == "page"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_start_page_offers_both_views_with_their_tasks(site, language):
    page = tree(site, language, "index.md")
    assert [choice.attributes["data-view"] for choice in page.css(".choices > .choice")] == ["user", "admin"]
    for view, names in (
        ("user", ["after", "notice", "help"]),
        ("admin", ["checklist", "duration", "book", "announce"]),
    ):
        links = page.css(f".choice[data-view={view}] a")
        paths = [f"{view}/{name}.md" for name in ("index", *names)]
        assert [target(site, language, "index.md", link) for link in links] == [
            published_path(language, path) for path in paths
        ]


STAGES = {
    1: ["plan", "checklist", "notification", "versions", "webview2", "duration", "announce"],
    2: ["book"],
    3: ["after", "help"],
}


@pytest.mark.parametrize("name", VIEWS["admin"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_menu_and_rail_of_administrators_say_the_stage(site, language, name):
    page = tree(site, language, f"admin/{name}.md")
    present = [number for number, names in STAGES.items() if name in names]
    stages = [stage for stage in page.css(".menu > ul > li") if stage.css(".section")]
    assert [n for n, stage in enumerate(stages, 1) if stage.attributes.get("aria-current") == "step"] == present
    links = page.css(".rail a")
    assert [n for n, link in enumerate(links, 1) if link.attributes.get("aria-current") == "step"] == present
    assert [link.text() for link in links] == [stage.css_first(".section").text() for stage in stages]
    firsts = [published_path(language, f"admin/{names[0]}.md") for names in STAGES.values()]
    assert [target(site, language, f"admin/{name}.md", link) for link in links] == firsts


@every
def test_heading_menu_and_path_call_a_page_the_same(site, language, path):
    page = tree(site, language, path)
    heading = page.css_first("h1").text()
    names = {node.text() for node in page.css(".menu [aria-current=page], .path [aria-current=page]")}
    assert all(name in heading for name in names) and len(names) <= 1


@pytest.mark.parametrize(
    ("language", "words"), [("de", ["Hinweis", "Tipp", "Wichtig"]), ("en", ["Note", "Tip", "Important"])]
)
def test_notes_tips_and_warnings_are_named_in_words(site, language, words):
    kinds = dict(zip(["note", "tip", "warning"], words, strict=True))
    boxes = [box for path in PATHS for box in tree(site, language, path).css(".admonition")]
    assert {box.attributes["class"].split()[-1] for box in boxes} == set(kinds)
    for box in boxes:
        assert box.css_first(".admonition-title").text().strip().startswith(kinds[box.attributes["class"].split()[-1]])


def test_numbers_stand_in_the_form_of_the_language(site):
    assert "1.200" in tree(site, "de", "admin/duration.md").css_first("table").text()
    assert "1,200" in tree(site, "en", "admin/duration.md").css_first("table").text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_version_history_has_a_feed_that_its_page_names(site, language):
    page = tree(site, language, "admin/versions.md")
    [head] = page.css('link[type="application/atom+xml"]')
    path = target(site, language, "admin/versions.md", head)
    feed = (site.root / path).read_text("utf-8")
    rows = page.css("#history ~ .table tr, #history ~ table tr")
    assert path == published_path(language, "admin/versions.md") + "feed.xml"
    assert feed.count("<entry>") == len(rows) - 1 >= 5
    assert f'xml:lang="{language}"' in feed


def test_the_facts_are_published_and_the_ledger_is_not(site):
    document = json.loads((site.root / "facts.json").read_text("utf-8"))
    assert document["schema"] == 2 and document["thresholds"]["windows.webview2"]["value"] == "42.6"
    copies = {f"facts.json{ending}" for ending in ("", ".gz", ".br")}
    assert not [path for path in site.files if "facts" in path and path not in copies]
