"""Collapsible notes and tabs."""

import shutil

import pytest
from audit.axe import COLOURS, axe_faults
from audit.controls import dead_controls
from audit.focus import focus_faults
from audit.layout import TEXT_SPACING, TEXT_TWICE, layout_faults, set_style
from audit.markup import html_validate_faults, nu_faults
from audit.printed import print_faults

PAGES = ["user/elements/", "en/user/elements/"]
WINDOWS, MAC, BROWSER = "Windows", "macOS", "Im Browser"


def shown(page):
    """Return the names of the tabs that are chosen."""
    return page.locator("[role=tab][aria-selected=true]").all_inner_texts()


def tab(page, name):
    return page.get_by_role("tab", name=name, exact=True).first


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_light_and_dark_open_and_closed(sample, width):
    page = sample(width=width, reduced_motion="reduce")
    faults = axe_faults(page)
    page.locator("details").evaluate_all("all => all.forEach(details => { details.open = true })")
    faults += axe_faults(page)
    page.emulate_media(color_scheme="dark")
    assert faults + axe_faults(page, **COLOURS) == []


def test_checkers_of_html_find_nothing(sample_site, tmp_path):
    for path in PAGES:
        (tmp_path / path).mkdir(parents=True)
        shutil.copy(sample_site / path / "index.html", tmp_path / path)
    assert nu_faults(tmp_path) + html_validate_faults(tmp_path) == []


@pytest.mark.parametrize("style", ["", TEXT_SPACING, TEXT_TWICE])
def test_nothing_is_cut_and_nothing_scrolls_sideways(sample, style):
    page = sample(width=320)
    set_style(page, style)
    for name in (WINDOWS, MAC, BROWSER):
        tab(page, name).click()
        page.locator("details").evaluate_all("all => all.forEach(details => { details.open = true })")
        assert layout_faults(page) == [], name


def test_without_scripts_all_panels_stand_below_their_headings(sample):
    page = sample(java_script_enabled=False)
    assert dead_controls(page) == []
    names = page.locator(".tabs h3").filter(visible=True).all_inner_texts()
    assert names == [WINDOWS, MAC, BROWSER, MAC, WINDOWS]
    assert page.get_by_text("Das zweite Windows.").is_visible()
    page.locator("summary", has_text="Mehr zum Anmelden").click()
    assert page.locator("#inside").is_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_everything_is_on_paper(sample, scripts):
    page = sample(java_script_enabled=scripts)
    assert print_faults(page) == []
    page.emulate_media(media="print")
    for hidden in ("Murmeltier", "Öffnen Sie den Finder", "Das zweite Windows", "Löschen Sie den Verlauf"):
        assert page.get_by_text(hidden).evaluate("one => one.getBoundingClientRect().height > 5"), hidden
        assert page.get_by_text(hidden).evaluate("one => one.checkVisibility({contentVisibilityAuto: true})"), hidden
    assert page.locator(".tabs h3").nth(1).bounding_box()["height"] > 5
    assert page.locator("[role=tablist]").filter(visible=True).count() == 0


def test_tabs_work_by_keyboard(sample):
    page = sample()
    assert shown(page) == [WINDOWS, MAC]
    tab(page, WINDOWS).focus()
    for key, name in [
        ("ArrowRight", MAC),
        ("End", BROWSER),
        ("ArrowRight", WINDOWS),
        ("ArrowLeft", BROWSER),
        ("Home", WINDOWS),
    ]:
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.textContent") == shown(page)[0] == name
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.role") == "tabpanel"
    panel = page.get_by_role("tabpanel", name=WINDOWS).first
    assert panel.evaluate("one => one === document.activeElement")
    assert page.get_by_role("tablist").first.get_attribute("aria-label") == "Reiter"


def test_a_choice_is_shared_by_tabs_of_its_name_and_kept(sample):
    page = sample()
    tab(page, MAC).click()
    assert shown(page) == [MAC, MAC]
    tab(page, BROWSER).click()  # the other tabs have no such name
    assert shown(page) == [BROWSER, MAC]
    page.reload()
    assert shown(page) == [BROWSER, MAC]
    assert page.evaluate("localStorage.tabs") == '["Im Browser","macOS"]'


def test_a_choice_moves_nothing_under_the_pointer(sample):
    page = sample()
    below = page.get_by_role("tab", name=MAC, exact=True).nth(1)
    below.scroll_into_view_if_needed()
    before = below.bounding_box()["y"]
    below.click()
    assert abs(below.bounding_box()["y"] - before) < 2


@pytest.mark.parametrize("stored", ["{", '{"a": 1}', "[1, null]", '["Unbekannt"]'])
def test_what_is_stored_wrong_leaves_the_first_tab(sample, stored):
    page = sample()
    page.evaluate("stored => localStorage.setItem('tabs', stored)", stored)
    page.reload()
    assert shown(page) == [WINDOWS, MAC]


def test_tabs_work_where_storage_is_blocked(sample):
    page = sample()
    page.context.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error() } })")
    page.reload()
    tab(page, MAC).click()
    assert shown(page) == [MAC, MAC]


@pytest.mark.parametrize("fragment", ["browser", "deep"])
def test_a_link_into_a_tab_opens_it(sample, fragment):
    page = sample(f"#{fragment}", reduced_motion="reduce")
    assert shown(page)[0] == BROWSER
    box = page.locator(f"#{fragment}").bounding_box()
    assert 0 <= box["y"] < 900
    assert page.locator("#deep").is_visible() is (fragment == "deep")
    assert page.evaluate("localStorage.tabs") is None  # nobody has chosen it


def test_a_link_on_the_page_opens_a_tab(sample):
    page = sample(reduced_motion="reduce")
    page.get_by_role("link", name="zum Reiter").click()
    page.get_by_role("tabpanel", name=BROWSER).wait_for()
    assert page.locator("[role=tablist]").first.evaluate("one => one.getBoundingClientRect().top >= 0")


@pytest.mark.parametrize("fragment", ["inside", "titled"])
def test_a_link_to_a_collapsible_note_opens_it(sample, fragment):
    page = sample()
    assert not page.locator("#inside").is_visible()
    page.evaluate("id => { location.hash = id }", fragment)
    page.locator("details[open]", has=page.locator(f"#{fragment}")).wait_for()
    page.goto("about:blank")
    page = sample(f"#{fragment}")
    assert page.locator("details[open]", has=page.locator(f"#{fragment}")).count() == 1


def test_a_hit_of_the_search_opens_its_tab(sample):
    page = sample()
    page.get_by_role("searchbox").fill("Verlauf")
    hit = page.locator(".search__results a").first
    hit.wait_for()
    assert hit.get_attribute("href").endswith("#browser")
    hit.click()
    page.get_by_role("tabpanel", name=BROWSER).wait_for()
    assert shown(page)[0] == BROWSER


def test_every_stop_of_the_keyboard_is_seen(sample):
    assert focus_faults(sample(reduced_motion="reduce")) == []


def test_only_pages_that_have_an_element_load_its_script(sample_site):
    def scripts(path):
        html = (sample_site / path / "index.html").read_text("utf-8")
        return [name for name in ("tabs", "details") if f"javascripts/{name}." in html]

    assert scripts(PAGES[0]) == ["tabs", "details"]
    assert scripts("admin") == scripts("en/admin") == ["tabs"]
    assert scripts("user") == scripts("admin/checklist") == scripts("") == []
