"""The site by keyboard, on the narrowest screen that counts: 320 pixels (WCAG 2.2, 1.4.10)."""

import pytest

STOP = """() => {
    const element = document.activeElement;
    const { left, right, width, height } = element.getBoundingClientRect();
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const ring = element.matches(".choice a") ? getComputedStyle(element, "::after").outlineStyle : outlineStyle;
    return { name: element.ariaLabel || element.textContent.trim() || element.id, body: element === document.body, ring,
        seen: element.checkVisibility({ visibilityProperty: true }) && left >= 0 && right <= innerWidth && width * height > 1 };
}"""
# WCAG 2.2, 2.5.8: 24 pixels; links within a sentence or list are excepted.
SMALL = """() => [...document.querySelectorAll("a, button, input, summary")]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest(".skip, .prose li, .prose p"))
    .filter((element) => { const { width, height } = element.getBoundingClientRect(); return width < 24 || height < 24; })
    .map((element) => element.outerHTML)"""
PAGES = ["", "en/user/", "admin/checklist/", "en/admin/step-3/", "sitemap/", "404.html"]


@pytest.mark.parametrize("colours", ["none", "active"])
@pytest.mark.parametrize("path", PAGES)
def test_every_stop_of_the_keyboard_is_seen(open_page, path, colours):
    page = open_page(path, 320, forced_colors=colours)
    stops = []
    for _ in range(100):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(STOP))
        if stops[-1]["body"]:
            break
    assert stops.pop()["body"], "the keyboard does not come out of the page"
    assert len(stops) > 8
    assert [stop["name"] for stop in stops if stop["ring"] == "none" or not stop["seen"]] == []


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_what_can_be_touched_is_large_enough(open_page, path, width):
    assert open_page(path, width).evaluate(SMALL) == []


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


def test_results_are_stops_that_are_counted_and_escape_leads_back_step_by_step(open_page):
    page = open_page("admin/", 320)
    button = page.get_by_role("button", name="Suchen")
    button.focus()
    page.keyboard.press("Enter")
    page.keyboard.type("Termin")
    results = page.locator(".search__results a")
    results.first.wait_for()
    assert page.locator(".search [role=status]").inner_text() == f"{results.count()} Treffer"
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
