"""The list of hits below the field: its groups, what a hit says, and how readers move through it."""

import pytest
from audit.answers import answer, hit
from audit.axe import COLOURS, axe_faults
from audit.focus import tab_to
from audit.layout import TEXT_SPACING, TEXT_TWICE, layout_faults, set_style
from portal.languages import LANGUAGES

ROOT = {"de": "", "en": "en/"}
USER = ("user", [hit("user/after/", f"Danach {number}", "user") for number in (1, 2)])
ADMIN = (
    "admin",
    [hit("admin/book/#step-1", "Upgrade buchen", "admin", "Schritt 1", ("Administrator-Ansicht", "Buchen"))],
)
OTHER = ("", [hit("privacy/", "Datenschutz")])
BY_HAND = {
    "text": "Dazu sagt diese Hilfe nichts.",
    "links": [{"url": "user/help/#contact", "title": "Hilfe und Kontakt"}],
}
EVERYTHING = answer(USER, OTHER, ADMIN, some=True, answers=[BY_HAND], nearest=["Upgrade", "Anleitung"])
NOTHING = answer(nearest=["Passwort", "Kennwort"])
LISTED = """panel => [...panel.querySelectorAll(".search__group, .search__hits a")].map(one => one.textContent)"""
WORDS = {
    "de": {
        "count": "4 Treffer",
        "some": "Keine Seite enthält alle Wörter. Diese Seiten enthalten einige davon:",
        "nearest": "Meinten Sie:",
        "other": "1 Treffer auf weiteren Seiten",
        "admin": "1 Treffer in der Administrator-Ansicht",
        "user": "2 Treffer in der Anwender-Ansicht",
        "none": "Keine Treffer",
        "all": "Alle Treffer anzeigen",
        "map": "Seitenübersicht",
        "help": "Hilfe und Kontakt",
        "key": "Strg+K",
    },
    "en": {
        "count": "4 results",
        "some": "No page has all of these words. These pages have some of them:",
        "nearest": "Did you mean:",
        "other": "1 result on other pages",
        "admin": "1 result in the administrator view",
        "user": "2 results in the user view",
        "none": "No results",
        "all": "Show all results",
        "map": "Site map",
        "help": "Help and contact",
        "key": "Ctrl+K",
    },
}


def type_in(page, text="wort"):
    """Type into the field, wherever it is, and wait for the list."""
    button = page.locator(".search-open[aria-expanded=false]").filter(visible=True)
    if button.count():
        button.click()
    page.get_by_role("searchbox").fill("")
    page.get_by_role("searchbox").fill(text)
    page.locator(".search__panel").wait_for()
    return page.locator(".search__panel")


def focused(page):
    return page.evaluate("document.activeElement.textContent || document.activeElement.id")


# ---- What is listed ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_own_view_comes_first_and_the_other_below_a_heading_of_its_own(answering, language):
    panel = type_in(answering(f"{ROOT[language]}user/", {"*": EVERYTHING}))
    words = WORDS[language]
    assert panel.evaluate(LISTED) == [
        *("Danach 1", "Danach 2"),
        *(words["other"], "Datenschutz"),
        *(words["admin"], "Upgrade buchen – Schritt 1"),
    ]
    assert panel.locator(".search__some").inner_text() == words["some"]
    assert panel.locator(".search__nearest").inner_text().split("\n\n")[0] == words["nearest"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_from_a_page_of_no_view_each_view_has_its_heading(answering, language):
    panel = type_in(answering(f"{ROOT[language]}404.html", {"*": answer(USER, ADMIN)}))
    assert panel.get_by_role("heading").all_inner_texts() == [WORDS[language]["user"], WORDS[language]["admin"]]


def test_the_engine_is_asked_for_the_language_and_the_view_of_the_page(answering):
    for path, asked in (("admin/", "admin|de"), ("en/user/", "user|en"), ("en/404.html", "|en"), ("privacy/", "|de")):
        page = answering(path, {"*": EVERYTHING})
        type_in(page)
        assert page.locator("html").get_attribute("data-asked") == f",admin,user|{asked}"


def test_a_hit_leads_to_its_section_and_says_where_it_stands(answering, address):
    panel = type_in(answering("user/", {"*": answer(ADMIN)}))
    entry = panel.get_by_role("listitem")
    assert entry.get_by_role("link").evaluate("link => link.href") == f"{address}admin/book/#step-1"
    assert entry.locator(".search__path").inner_text() == "Administrator-Ansicht / Buchen"
    assert entry.locator(".search__excerpt").inner_text() == "Ein Satz mit dem Wort"
    assert entry.locator("mark").all_inner_texts() == ["Upgrade", "Wort"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_many_hits_the_first_five_are_listed_and_a_link_leads_to_all(answering, address, language):
    many = answer(("admin", [hit("admin/book/", f"Seite {number}", "admin") for number in range(7)]))
    page = answering(f"{ROOT[language]}admin/", {"*": many})
    panel = type_in(page, "zwei wörter & mehr")
    assert panel.get_by_role("listitem").count() == 5
    assert panel.get_by_role("status").inner_text().startswith("7 ")
    panel.get_by_role("link", name=WORDS[language]["all"]).click()
    query = "q=zwei+w%C3%B6rter+%26+mehr&view=admin"
    page.wait_for_url(f"{address}{ROOT[language]}search/?{query}")
    few = answering(f"{ROOT[language]}admin/", {"*": EVERYTHING})
    assert type_in(few).get_by_role("link", name=WORDS[language]["all"]).count() == 0


def test_an_answer_by_hand_stands_above_the_hits_and_alone_where_there_is_none(answering, address):
    page = answering("user/", {"*": EVERYTHING, "kosten": answer(answers=[BY_HAND])})
    panel = type_in(page)
    link = panel.get_by_role("link").first
    assert link.evaluate("link => link.href") == f"{address}user/help/#contact"
    assert panel.get_by_role("status").inner_text().split("\n")[0] == "4 Treffer"
    type_in(page, "kosten")
    panel.get_by_text(BY_HAND["text"]).wait_for()
    page.locator(".search__hits").wait_for(state="detached")
    assert panel.inner_text().split() == [*BY_HAND["text"].split(), "Hilfe", "und", "Kontakt"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_hit_the_way_leads_to_the_site_map_and_to_help(answering, address, language):
    page = answering(f"{ROOT[language]}admin/", {"*": answer()})
    panel = type_in(page)
    assert panel.get_by_role("status").inner_text().startswith(WORDS[language]["none"])
    targets = [("map", "sitemap/"), ("help", "admin/help/")]
    for name, path in targets:
        link = panel.get_by_role("link", name=WORDS[language][name])
        assert link.evaluate("link => link.href") == f"{address}{ROOT[language]}{path}"


def test_what_the_engine_gives_is_text_whatever_it_is(answering):
    hostile = "<img src=x onerror=alert(1)>"
    found = hit("user/", hostile, "user", hostile, (hostile,), ((hostile, True),))
    given = answer(("user", [found]), answers=[{"text": hostile, "links": []}], nearest=[hostile])
    panel = type_in(answering("user/", {"*": given}), hostile)
    assert panel.inner_text().count(hostile) == 6
    assert panel.locator("img").count() == 0


def test_what_the_engine_learns_later_is_added_and_the_focus_stays_on_its_link(answering):
    page = answering("user/", {"*": answer(USER)}, later=answer(("user", USER[1][:1]), ADMIN))
    panel = type_in(page)
    assert panel.evaluate(LISTED) == ["Danach 1", "Danach 2"]
    page.keyboard.press("ArrowDown")
    page.evaluate("dispatchEvent(new Event('complete'))")
    panel.get_by_role("heading").wait_for()
    assert panel.evaluate(LISTED) == ["Danach 1", WORDS["de"]["admin"], "Upgrade buchen – Schritt 1"]
    assert focused(page) == "Danach 1" and panel.is_visible()


# ---- By keyboard ---------------------------------------------------------------------------------------------------


def test_arrows_lead_through_all_that_is_offered_and_back_to_the_field(answering):
    page = answering("user/", {"*": EVERYTHING})
    type_in(page)
    stops = [
        *("Hilfe und Kontakt", "Upgrade", "Anleitung"),
        *("Danach 1", "Danach 2", "Datenschutz", "Upgrade buchen – Schritt 1"),
    ]
    for stop in stops:
        page.keyboard.press("ArrowDown")
        assert focused(page) == stop
    page.keyboard.press("ArrowDown")
    assert focused(page) == stops[-1]
    for stop in [*stops[-2::-1], "search-query"]:
        page.keyboard.press("ArrowUp")
        assert focused(page) == stop


def test_a_nearest_word_is_chosen_and_searched_for(answering):
    page = answering("user/", {"*": NOTHING, "Kennwort": answer(ADMIN)})
    panel = type_in(page)
    tab_to(page, panel.get_by_role("button", name="Kennwort"))
    page.keyboard.press("Enter")
    panel.get_by_role("link", name="Upgrade buchen").wait_for()
    assert page.get_by_role("searchbox").input_value() == "Kennwort"
    assert focused(page) == "search-query"


def test_escape_closes_the_list_once_and_leads_back_to_the_field(answering):
    page = answering("user/", {"*": EVERYTHING})
    panel = type_in(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert not panel.is_visible() and focused(page) == "search-query"
    assert page.get_by_role("searchbox").input_value() == "wort"
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert panel.is_visible()


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("user/", "search/?q=2+%25+%2B&view=user"),
        ("en/admin/", "en/search/?q=2+%25+%2B&view=admin"),
        ("privacy/", "search/?q=2+%25+%2B"),
        ("en/404.html", "en/search/?q=2+%25+%2B"),
    ],
)
@pytest.mark.parametrize("width", [1280, 390])
def test_enter_leads_to_the_results_page(answering, address, path, target, width):
    page = answering(path, {"*": EVERYTHING}, width=width)
    type_in(page, " 2 % + ")
    page.keyboard.press("Enter")
    page.wait_for_url(address + target)
    page.locator(".search__hits a").first.wait_for()
    assert page.get_by_role("searchbox").input_value() == "2 % +"
    assert page.locator(".search__hits a").count() == 4


def test_enter_leads_nowhere_while_the_field_is_empty(answering, address):
    page = answering("user/", {"*": EVERYTHING})
    page.get_by_role("searchbox").fill("  ")
    page.keyboard.press("Enter")
    assert page.url == f"{address}user/"


def test_enter_leads_on_even_before_the_search_is_loaded(open_page, address):
    page = open_page("user/")
    page.route("**/search/field.*", lambda route: None)  # which never comes
    page.get_by_role("searchbox").fill("Termin")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}search/?q=Termin&view=user")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", ["user/", "en/404.html", "search/"])
def test_control_and_k_lead_to_the_field_and_within_it_to_what_the_browser_does(open_page, path, width):
    page = open_page(path, width)
    page.evaluate("addEventListener('keydown', (event) => { document.body.dataset.kept = event.defaultPrevented })")
    kept = page.locator("body")
    page.keyboard.press("Meta+k")
    page.keyboard.press("Control+Shift+K")
    page.keyboard.press("k")
    assert kept.get_attribute("data-kept") == "false" and focused(page) != "search-query"
    page.keyboard.press("Control+k")
    assert kept.get_attribute("data-kept") == "true" and focused(page) == "search-query"
    page.keyboard.press("Control+k")
    assert kept.get_attribute("data-kept") == "false"
    if path == "user/" and width == 390:
        page.keyboard.press("Escape")
        assert not page.locator(".search").is_visible()


def test_on_a_mac_the_command_key_leads_to_the_field(chromium, open_page):
    context = chromium.new_context()
    context.add_init_script("Object.defineProperty(navigator, 'platform', { value: 'MacIntel' })")
    page = open_page("user/", context=context)
    page.keyboard.press("Control+k")
    assert focused(page) != "search-query"
    assert page.locator(".search__key").inner_text() == "⌘K"
    page.keyboard.press("Meta+k")
    assert focused(page) == "search-query"
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_field_names_its_keys_where_there_is_a_keyboard_until_somebody_is_in_it(open_page, language):
    page = open_page(f"{ROOT[language]}user/")
    key = page.locator(".search__key")
    assert key.inner_text() == WORDS[language]["key"]
    page.get_by_role("searchbox").focus()
    assert not key.is_visible()
    assert not open_page(f"{ROOT[language]}user/", has_touch=True, is_mobile=True).locator(".search__key").is_visible()


# ---- Late, or never ------------------------------------------------------------------------------------------------


def test_what_was_typed_before_the_search_was_loaded_is_asked(answering):
    page = answering("user/", {"abc": answer(USER)})
    held = []

    def hold(route):
        held.append(route)

    page.route("**/search/field.*", hold)
    with page.expect_request("**/search/field.*"):
        page.get_by_role("searchbox").press_sequentially("abc")
    held[0].continue_()
    page.locator(".search__hits a").first.wait_for()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_without_scripts_the_site_map_takes_the_place_of_the_field(open_page, address, language, width):
    page = open_page(f"{ROOT[language]}user/", width, java_script_enabled=False)
    link = page.get_by_role("banner").get_by_role("link", name=WORDS[language]["map"])
    assert not page.locator(".search").is_visible()
    assert layout_faults(page, ".header") == []
    link.click()
    page.wait_for_url(f"{address}{ROOT[language]}sitemap/")
    assert not open_page(f"{ROOT[language]}user/", width).locator(".map-link").is_visible()


# ---- Rules ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("given", [EVERYTHING, NOTHING], ids=["everything", "nothing"])
@pytest.mark.parametrize("path", ["user/", "en/404.html"])
def test_axe_finds_nothing_in_the_list(answering, path, given):
    page = answering(path, {"*": given}, reduced_motion="reduce")
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        type_in(page)
        assert axe_faults(page, "[role=search]") == [], width
        page.emulate_media(color_scheme="dark")
        assert axe_faults(page, "[role=search]", **COLOURS) == [], width
        page.emulate_media(color_scheme="light")


@pytest.mark.parametrize("width", [1280, 390, 320])
@pytest.mark.parametrize("style", ["", TEXT_TWICE, TEXT_SPACING], ids=["plain", "twice", "spaced"])
def test_the_list_stays_on_the_screen(answering, width, style):
    page = answering("en/admin/", {"*": EVERYTHING, "none": NOTHING}, width=width, reduced_motion="reduce")
    set_style(page, style)
    for text in ("wort", "none"):
        type_in(page, text)
        assert layout_faults(page, "[role=search]") == []
