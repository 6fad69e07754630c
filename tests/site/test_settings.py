"""What readers set in their system and browser is respected: larger text, contrast, less motion, no scripts."""

import pytest

PAGES = ["", "user/versions/", "en/user/", "admin/checklist/", "en/admin/step-3/", "privacy/", "404.html"]
# WCAG 2.2, 1.4.12 Text Spacing, with its numbers.
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }"""
CLIPPED = """() => [...document.querySelectorAll("body *")]
    .filter((element) => element.checkVisibility() && !element.closest(".hidden, .skip, svg"))
    .filter((element) => element.clientWidth && getComputedStyle(element).overflow !== "visible")
    .filter(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
        scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1)
    .map((element) => element.outerHTML)"""
MOVING = """() => [...document.querySelectorAll("*")].map((element) => getComputedStyle(element))
    .filter(({ transitionDuration, animationName, scrollBehavior }) =>
        /[1-9]/.test(transitionDuration) || animationName !== "none" || scrollBehavior === "smooth").length"""


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_text_of_twice_the_size_makes_no_page_scroll_sideways(open_page, path, width):  # WCAG 2.2, 1.4.4 and 1.4.10
    page = open_page(path, width)
    page.add_style_tag(content="html { font-size: 200% !important }")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_wider_text_spacing_hides_nothing(open_page, path, width):
    page = open_page(path, width)
    page.add_style_tag(content=SPACING)
    assert page.evaluate(CLIPPED) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", PAGES)
def test_nothing_moves_for_readers_who_want_less_motion(open_page, path):
    assert open_page(path, reduced_motion="reduce").evaluate(MOVING) == 0
    assert open_page(path, reduced_motion="no-preference").evaluate(MOVING) > 0  # or this test would see nothing


def test_a_contrast_mode_keeps_checkboxes_and_focus_visible(open_page):
    page = open_page("admin/checklist/", forced_colors="active")
    box = page.get_by_role("checkbox").first
    assert box.evaluate("box => getComputedStyle(box).appearance") == "auto"  # the system draws it, in its colours
    unticked = box.screenshot()
    box.check()
    assert box.screenshot() != unticked
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


@pytest.mark.parametrize("width", [320, 1280])
def test_menu_and_text_are_there_without_scripts(open_page, address, width):
    page = open_page("admin/", width, java_script_enabled=False)
    assert page.locator("article h1").is_visible()
    assert not page.locator(".search, .theme, .menu-open").filter(visible=True).count()
    page.locator("#menu").get_by_role("link", name="Checkliste").click()
    page.wait_for_url(f"{address}admin/checklist/")
    assert page.locator(".checklist > li").first.is_visible()
