"""The check of a client's version: platform and version in, what to do out; in both views."""

import re

import pytest
from audit.axe import axe_faults, light_and_dark
from audit.layout import TEXT_TWICE, layout_faults, set_style
from portal.languages import LANGUAGES, published_path

PATHS = {"admin": "admin/versions.md", "user": "user/notice.md"}
PLATFORM = {"de": "Plattform", "en": "Platform"}
LABEL = {"de": "Version des Clients", "en": "Version of the client"}
BUTTON = {"de": "Version prüfen", "en": "Check the version"}
ANSWERS = {
    "de": {
        ("Android", "v23.9.26"): {"admin": "können Sie das Upgrade starten", "user": "braucht vor dem Upgrade kein"},
        ("iOS", "23.9.26"): {"admin": "auf 23.9.31 aktualisieren", "user": "Aktualisieren Sie den Client für iOS"},
        ("Windows", "42.5"): "schon ein neuer Client. Die Tabelle gilt nur für alte",
        ("Windows", "42.6"): "Für Windows braucht er ab Version 42.6",
        ("Windows", "42"): "sagt erst die ganze Nummer",
        ("macOS", "31.0.1"): "keine Version eines Clients, die dieses Portal kennt",
    },
    "en": {
        ("Android", "v23.9.26"): {"admin": "you can start the upgrade", "user": "needs no update before the upgrade"},
        ("iOS", "23.9.26"): {"admin": "updated to 23.9.31", "user": "update the client for iOS to 23.9.31"},
        ("Windows", "42.5"): "already a new client. The table is for old clients only",
        ("Windows", "42.6"): "From version 42.6, the Windows client needs",
        ("Windows", "42"): "Only the whole number tells",
        ("macOS", "31.0.1"): "does not know such a client version",
    },
}
FAULTS = {
    "de": {"": "Geben Sie die Version", "neu": "Das ist keine Version", "23.9": "Es fehlen Zahlen"},
    "en": {"": "Enter the version", "new": "not a version", "23.9": "numbers missing"},
}
# Where the links that an answer shows lead.
LINKS = {
    "admin": {"42.6": "admin/webview2/", "42": "admin/webview2/", "31.0.1": "admin/help/"},
    "user": {"42.6": "user/after/#webview2", "42": "user/after/#webview2", "31.0.1": "user/help/"},
}


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture(params=PATHS)
def view(request):
    return request.param


@pytest.fixture
def page(open_page, language, view):
    page = open_page(published_path(language, PATHS[view]))
    page.locator(".client-check[data-ready]").wait_for()
    return page


def ask(page, language, platform, typed):
    page.get_by_label(PLATFORM[language]).select_option(label=platform)
    page.get_by_label(LABEL[language]).fill(typed)
    page.get_by_role("button", name=BUTTON[language]).click()


def test_each_answer_says_what_to_do(page, language, view, address):
    form = page.locator(".client-check")
    for (platform, typed), answer in ANSWERS[language].items():
        ask(page, language, platform, typed)
        said = answer if isinstance(answer, str) else answer[view]
        form.get_by_role("status").filter(has_text=said).wait_for()
        links = [link.evaluate("link => link.href") for link in form.get_by_role("link").all()]
        wanted = LINKS[view].get(typed)
        root = address + ("" if language == "de" else "en/")
        assert links == ([root + wanted] if wanted else [])
        assert "{" not in form.inner_text()


def test_what_is_no_version_is_said_at_the_field(page, language):
    field = page.get_by_label(LABEL[language])
    for typed, said in FAULTS[language].items():
        ask(page, language, "Android", typed)
        error = page.locator(".calc__error").filter(has_text=said)
        error.wait_for()
        assert field.get_attribute("aria-invalid") == "true"
        assert field.get_attribute("aria-describedby").split()[0] == error.get_attribute("id")
        assert page.locator(".calc__result").text_content() == ""


def test_keys_alone_are_enough(page, language):
    page.get_by_label(PLATFORM[language]).focus()
    page.keyboard.type("Wind")
    page.keyboard.press("Tab")
    page.keyboard.type("42.7")
    page.keyboard.press("Enter")
    page.locator(".calc__result").filter(has_text="WebView2").wait_for()


def test_nothing_is_stored_or_sent(page, language):
    asked = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    kept = "JSON.stringify([{...localStorage}, {...sessionStorage}])"
    before = page.url, page.evaluate(kept)
    ask(page, language, "Android", "23.9.26")
    page.locator(".calc__result").filter(has_text="Upgrade" if language == "de" else "upgrade").wait_for()
    assert [name.partition(".")[0] for name in asked] == ["announce"]
    assert (page.url, page.evaluate(kept)) == before


# Answers differ in words from language to language, and words in their layout alone, which is read in all.
EACH_ANSWER = {("de", 320), ("en", 1280)}


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_axe_and_layout_find_nothing_in_any_state(page, language, width):
    page.set_viewport_size({"width": width, "height": 900})
    for platform, typed in (*ANSWERS[language], *(("iOS", typed) for typed in FAULTS[language])):
        ask(page, language, platform, typed)
        page.locator(".calc__error, .calc__result").filter(has_text=re.compile(r"\S")).first.wait_for()
        assert layout_faults(page) == [], typed
        if (language, width) in EACH_ANSWER:  # which changes nothing but the form
            assert axe_faults(page, ".client-check") == [], typed
    assert light_and_dark(page, "article") == []
    if width == 1280:  # narrower, the frame's own words need more
        set_style(page, TEXT_TWICE)
        assert layout_faults(page) == []


def test_without_javascript_there_are_the_table_and_a_sentence(open_page, language, view):
    page = open_page(published_path(language, PATHS[view]), java_script_enabled=False)
    assert page.locator(".client-check").is_hidden() and page.locator(".calc-without").is_visible()
    assert page.locator("article table").first.is_visible()


def test_a_hostile_version_is_text(page, language):
    ask(page, language, "Android", "<img src=x onerror=alert(1)>" * 400)
    page.locator(".calc__error").filter(has_text="23.9.26").wait_for()
    assert page.locator("article img").count() == 0


def test_only_the_pages_with_the_check_load_its_script(site):
    with_script = {path for path, page in site.pages.items() if "/versions." in page.html}
    assert with_script == {f"{published_path(one, path)}index.html" for one in LANGUAGES for path in PATHS.values()}
