"""The site in Debian's Chromium, on desktop and phone, as readers use it."""

import pytest
from audit.focus import tab_to

WIDTHS = pytest.mark.parametrize("width", [1280, 390], ids=["desktop", "phone"])
SWITCH = {"de": "Zur Administrator-Ansicht", "en": "Go to the administrator view"}


@WIDTHS
@pytest.mark.parametrize(("language", "root"), [("de", ""), ("en", "en/")])
def test_the_switch_is_seen_and_leads_to_the_same_topic_and_back(open_page, address, width, language, root):
    page = open_page(f"{root}user/notice/", width)
    link = page.get_by_role("link", name=SWITCH[language])
    assert link.is_visible()
    link.click()
    page.wait_for_url(f"{address}{root}admin/versions/")
    page.locator("header a[data-view=user]").click()
    page.wait_for_url(f"{address}{root}user/notice/")


@pytest.mark.parametrize("query", ["", "?mode=administrator"])
def test_the_switch_leads_back_where_a_topic_has_no_twin(open_page, address, query):
    page = open_page(f"admin/checklist/{query}#date")
    page.locator("header a[data-view=user]").click()
    page.wait_for_url(f"{address}user/")
    page.locator("header a[data-view=admin]").click()
    page.wait_for_url(f"{address}admin/checklist/")
    page = open_page("admin/checklist/")
    page.locator("header a[hreflang]").click()
    page.wait_for_url(f"{address}en/admin/checklist/")
    assert page.locator("header a[data-view=user]").get_attribute("href") == "../../user/"


@WIDTHS
def test_the_switch_works_without_javascript_and_by_keyboard(open_page, address, width):
    page = open_page("user/after/", width, java_script_enabled=False)
    tab_to(page, page.locator("header a[data-view=admin]"))
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}admin/after/")


@pytest.mark.parametrize(
    ("path", "lands"),
    [
        ("?mode=user", "user/"),
        ("?mode=administrator", "admin/"),
        ("en/?mode=administrator", "en/admin/"),
        ("user/notice/?mode=administrator", "admin/versions/"),
        ("admin/duration/?mode=user", "user/"),
        ("admin/duration/?mode=administrator", "admin/duration/?mode=administrator"),
        ("?mode=else", "?mode=else"),
    ],
)
def test_old_links_with_a_mode_lead_to_that_view(open_page, address, path, lands):
    page = open_page(path)
    page.wait_for_url(f"{address}{lands}")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("root", ["", "en/"])
def test_the_old_address_of_a_booking_step_leads_to_its_section(open_page, address, root, scripts):
    page = open_page(f"{root}admin/step-2/#when", java_script_enabled=scripts, reduced_motion="reduce")
    page.wait_for_url(f"{address}{root}admin/book/#step-2")
    assert page.locator("#step-2").evaluate("heading => heading.getBoundingClientRect().top < innerHeight")


def test_the_start_page_offers_the_view_that_was_read_last_first(open_page):
    page = open_page("")
    choices = page.locator(".choices > .choice")
    assert choices.first.get_attribute("data-view") == "user"
    assert page.get_by_text("Zuletzt gelesen").count() == 0
    page = open_page("admin/", context=page.context)
    page = open_page("", context=page.context)
    assert page.locator(".choices > .choice").first.get_attribute("data-view") == "admin"
    assert page.get_by_text("Zuletzt gelesen").is_visible()


def test_the_start_page_works_where_storage_is_blocked(open_page, chromium):
    context = chromium.new_context()
    context.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('blocked') }})")
    page = open_page("admin/", context=context)
    page = open_page("", context=context)
    assert page.locator(".choices > .choice").count() == 2
    context.close()


@WIDTHS
def test_the_language_link_keeps_the_page(open_page, address, width):
    page = open_page("admin/webview2/", width)
    page.get_by_role("link", name="English").click()
    page.wait_for_url(f"{address}en/admin/webview2/")


@WIDTHS
def test_the_menu_leads_to_every_page_of_the_view(open_page, address, width):
    page = open_page("admin/", width)
    if width < 1000:
        page.get_by_role("button", name="Menü").click()
    page.get_by_role("link", name="Upgrade-Dauer").or_(page.get_by_role("link", name="Dauer")).first.click()
    page.wait_for_url(f"{address}admin/duration/")


@pytest.mark.parametrize(("root", "word"), [("", "Tischtelefon"), ("en/", "desk phones")])
def test_the_search_finds_pages_of_its_own_language_only(open_page, address, root, word):
    page = open_page(f"{root}user/")
    page.get_by_role("searchbox").fill(word)
    results = page.locator(".search__results a")
    results.first.wait_for()
    urls = results.evaluate_all("links => links.map(link => link.href)")
    assert urls and all(url.startswith(f"{address}en/") == bool(root) for url in urls)


@pytest.mark.parametrize("width", [320, 1280])
def test_a_hit_names_its_view_on_a_line_of_its_own(open_page, width):
    page = open_page("admin/", width)
    if width == 320:
        page.get_by_role("button", name="Suchen").click()
    page.get_by_role("searchbox").fill("Termin")
    page.locator(".search__results a").first.wait_for()
    hits = page.locator(".search__results li:has(.search__path)").all()
    assert hits
    for hit in hits:
        title, view = hit.locator("a").bounding_box(), hit.locator(".search__path").bounding_box()
        assert view["x"] == title["x"] and view["y"] >= title["y"] + title["height"] - 1
        assert view["height"] < 30  # one line


def test_the_search_index_is_fetched_when_the_search_is_used_and_not_before(open_page):
    page = open_page("user/")
    page.wait_for_load_state("networkidle")
    loaded = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    assert len(loaded) > 3 and not [url for url in loaded if "/search/" in url]
    with page.expect_response("**/search/*.json"):
        page.get_by_role("searchbox").focus()


def test_the_theme_follows_the_system_and_can_be_chosen(open_page):
    page = open_page("", color_scheme="dark")
    background = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(background)
    page.get_by_role("button", name="Darstellung").click()
    light = page.evaluate(background)
    assert light != dark
    page.reload()
    assert page.evaluate(background) == light
