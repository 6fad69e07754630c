"""The site with no mouse, on a desktop and on the narrowest screen that counts: 320 pixels (WCAG 2.2, 1.4.10)."""

import pytest
from audit.focus import focus_faults, tab_to
from audit.pages import ADDRESSES, EVERY_SHAPE
from portal.languages import LANGUAGES

# WCAG 2.2, 2.5.8: 24 pixels; links within a sentence or list are excepted.
SMALL = """() => [...document.querySelectorAll("a, button, input, summary")]
    .filter((element) => element.checkVisibility({ visibilityProperty: true })
      && !element.closest(".skip, .prose li, .prose p"))
    .filter((element) => { const { width, height } = element.getBoundingClientRect();
      return width < 24 || height < 24; })
    .map((element) => element.outerHTML)"""
PAGES = ["", "en/user/", "admin/checklist/", "en/admin/book/", "sitemap/", "404.html"]


WIDTHS = pytest.mark.parametrize("width", [320, 1280])
JOURNEY = pytest.mark.parametrize("language", LANGUAGES)
ROOT = {"de": "", "en": "en/"}
OTHER = {"de": "en", "en": "de"}


@pytest.mark.parametrize(
    ("path", "width"),
    # At 1280 pixels the menu adds the same stops to all pages of a view.
    [
        *((path, 320) for path in dict.fromkeys([*ADDRESSES["de"], *EVERY_SHAPE])),
        *((path, 1280) for path in EVERY_SHAPE),
    ],
)
def test_every_stop_of_the_keyboard_is_seen(read_page, path, width):
    assert focus_faults(read_page(path, width, reduced_motion="reduce")) == []


@pytest.mark.parametrize("path", PAGES)
def test_every_stop_of_the_keyboard_is_seen_in_forced_colours(read_page, path):
    assert focus_faults(read_page(path, 320, reduced_motion="reduce", forced_colors="active")) == []


# ---- Journeys ------------------------------------------------------------------------------------------------------


@WIDTHS
@JOURNEY
def test_a_step_is_found_and_read_and_the_next_one_after_it(open_page, address, language, width):
    page = open_page(ROOT[language], width)
    tab_to(page, page.locator(".choice[data-view=admin] h2 a"))
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}{ROOT[language]}admin/")
    if width == 320:
        tab_to(page, page.locator(".menu-open"))
        page.keyboard.press("Enter")
    tab_to(page, page.locator("#menu a[href$='book/']"))
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}{ROOT[language]}admin/book/")
    tab_to(page, page.locator("a[rel=next]"))
    # The page follows the focus past the step. A function, since Playwright evaluates a text anew each time that it
    # looks, which the policy refuses.
    page.wait_for_function("() => scrollY > 0")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}{ROOT[language]}admin/after/")


@WIDTHS
@JOURNEY
def test_an_item_is_ticked_and_the_pdf_downloaded(open_page, language, width):
    page = open_page(f"{ROOT[language]}admin/checklist/", width)
    box = page.locator("li#date input")
    tab_to(page, box)
    page.keyboard.press("Space")
    assert box.is_checked()
    page.reload()  # the tick stays, and Tab begins at the top
    assert box.is_checked()
    tab_to(page, page.locator("article a[href$='checklist.pdf']"))
    with page.expect_response("**/checklist.pdf") as pdf:
        page.keyboard.press("Enter")
    assert pdf.value.ok and pdf.value.headers["content-type"] == "application/pdf"


@WIDTHS
@JOURNEY
def test_view_and_language_are_switched(open_page, address, language, width):
    page = open_page(f"{ROOT[language]}admin/versions/", width)
    tab_to(page, page.locator("header a[data-view=user]"))
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}{ROOT[language]}user/notice/")
    tab_to(page, page.locator("header a[hreflang]"))
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}{ROOT[OTHER[language]]}user/notice/")


@WIDTHS
@JOURNEY
def test_a_page_is_searched_and_opened(open_page, address, language, width):
    page = open_page(f"{ROOT[language]}user/", width)
    if width == 320:
        tab_to(page, page.locator(".search-open"))
        page.keyboard.press("Enter")
    else:
        tab_to(page, page.get_by_role("searchbox"))
    page.keyboard.type("WebView2")
    page.locator(".search__results a").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.startswith(f"{address}{ROOT[language]}") and not url.endswith("/user/"))
    assert "WebView2" in page.locator("article").inner_text()


# ---- Targets and single controls -----------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_what_can_be_touched_is_large_enough(read_page, path, width):
    assert read_page(path, width).evaluate(SMALL) == []


def test_escape_closes_the_menu_and_gives_the_focus_back(open_page):
    page = open_page("admin/", 320)
    button = page.get_by_role("button", name="Menü")
    button.focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Kurzanleitung").first.focus()
    assert button.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert not page.locator("#menu").is_visible()
    assert button.get_attribute("aria-expanded") == "false"
    assert page.locator(".menu-open:focus").count() == 1


@pytest.mark.parametrize(("last", "first"), [("menu", "search"), ("search", "menu")])
def test_escape_closes_only_what_was_opened_last(open_page, last, first):
    page = open_page("admin/", 320)
    for name in (first, last):
        page.locator(f".{name}-open").click()
    assert page.locator("#menu").is_visible() and page.locator("#search").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator(f"#{last}").is_visible() and page.locator(f"#{first}").is_visible()
    assert page.locator(f".{last}-open:focus").count() == 1
    page.keyboard.press("Escape")
    assert not page.locator(f"#{first}").is_visible()
    assert page.locator(f".{first}-open:focus").count() == 1


def test_escape_closes_what_has_the_focus_rather_than_what_was_opened_last(open_page):
    page = open_page("admin/", 320)
    for name in ("search", "menu"):
        page.locator(f".{name}-open").click()
    page.get_by_role("searchbox").focus()
    page.keyboard.press("Escape")
    assert page.locator("#menu").is_visible() and not page.locator("#search").is_visible()
    assert page.locator(".search-open:focus").count() == 1


def test_results_are_stops_that_are_counted_and_escape_leads_back_step_by_step(open_page):
    page = open_page("admin/", 320)
    button = page.get_by_role("button", name="Suchen")
    button.focus()
    page.keyboard.press("Enter")
    page.keyboard.insert_text("Termin")  # at once: one question, so one answer
    results = page.locator(".search__results a")
    results.first.wait_for()
    count, _, word = page.locator(".search [role=status]").inner_text().partition(" ")
    assert int(count) >= results.count() and word == "Treffer"
    for index in range(2):
        page.keyboard.press("Tab")
        assert results.nth(index).evaluate("link => link === document.activeElement")
    page.keyboard.press("Escape")
    assert page.locator(".search__query:focus").count() == 1 and not results.first.is_visible()
    page.keyboard.press("Escape")
    assert page.locator(".search-open:focus").count() == 1 and not page.locator(".search").is_visible()


def test_no_single_key_does_anything(open_page):  # WCAG 2.2, 2.1.4
    page = open_page("admin/checklist/")
    page.locator(".checklist-tools[data-ready]").wait_for()
    before = page.evaluate("[document.body.outerHTML, location.href]")
    page.keyboard.type("abcdefghijklmnopqrstuvwxyz0123456789/?.,-+#")
    assert page.evaluate("[document.body.outerHTML, location.href]") == before
