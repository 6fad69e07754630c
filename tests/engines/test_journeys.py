"""What readers do on every page: they change view, language and theme, use menu, search and contents, and get lost."""

from selenium.webdriver.common.keys import Keys

ADMIN = {"de": "Zur Administrator-Ansicht", "en": "Go to the administrator view"}
USER = {"de": "Zur Anwender-Ansicht", "en": "Go to the user view"}
OTHER_LANGUAGE = {"de": "English", "en": "Deutsch"}
OTHER = {"de": "en", "en": "de"}
THEME = {"de": "Darstellung", "en": "Appearance"}
MENU = {"de": "Menü", "en": "Menu"}
DURATION = {"de": "Dauer", "en": "Duration"}
SEARCH = {"de": "Suchen", "en": "Search"}
HIT = ".search__results .search__hits li:first-child a"
RESULTS = {"de": "Suche", "en": "Search"}
DESK_PHONE = {"de": "Tischtelefon", "en": "desk phones"}
CONTENTS = {"de": "Auf dieser Seite", "en": "On this page"}
MISSING = {"de": "Diese Seite gibt es nicht", "en": "This page does not exist"}
ADMIN_VIEW = {"de": "Administrator-Ansicht", "en": "Administrator view"}
BACKGROUND = "getComputedStyle(document.body).backgroundColor"


def test_the_view_switch_leads_to_the_same_topic_and_back(reader):
    reader.open("user/notice/")
    reader.press(ADMIN)
    reader.arrive("admin/versions/")
    reader.press(USER)
    reader.arrive("user/notice/")


def test_the_start_page_offers_the_view_that_was_read_last_first(reader):
    reader.open("admin/")
    reader.open("")
    assert reader.all(".choice")[0].get_attribute("data-view") == "admin"
    reader.see(".choice[data-view=admin] .choice__last")


def test_the_way_back_to_the_start_page_shows_the_view_that_was_read(reader):
    reader.open("")
    reader.click(reader.see(".choice[data-view=admin] h2 a"))
    reader.arrive("admin/")
    reader.back("")
    reader.see(".choice[data-view=admin] .choice__last")


def test_the_language_link_keeps_page_and_place(reader):
    reader.open("admin/book/#step-1")
    reader.see_in_view("#step-1")
    reader.press(OTHER_LANGUAGE)
    reader.language = OTHER[reader.language]
    reader.arrive("admin/book/#step-1")
    reader.see_in_view("#step-1")
    assert reader.ask("document.documentElement.lang") == reader.language


def test_a_chosen_theme_holds_on_every_page(reader):
    reader.open("")
    light = reader.ask(BACKGROUND)
    reader.press(THEME)  # light, as the system is
    reader.press(THEME)
    reader.wait(lambda: reader.ask(BACKGROUND) != light, "a dark page")
    dark = reader.ask(BACKGROUND)
    reader.open("admin/")
    assert reader.ask(BACKGROUND) == dark
    reader.press(THEME)
    reader.wait(lambda: reader.ask(BACKGROUND) == light, "the theme of the system")


def test_a_theme_that_was_chosen_on_the_next_page_holds_on_the_way_back(reader):
    reader.open("user/notice/")
    light = reader.ask(BACKGROUND)
    reader.press(ADMIN)
    reader.arrive("admin/versions/")
    reader.press(THEME)  # light, as the system is
    reader.press(THEME)
    reader.wait(lambda: reader.ask(BACKGROUND) != light, "a dark page")
    reader.back("user/notice/")
    reader.wait(lambda: reader.ask(BACKGROUND) != light, "a dark page on the way back")


def test_the_menu_leads_to_another_page_of_the_view(reader):
    reader.open("admin/")
    if reader.on_phone:
        reader.see_none("#menu")
        reader.press(MENU)
        reader.see("#menu")
        reader.type(Keys.ESCAPE)
        reader.see_none("#menu")
        reader.see_focus_on(".menu-open")
        reader.press(MENU)
    reader.click(reader.see("#menu a", DURATION))
    reader.arrive("admin/duration/")


def test_the_search_leads_to_a_page_by_keyboard(reader):
    reader.open("user/")
    if reader.on_phone:
        reader.press(SEARCH)
    else:
        reader.click(reader.see(".search__query"))
    reader.see_focus_on(".search__query")
    reader.type(reader.word(DESK_PHONE))
    first = reader.see(HIT).get_attribute("href")
    assert first.startswith(f"{reader.address}en/") == (reader.language == "en")
    reader.type(Keys.ARROW_DOWN)
    reader.see_focus_on(HIT)
    reader.type(Keys.ESCAPE)
    reader.see_none(".search__panel")
    reader.see_focus_on(".search__query")
    reader.type(Keys.BACKSPACE)
    reader.see(HIT)
    reader.type(Keys.ARROW_DOWN, Keys.ENTER)
    reader.arrive(first.removeprefix(reader.address).removeprefix("en/"))


def test_enter_leads_to_all_results_and_back_from_one_to_them(reader):
    reader.open("admin/")
    reader.ask("document.documentElement.focus()")
    reader.type_with(Keys.CONTROL, "k")
    reader.see_focus_on(".search__query")
    reader.type("WebView2", Keys.ENTER)
    results = "search/?q=WebView2&view=admin"
    reader.arrive(results)
    reader.see("h1", RESULTS)
    reader.see("h2.search__group")
    target = reader.see(HIT)
    first = target.get_attribute("href")
    reader.click(target)
    reader.arrive(first.removeprefix(reader.address).removeprefix("en/"))
    reader.back(results)
    reader.see(HIT)
    reader.click(reader.see(".search__query"))
    reader.type(Keys.END, Keys.BACKSPACE)
    reader.arrive("search/?q=WebView&view=admin")
    assert "WebView“" in reader.driver.title.replace("”", "“")


def test_the_contents_lead_to_a_section(reader):
    reader.open("admin/book/")
    if reader.on_phone:
        reader.see_none(".toc nav a")
        reader.press(CONTENTS)
    target = reader.all(".toc nav a")[-1]
    section = target.get_attribute("href").partition("#")[2]
    reader.click(target)
    reader.arrive(f"admin/book/#{section}")
    reader.see_in_view(f"[id='{section}']")


def test_a_missing_page_leads_on(reader):
    reader.open("admin/no-such-page/")
    reader.see("h1", MISSING)
    reader.press(ADMIN_VIEW)
    reader.arrive("admin/")


def test_the_first_stop_of_the_keyboard_leads_past_the_header(reader):
    reader.open("user/")
    reader.type(Keys.TAB)
    reader.see_focus_on(".skip")
    reader.type(Keys.ENTER)
    reader.see_focus_on("#content")
    reader.type(Keys.TAB)
    assert reader.ask("document.querySelector('#content').contains(document.activeElement)")
