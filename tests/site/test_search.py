"""What the search finds for the words that readers type, and what it shows of a hit."""

import json

import pytest

ROOT = {"de": "", "en": "en/"}
SYNONYMS = "() => Object.keys(JSON.parse(document.querySelector('.search').dataset.synonyms))"
ANSWERED = "() => document.querySelector('.search__status').textContent"
HITS = """all => all.map(hit => ({
    title: hit.querySelector("a").textContent,
    location: new URL(hit.querySelector("a").href).pathname.slice(1) + new URL(hit.querySelector("a").href).hash,
    passage: hit.querySelector("p").innerText,
    marks: [...hit.querySelectorAll("mark")].map(mark => mark.textContent),
}))"""


def find(page, words):
    """Type words and return the hits."""
    page.get_by_role("searchbox").fill("")
    page.locator(".search__status").evaluate("status => { status.textContent = '' }")
    page.get_by_role("searchbox").fill(words)
    page.wait_for_function(ANSWERED)
    return page.locator(".search__results li").evaluate_all(HITS)


# ---- Words ---------------------------------------------------------------------------------------------------------


def test_a_word_is_found_without_the_marks_around_it(open_page):
    page = open_page("admin/")
    for words in ("Warenkorb", "warenkorb?", "(Warenkorb)", "„Warenkorb“,"):
        hits = find(page, words)
        assert [hit["location"] for hit in hits] == ["admin/book/#step-3", "admin/help/#provider-pages"], words
        assert set(hits[0]["marks"]) == {"Warenkorb"}
    marks = [mark for hit in find(page, "Ausfall") for mark in hit["marks"]]
    assert marks and not [mark for mark in marks if not mark[-1].isalnum()]


@pytest.mark.parametrize("version", ["23.9.26", "42.6"])
def test_a_version_stays_one_word(open_page, version):
    page = open_page("admin/")
    hits = find(page, version)
    assert hits and all(version in hit["passage"] and set(hit["marks"]) == {version} for hit in hits)
    assert find(page, version[::-1]) == []


@pytest.mark.parametrize(
    ("language", "words", "location"),
    [
        ("de", "Passwort vergessen?", "admin/after/#sign-in"),
        ("de", "iPhone", "admin/versions/#before"),
        ("de", "Downtime", "admin/announce/#what"),
        ("en", "password", "en/admin/after/#sign-in"),
        ("en", "log in", "en/admin/after/#sign-in"),
        ("en", "cart", "en/admin/book/#step-3"),
    ],
)
def test_everyday_words_lead_to_what_the_pages_call_them(open_page, language, words, location):
    assert find(open_page(f"{ROOT[language]}admin/"), words)[0]["location"] == location


@pytest.mark.parametrize("language", ROOT)
def test_every_synonym_leads_to_pages(open_page, language):
    page = open_page(f"{ROOT[language]}admin/")
    synonyms = page.evaluate(SYNONYMS)
    assert synonyms and [word for word in synonyms if not find(page, word)] == []


@pytest.mark.parametrize("language", ROOT)
def test_email_is_found_with_and_without_its_hyphen(open_page, language):
    page = open_page(f"{ROOT[language]}admin/")
    without, hyphened = find(page, "email"), find(page, "E-Mail")
    assert len(without) > 5 and without[0] == hyphened[0]
    assert {hit["location"] for hit in without} <= {hit["location"] for hit in hyphened}
    marks = {mark.lower() for hit in hyphened for mark in hit["marks"]}
    assert marks <= {"mail", "email", "emails", "mailbox"}  # nothing for the “e” alone


@pytest.mark.parametrize("words", ["constructor", "-", "?"])
def test_what_nobody_wrote_is_not_found(open_page, words):
    assert find(open_page("admin/"), words) == []


# ---- Passages ------------------------------------------------------------------------------------------------------


def test_paragraphs_do_not_run_together(open_page):
    passages = [hit["passage"] for hit in find(open_page("en/admin/"), "user received")]
    assert [passage for passage in passages if "new client. Has a user not received" in passage]


@pytest.mark.parametrize("path", ["", "admin/", "user/", "en/", "en/admin/", "en/user/"])
def test_every_hit_shows_a_passage(open_page, build, path):
    """Every title of the index is asked for: some pages have no text before their first section."""
    page = open_page(path)
    index = json.loads((build[0] / "search/search_index.json").read_text("utf-8"))
    bare = [entry["title"] for entry in index["docs"] if not entry["text"]]
    assert bare
    for words in (*bare, "dauer 600", "duration 600"):
        hits = find(page, words)
        assert [hit for hit in hits if not hit["passage"].split(" – ")[-1].strip()] == [], words


def test_an_answer_that_comes_late_leaves_the_focus_in_the_list(open_page):
    page = open_page("admin/")
    find(page, "Upgrade")
    page.keyboard.press("ArrowDown")
    page.get_by_role("searchbox").evaluate(
        "query => { query.value = 'WebView2'; query.dispatchEvent(new Event('input')) }"
    )
    page.locator(".search__results mark", has_text="WebView2").first.wait_for()
    assert page.evaluate("document.activeElement.matches('.search__results li:first-child a')")
