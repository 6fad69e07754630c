"""Every page in every state that readers bring it into: axe finds nothing, and nothing is left undecided."""

import pytest
from audit.axe import axe_faults
from audit.controls import blank_controls, dead_controls
from audit.pages import ADDRESSES, EVERY_ADDRESS

WORD = {"de": "Client", "en": "client"}  # on pages of both views
PAGES = [(language, path) for language, paths in ADDRESSES.items() for path in paths]
SIZES = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 320, "height": 640}}
CHECKLIST = ["admin/checklist/", "en/admin/checklist/"]


def open_search(page, language):
    """Type a word and wait for its results."""
    opener = page.locator(".search-open")
    if opener.is_visible():
        opener.click()
    page.get_by_role("searchbox").fill(WORD[language])
    page.locator(".search__results a").first.wait_for()


def close_search(page):
    """Leave the search as it was; Escape closes first the results, then on small screens the field."""
    page.get_by_role("searchbox").fill("")
    page.keyboard.press("Escape")
    page.locator("h1").first.click(position={"x": 1, "y": 1})


def faults_with_everything_opened(page, language):
    """Return what axe finds in what readers open: contents, menu and search."""
    faults = []
    details = page.locator("details")
    if details.count():
        details.evaluate_all("all => all.forEach(details => { details.open = true })")
        faults += axe_faults(page, "details")
    menu = page.locator(".menu-open")
    if menu.count() and menu.is_visible():
        menu.click()
        faults += axe_faults(page, "#menu") + axe_faults(page, "header")
        menu.click()
    open_search(page, language)
    faults += axe_faults(page, "header")
    close_search(page)
    return faults


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("language", "path"), PAGES)
def test_axe_finds_nothing_light_and_dark_and_with_everything_opened(open_page, language, path, size):
    page = open_page(path, reduced_motion="reduce", color_scheme="light")
    page.set_viewport_size(SIZES[size])
    page.reload()  # scripts look at the width when they start
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert axe_faults(page) + faults_with_everything_opened(page, language) == [], scheme


# ---- Forced colours ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", ["", "user/", "admin/duration/", *CHECKLIST])
def test_every_control_is_seen_in_forced_colours(open_page, path, size):
    page = open_page(path, SIZES[size]["width"], forced_colors="active")
    assert blank_controls(page) == []


def test_the_current_page_is_marked_in_forced_colours(open_page):
    page = open_page("user/versions/", forced_colors="active")
    borders = "links => links.map(link => getComputedStyle(link).borderLeftColor)"
    [current] = page.locator("#menu a[aria-current]").evaluate_all(borders)
    assert current not in page.locator("#menu a:not([aria-current])").evaluate_all(borders)


def test_a_tick_is_seen_in_forced_colours(open_page):
    page = open_page(CHECKLIST[0], forced_colors="active")
    box = page.get_by_role("checkbox").first
    empty = box.screenshot()
    box.check()
    page.get_by_role("checkbox").nth(1).focus()
    assert box.screenshot() != empty


# ---- No JavaScript -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", EVERY_ADDRESS)
def test_without_javascript_nothing_dead_is_shown_and_all_pages_are_reached(open_page, path, size):
    page = open_page(path, SIZES[size]["width"], java_script_enabled=False)
    assert dead_controls(page) == []
    assert page.locator("article").is_visible()
    if page.locator("#menu").count():
        assert page.locator("#menu a").evaluate_all("links => links.every(link => link.checkVisibility())")
