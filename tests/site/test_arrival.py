"""Scripts that come late or never: nothing dead is shown, and what is missing is said and tried again."""

from contextlib import contextmanager

import pytest
from audit.axe import axe_faults
from audit.controls import dead_controls

FAILED = {"de": "Die Suche ist nicht erreichbar.", "en": "The search cannot be reached."}
WIDTHS = pytest.mark.parametrize("width", [320, 1280])
MISSING = pytest.mark.parametrize(
    "missing", ["search/field.*", "search/hits.*", "announce.*", "search/engine.*", "search/*.json"]
)


@pytest.fixture
def without(chromium, address):
    """Return a function that opens a page to which no file of this name comes; what then fails is meant to."""

    @contextmanager
    def open_it(missing, path, width, **options):
        context = chromium.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce", **options)
        context.route(f"**/{missing}*", lambda route: route.abort())
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.goto(address + path)
        yield page
        context.close()

    return open_it


def search(page, word):
    """Type a word as readers do, wherever the field is."""
    button = page.locator(".search-open[aria-expanded=false]").filter(visible=True)
    if button.count():
        button.click()
    page.get_by_role("searchbox").fill("")
    page.get_by_role("searchbox").press_sequentially(word)


# ---- The frame -----------------------------------------------------------------------------------------------------


@WIDTHS
@pytest.mark.parametrize("path", ["", "admin/", "en/user/", "en/404.html"])
@pytest.mark.parametrize("missing", ["header.*.js", "theme.*.js"])
def test_no_control_is_shown_whose_script_did_not_come(without, missing, path, width):
    with without(missing, path, width) as page:
        if missing.startswith("header"):
            others = ('class="tool theme"', 'role="tab"')  # their scripts came
            assert [control for control in dead_controls(page) if not any(sign in control for sign in others)] == []
            assert not page.locator(".search, .search-open, .menu-open").filter(visible=True).count()
        else:
            assert not page.locator(".theme").is_visible()
            assert page.locator(".search-open, .search").filter(visible=True).count()
        assert axe_faults(page) == []


@WIDTHS
@pytest.mark.parametrize("missing", ["header.*.js", "*.js"])
def test_the_menu_is_reached_where_its_script_did_not_come(without, address, missing, width):
    with without(missing, "admin/", width) as page:
        menu = page.locator("#menu")
        if width == 320:
            assert not menu.is_visible()
            page.get_by_role("link", name="Menü").click()
            assert page.get_by_role("link", name="Menü").count() == 0
        menu.get_by_role("link", name="Checkliste").click()
        page.wait_for_url(f"{address}admin/checklist/")


@pytest.mark.parametrize("height", [256, 900])
def test_the_menu_that_opens_without_a_script_leaves_its_cross_in_sight(without, height):
    with without("*.js", "en/admin/", 320) as page:
        page.set_viewport_size({"width": 320, "height": height})
        page.locator(".menu-jump").click()
        page.wait_for_url("**#menu")
        page.wait_for_timeout(200)  # the browser jumps a moment later
        assert page.locator(".menu-leave").bounding_box()["y"] >= 0


def test_the_menu_that_was_opened_without_a_script_closes_without_one(without):
    with without("*.js", "admin/", 320) as page:
        page.get_by_role("link", name="Menü").click()
        page.locator(".menu-leave").click()
        assert not page.locator("#menu").is_visible()
        assert page.get_by_role("link", name="Menü").is_visible()


def test_the_menu_that_was_opened_before_its_script_came_stays_open(open_page):
    page = open_page("admin/#menu", 320)
    assert page.locator("#menu").is_visible()
    page.get_by_role("button", name="Menü", expanded=True).click()
    assert not page.locator("#menu").is_visible()


@WIDTHS
def test_the_appearance_is_switched_before_the_other_scripts_come(open_page, chromium, width):
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme="dark")
    context.route("**/header.*.js", lambda route: None)  # it never ends
    context.add_init_script("document.addEventListener('DOMContentLoaded', () => { window.isLoaded = true })")
    page = context.new_page()
    page.goto(open_page("", width).url, wait_until="commit")
    page.locator(".theme").click()
    assert page.locator("html").get_attribute("data-theme") == "light"
    assert page.evaluate("window.isLoaded") is None
    context.close()


# ---- The search ----------------------------------------------------------------------------------------------------


@MISSING
@WIDTHS
def test_the_search_says_that_it_can_not_be_reached_and_tries_anew_with_the_next_letter(without, missing, width):
    with without(missing, "admin/", width) as page:
        status = page.get_by_role("search").get_by_role("status")
        search(page, "Termi")
        status.get_by_text(FAILED["de"]).wait_for()
        page.context.unroute_all()
        page.get_by_role("searchbox").press_sequentially("n")
        page.locator(".search__results a").first.wait_for()
        assert "Treffer" in status.inner_text()


def test_a_script_that_failed_is_asked_for_at_another_address(without):
    """Some browsers remember that an address failed, and ask no second time."""
    with without("search/field.*", "admin/", 1280) as page:
        asked = []
        page.on("requestfailed", lambda request: asked.append(request.url))
        search(page, "xy")
        page.get_by_text(FAILED["de"]).wait_for()
        with page.expect_event("requestfailed"):
            page.get_by_role("searchbox").press_sequentially("z")
        assert len(asked) > 1 and len(set(asked)) == len(asked)


@pytest.mark.parametrize("language", FAILED)
def test_a_search_that_never_gets_ready_says_so_after_a_while_and_tries_anew(without, language):
    with without("nothing", {"de": "user/", "en": "en/user/"}[language], 1280) as page:
        page.route("**/search/*.json", lambda route: None)  # no answer ever comes
        page.clock.install()
        with page.expect_request("**/search/*.json"):
            search(page, "Clien")
        assert page.get_by_text(FAILED[language]).count() == 0
        page.clock.fast_forward(30_000)
        page.get_by_text(FAILED[language]).wait_for()
        page.unroute_all()
        page.get_by_role("searchbox").press_sequentially("t")
        page.locator(".search__results a").first.wait_for()


@pytest.mark.parametrize("missing", ["search/field.*", "search/*.json"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@WIDTHS
def test_axe_finds_nothing_where_the_search_can_not_be_reached(without, missing, width, scheme):
    with without(missing, "en/admin/", width, color_scheme=scheme) as page:
        search(page, "client")
        page.get_by_text(FAILED["en"]).wait_for()
        assert axe_faults(page, "[role=search]") == []


def test_the_message_goes_when_the_field_is_left_or_emptied(without):
    with without("search/field.*", "admin/", 1280) as page:
        message = page.get_by_text(FAILED["de"])
        search(page, "x")
        message.wait_for()
        page.keyboard.press("Tab")
        message.wait_for(state="hidden")
        search(page, "y")
        message.wait_for()
        page.get_by_role("searchbox").fill("")
        message.wait_for(state="hidden")
