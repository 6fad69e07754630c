"""What pages show stays true: in other tabs, after Back, and where an expected element is missing."""

import re

import pytest

BACK = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"  # what browsers send after Back
# A page in the history hears nothing of other tabs.
SILENT = "addEventListener('storage', (event) => event.stopImmediatePropagation())"
THEME = "document.documentElement.dataset.theme"
FIRST = ".choices > .choice:first-child"
FOLLOW = pytest.mark.parametrize("silent", [False, True], ids=["in another tab", "after Back"])


def come_back(page, silent):
    """Let a page come back from the history, where other tabs could not tell it anything."""
    if silent:
        page.evaluate(BACK)


@pytest.fixture
def first_page(open_page):
    """Return a function that opens a page which hears other tabs, or, as one in the history, does not."""

    def open_it(path, silent):
        page = open_page(path)
        if silent:
            page.add_init_script(SILENT)
            page.reload()
        return page

    return open_it


@FOLLOW
def test_the_theme_follows_what_was_chosen_elsewhere(first_page, open_page, silent):
    page = first_page("user/", silent)
    other = open_page("admin/", context=page.context)
    for theme, name in (("light", "hell"), ("dark", "dunkel")):
        other.locator(".theme").click()
        come_back(page, silent)
        page.wait_for_function(f"() => {THEME} === '{theme}'")
        assert page.get_by_role("button", name="Darstellung", exact=True).get_attribute("title") == name


@FOLLOW
def test_the_start_page_follows_the_view_that_was_read_elsewhere(first_page, open_page, silent):
    page = first_page("", silent)
    for view in ("admin", "user"):
        open_page(f"{view}/", context=page.context)
        come_back(page, silent)
        page.locator(f"{FIRST}[data-view={view}] .choice__last").wait_for()
        assert page.get_by_text("Zuletzt gelesen").count() == 1
    page.evaluate("localStorage.clear()")
    page.evaluate(BACK)
    assert page.get_by_text("Zuletzt gelesen").count() == 0


def test_a_choice_that_moves_keeps_the_focus(open_page):
    page = open_page("")
    page.locator("[data-view=admin] h2 a").focus()
    open_page("admin/", context=page.context)
    page.locator(f"{FIRST}[data-view=admin] h2 a:focus").wait_for()


def test_a_page_of_a_view_that_comes_back_is_the_one_read_last(open_page):
    page = open_page("admin/")
    open_page("user/", context=page.context)
    page.evaluate(BACK)
    assert page.evaluate("localStorage.view") == "admin"


def test_where_storage_is_blocked_the_theme_chosen_here_outlives_back(open_page, chromium):
    context = chromium.new_context()
    context.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('blocked') }})")
    page = open_page("user/", context=context)
    page.locator(".theme").click()
    page.evaluate(BACK)
    assert page.evaluate(THEME) == "light"
    context.close()


def test_the_menu_is_closed_after_back(open_page):
    page = open_page("user/", 390)
    page.get_by_role("button", name="Menü").click()
    page.evaluate(BACK)
    assert not page.locator("#menu").is_visible()
    assert page.get_by_role("button", name="Menü").get_attribute("aria-expanded") == "false"


# ---- Live regions --------------------------------------------------------------------------------------------------

SAYS = "region => region.textContent"


def test_the_same_message_of_the_checklist_is_said_again(open_page):
    page = open_page("admin/checklist/")
    page.context.grant_permissions(["clipboard-write"])
    page.locator("li#date input").check()
    page.locator(".checklist-copy").click()
    page.get_by_text("Link kopiert").wait_for()
    said = page.locator(".checklist-said").evaluate(SAYS)
    page.locator(".checklist-copy").click()
    page.wait_for_function("said => document.querySelector('.checklist-said').textContent !== said", arg=said)
    assert page.get_by_text("Link kopiert", exact=True).is_visible()


def test_the_same_number_of_hits_is_said_again(open_page):
    page = open_page("user/")
    query, status = page.get_by_role("searchbox"), page.locator(".search__status")
    query.fill("xyzzy")
    page.get_by_text("Keine Treffer").wait_for()
    said = status.evaluate(SAYS)
    query.fill("qwxyz")
    page.wait_for_function("said => document.querySelector('.search__status').textContent !== said", arg=said)
    assert status.inner_text().strip() == "Keine Treffer"


# ---- Names, sizes --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["user/", "en/admin/checklist/"])
def test_no_control_says_its_name_twice(open_page, path):
    page = open_page(path)
    named = page.locator("[title][aria-label]").evaluate_all("all => all.map(one => [one.title, one.ariaLabel])")
    assert named and [title for title, name in named if name.lower() in title.lower()] == []


@pytest.mark.parametrize("path", ["user/", "admin/checklist/"])
def test_no_field_is_small_enough_for_phones_to_zoom(open_page, path):
    page = open_page(path, 390)
    sizes = page.locator("input").evaluate_all("all => all.map(one => parseFloat(getComputedStyle(one).fontSize))")
    assert sizes and min(sizes) >= 16  # pixels: iOS zooms into smaller ones


# ---- Missing elements ----------------------------------------------------------------------------------------------

WIDE = "<code>" + "x" * 300 + "</code>"


@pytest.mark.parametrize(
    ("path", "pattern", "instead"),
    [
        ("user/", r'<a class="tool tool--language".*?</a>', ""),  # a site of one language
        ("user/", r'<button class="tool theme".*?</button>', ""),
        ("", r"<h2 id=\"admin\">(.*?)</h2>", r"<p>\1</p>"),
        ("user/", r"<article[^>]*>", r'\g<0><button aria-controls="nothing">x</button>'),
        ("admin/checklist/", r'<span [^>]*class="checklist__box"[^>]*></span>', ""),
        ("admin/versions/", r"(<article[^>]*>)", r'\1<div class="table"></div>'),
        ("admin/versions/", r"(<article[^>]*>)", rf'\1<div class="table"><table><tr><td>{WIDE}</table></div>'),
    ],
    ids=["language", "theme", "heading", "button", "box", "empty table", "wide table first"],
)
def test_scripts_bear_a_missing_element(open_page, path, pattern, instead):
    """``open_page`` fails where a script throws."""
    page = open_page("admin/")

    def answer(route):
        response = route.fetch()
        text, count = re.subn(pattern, instead, response.text(), count=1, flags=re.DOTALL)
        assert count
        route.fulfill(response=response, body=text)

    page.context.route(f"**/{path}", answer)
    page = open_page(path, context=page.context)
    page.wait_for_load_state("networkidle")
    assert page.locator("html.js").count() == 1
    if WIDE in instead:
        assert page.locator(".table").first.get_attribute("aria-label") == page.title()
