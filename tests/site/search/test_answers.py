"""What the search answers to single words: spelling, versions, passages, the nearest words, answers by hand."""

import json

import pytest

ROOT = {"de": "", "en": "en/"}


@pytest.fixture
def ask(open_page):
    """Return a function that types words into the field of a page and returns what is shown."""
    pages = {}

    def ask(words, path="admin/"):
        if path not in pages:
            pages[path] = open_page(path)
        page = pages[path]
        page.locator(".search__status").evaluate("status => { status.textContent = '' }")
        page.locator(".search__answers").evaluate("answers => answers.replaceChildren()")
        page.get_by_role("searchbox").fill(words)
        page.wait_for_function(
            "() => document.querySelector('.search__status').textContent || document.querySelector('.search__answer')"
        )
        return page.evaluate("""() => ({
            hits: [...document.querySelectorAll(".search__results li a")].map(link => {
              const { pathname, hash } = new URL(link.href);
              return pathname.slice(1) + hash;
            }),
            passages: [...document.querySelectorAll(".search__excerpt")].map(passage => passage.textContent),
            marks: [...document.querySelectorAll(".search__results mark")].map(mark => mark.textContent),
            nearest: [...document.querySelectorAll(".search__word")].map(word => word.textContent),
            answers: [...document.querySelectorAll(".search__answer a")].map(link => link.href),
        })""")

    return ask


def test_a_word_is_found_without_the_marks_around_it(ask):
    for words in ("Warenkorb", "warenkorb?", "(Warenkorb)", "„Warenkorb“,"):
        assert ask(words)["hits"][0] == "admin/book/#step-3", words
    assert set(ask("Warenkorb")["marks"]) == {"Warenkorb"}


@pytest.mark.parametrize("version", ["23.9.26", "42.6"])
def test_a_version_stays_one_word(ask, version):
    found = ask(version)
    assert found["hits"] and set(found["marks"]) == {version}
    assert ask(version[::-1])["hits"] == []


def test_the_beginning_of_a_version_finds_those_of_its_series_and_a_digit_alone_finds_none(ask):
    marks = ask("23.9")["marks"]
    assert marks and all(mark.startswith("23.9.") for mark in marks)
    assert ask("2")["hits"] == []
    assert ask("WebView 2")["hits"][0] == "admin/webview2/" and "2.0" not in ask("WebView 2")["marks"]


@pytest.mark.parametrize("language", ROOT)
def test_email_is_found_with_and_without_its_hyphen(ask, language):
    path = f"{ROOT[language]}admin/"
    assert ask("email", path)["hits"] == ask("E-Mail", path)["hits"] != []


@pytest.mark.parametrize("words", ["constructor", "-", "?", "<b>", "\U0001f600", "x" * 10_000, "a " * 2000])
def test_what_nobody_wrote_is_not_found(ask, words):
    assert ask(words)["hits"] == [] or words.startswith("a ")


def test_paragraphs_do_not_run_together(ask):
    assert [
        one for one in ask("user received", "en/admin/")["passages"] if "new client. Has a user not received" in one
    ]


def test_every_page_is_found_by_its_title_with_a_passage(ask, site):
    """Some pages have no text before their first section."""
    for name in ("de-user", "de-admin", "en-user", "en-admin"):
        language, _, view = name.partition("-")
        [path] = [path for path in site.files if path.startswith(f"assets/search/{name}.") and path.endswith(".json")]
        for page in json.loads(site.read(path))["pages"]:
            found = ask(page["title"], f"{ROOT[language]}{view}/")
            assert page["url"] in [hit.partition("#")[0] for hit in found["hits"][:3]], page["title"]
            assert all(passage.strip() for passage in found["passages"]), page["title"]


def test_a_word_that_nobody_wrote_offers_the_nearest_ones(ask):
    found = ask("Checkistn")
    assert "Checkliste" in found["nearest"] or found["hits"]
    assert ask("Upgrqqdes")["nearest"]


def test_an_answer_by_hand_stands_where_no_page_has_one(ask):
    assert ask("Was kostet das?")["answers"] and ask("Impressum", "user/")["answers"]


def test_the_words_of_both_views_are_found_from_each(ask):
    assert any(hit.startswith("admin/") for hit in ask("Warenkorb", "user/")["hits"])
    assert any(hit.startswith("user/") for hit in ask("Outlook", "admin/")["hits"])
