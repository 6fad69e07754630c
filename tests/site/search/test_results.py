"""The results page: what its address asks, all hits, and the ways from it and back."""

import pytest
from audit.answers import answer, hit
from audit.axe import COLOURS, axe_faults
from audit.layout import TEXT_SPACING, TEXT_TWICE, layout_faults, set_style
from portal.languages import LANGUAGES, published_path
from selectolax.lexbor import LexborHTMLParser

ROOT = {"de": "", "en": "en/"}
PAGE = {"de": "search/", "en": "en/search/"}
TITLE = {"de": "Suche – Cloud PBX 2.0", "en": "Search – Cloud PBX 2.0"}
QUOTED = {"de": "„{}“ – Suche – Cloud PBX 2.0", "en": "“{}” – Search – Cloud PBX 2.0"}
FAILED = {"de": "Die Suche ist nicht erreichbar.", "en": "The search cannot be reached."}
USER = ("user", [hit("user/after/", f"Seite {number}", "user") for number in range(8)])
ADMIN = (
    "admin",
    [hit("admin/book/#step-1", "Upgrade buchen", "admin", "Schritt 1", ("Administrator-Ansicht", "Buchen"))],
)
FOUND = answer(USER, ADMIN, nearest=["Anleitung"])
GROUPS = {
    "de": ["8 Treffer in der Anwender-Ansicht", "1 Treffer in der Administrator-Ansicht"],
    "en": ["8 results in the user view", "1 result in the administrator view"],
}
HOSTILE = [
    '"><img src=x onerror=alert(1)><script>alert(1)</script>',
    "$& $' $1 %s",
    "__proto__",
    "100 % & mehr#da",
    "\u202ereversed",
    "a" * 3000,
]


@pytest.mark.parametrize("storage", [True, False])
@pytest.mark.parametrize("language", LANGUAGES)
def test_all_hits_of_what_the_address_asks_are_shown_in_their_groups(answering, language, storage):
    page = answering(f"{PAGE[language]}?q=zwei+w%C3%B6rter", {"zwei wörter": FOUND}, storage=storage)
    page.locator(".search__hits a").first.wait_for()
    assert page.get_by_role("article").get_by_role("listitem").count() == 9
    assert page.get_by_role("heading", level=2).all_inner_texts() == GROUPS[language]
    assert page.get_by_role("searchbox").input_value() == "zwei wörter"
    assert page.title() == QUOTED[language].format("zwei wörter")
    assert page.get_by_role("status").inner_text().startswith("9 ")


@pytest.mark.parametrize(("view", "asked"), [("admin", "admin"), ("user", "user"), ("constructor", ""), ("", "")])
def test_the_view_that_the_reader_came_from_is_asked_first(answering, view, asked):
    page = answering(f"search/?q=wort&view={view}", {"*": FOUND})
    page.locator(".search__hits a").first.wait_for()
    assert page.locator("html").get_attribute("data-asked") == f",admin,user|{asked}|de"
    page.get_by_role("searchbox").fill("anderes")
    page.wait_for_url(f"**/search/?q=anderes&view={view}")


def test_what_is_typed_is_written_to_address_and_title_and_back_leads_to_the_page_before(answering, address):
    page = answering("user/", {"*": FOUND, "xy": answer()})
    page.goto(f"{address}search/?q=ab")
    page.locator(".search__hits a").first.wait_for()
    page.get_by_role("searchbox").fill("")
    assert page.url == f"{address}search/" and page.title() == TITLE["de"]
    page.locator(".search__panel").wait_for(state="hidden")
    page.get_by_role("searchbox").press_sequentially("xy")
    assert page.url == f"{address}search/?q=xy" and page.title() == QUOTED["de"].format("xy")
    page.get_by_text("Keine Treffer").wait_for()
    page.go_back()
    page.wait_for_url(f"{address}user/")
    page.go_forward()
    page.get_by_text("Keine Treffer").wait_for()
    assert page.get_by_role("searchbox").input_value() == "xy"


def test_back_from_a_hit_leads_to_the_results(answering, address):
    page = answering("search/?q=wort", {"*": FOUND})
    page.get_by_role("link", name="Schritt 1").click()
    page.wait_for_url(f"{address}admin/book/#step-1")
    page.go_back()
    page.get_by_role("link", name="Schritt 1").wait_for()
    assert page.get_by_role("searchbox").input_value() == "wort"


def test_by_keyboard_alone_a_query_is_typed_and_its_first_hit_opened(answering, address):
    page = answering("en/search/", {"*": FOUND})
    page.keyboard.press("Control+k")
    page.keyboard.type("word")
    page.locator(".search__hits a").first.wait_for()
    page.keyboard.press("Enter")
    assert page.url == f"{address}en/search/?q=word"
    assert page.evaluate("document.activeElement.textContent") == "Seite 0"
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}user/after/")


def test_a_nearest_word_is_searched_for(answering, address):
    page = answering("search/?q=anleitng", {"*": FOUND})
    page.get_by_role("button", name="Anleitung").click()
    page.wait_for_url(f"{address}search/?q=Anleitung")
    assert page.title() == QUOTED["de"].format("Anleitung")


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_the_address_asks_is_text(answering, query):
    page = answering("search/", {"*": FOUND})
    page.evaluate("query => { location.search = new URLSearchParams({ q: query }) }", query)
    page.locator(".search__hits a").first.wait_for()
    assert page.get_by_role("searchbox").input_value() == query
    assert page.title() == QUOTED["de"].format(query)
    assert page.locator("article").locator("img, script").count() == 0
    assert page.evaluate("new URL(location).searchParams.get('q')") == query


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_query_nothing_is_asked_until_somebody_is_in_the_field(answering, language):
    page = answering(PAGE[language], {"*": FOUND})
    page.wait_for_load_state("networkidle")
    loaded = "performance.getEntriesByType('resource').map(entry => entry.name).join()"
    assert "page." in page.evaluate(loaded) and "engine" not in page.evaluate(loaded)
    assert page.title() == TITLE[language] and not page.locator(".search__panel").is_visible()
    with page.expect_response("**/engine.*"):
        page.get_by_role("searchbox").focus()


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_engines_and_menus_leave_the_page_out_and_its_translation_is_named(site, language):
    page = site.pages[f"{PAGE[language]}index.html"]
    assert not page.head.indexed
    assert {name for name, _ in page.head.alternates} == {"de", "en", "x-default"}
    assert f"/{PAGE[language]}<" not in (site.root / "sitemap.xml").read_text("utf-8")
    site_map = LexborHTMLParser(site.pages[published_path(language, "sitemap.md") + "index.html"].html)
    assert not [link for link in site_map.css("article a") if link.attributes["href"].endswith("search/")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [1280, 320])
def test_without_scripts_the_page_says_so_and_leads_to_the_site_map(open_page, address, language, width):
    page = open_page(f"{PAGE[language]}?q=Termin", width, java_script_enabled=False)
    assert not page.get_by_role("searchbox").is_visible()
    assert "JavaScript" in page.locator("article").inner_text()
    page.get_by_role("article").get_by_role("link").click()
    page.wait_for_url(f"{address}{ROOT[language]}sitemap/")
    assert "JavaScript" not in open_page(PAGE[language], width).locator("article").inner_text()


@pytest.mark.parametrize("missing", ["page", "hits", "engine"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_that_the_search_can_not_be_reached_and_tries_anew(chromium, address, language, missing):
    context = chromium.new_context()
    context.route(f"**/search/{missing}.*", lambda route: route.abort())
    page = context.new_page()
    page.goto(f"{address}{PAGE[language]}?q=Client")
    page.get_by_text(FAILED[language]).wait_for()
    context.unroute_all()
    page.get_by_role("searchbox").press("End")
    page.get_by_role("searchbox").press_sequentially("s")
    page.locator(".search__hits a").first.wait_for()
    context.close()


# ---- Rules ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_the_page(answering, language):
    page = answering(f"{PAGE[language]}?q=wort", {"*": FOUND, "xy": answer()}, reduced_motion="reduce")
    page.locator(".search__hits a").first.wait_for()
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert axe_faults(page) == [], width
        page.emulate_media(color_scheme="dark")
        assert axe_faults(page, **COLOURS) == [], width
        page.emulate_media(color_scheme="light")
    page.get_by_role("searchbox").fill("xy")
    page.locator(".search__help").wait_for()
    assert axe_faults(page) == []


@pytest.mark.parametrize("width", [1280, 390, 320])
@pytest.mark.parametrize("style", ["", TEXT_TWICE, TEXT_SPACING], ids=["plain", "twice", "spaced"])
def test_the_results_stay_on_the_screen(answering, width, style):
    page = answering("search/?q=wort", {"*": FOUND}, width=width, reduced_motion="reduce")
    page.locator(".search__hits a").first.wait_for()
    set_style(page, style)
    assert layout_faults(page) == []
