"""Every page in every state that readers bring it into: axe finds nothing, and nothing is left undecided."""

import pytest
from audit.axe import LAYOUT, axe_faults, light_and_dark
from audit.pages import EVERY_ADDRESS, EVERY_SHAPE, SHAPE_ADDRESSES

WORD = {"de": "Client", "en": "client"}  # on pages of both views
SHAPES = [(language, path) for language, paths in SHAPE_ADDRESSES.items() for path in paths]


@pytest.mark.parametrize("path", EVERY_ADDRESS)
def test_axe_finds_nothing_light_and_dark_and_with_everything_opened(read_page, path):
    page = read_page(path, reduced_motion="reduce")
    page.locator("details").evaluate_all("all => all.forEach(details => { details.open = true })")
    assert light_and_dark(page) == [], "1280 pixels"
    page.set_viewport_size({"width": 320, "height": 900})
    # Narrow, an article differs only in its layout, and the frame is the same on all pages of a shape.
    assert (light_and_dark(page) if path in EVERY_SHAPE else axe_faults(page, **LAYOUT)) == [], "320 pixels"


@pytest.mark.parametrize(("language", "path"), SHAPES)
def test_axe_finds_nothing_in_menu_and_search(read_page, language, path):
    page = read_page(path, reduced_motion="reduce")
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert faults_in_menu_and_search(page, language) == [], width


def faults_in_menu_and_search(page, language):
    """Return what axe finds in what readers open: the menu, and the search with hits and without."""
    faults = []
    menu, search, query = page.locator(".menu-open"), page.locator(".search-open"), page.get_by_role("searchbox")
    if menu.is_visible():
        menu.click()
        faults += light_and_dark(page, "#menu", ".header__bar")
        menu.click()
    if search.is_visible():
        search.click()
    query.fill(WORD[language])
    page.locator(".search__results a").first.wait_for()
    faults += light_and_dark(page, "[role=search]")  # what the results lie upon was read before
    query.fill("xyzzy")
    page.locator(".search__help").wait_for()
    faults += light_and_dark(page, "[role=search]")
    query.fill("")
    return faults
