"""Readers' settings are respected: contrast, less motion, no scripts. Larger text: test_layout.py."""

import pytest

PAGES = ["", "user/notice/", "en/user/", "admin/checklist/", "en/admin/book/", "privacy/", "404.html"]
MOVING = """() => [...document.querySelectorAll("*")].map((element) => getComputedStyle(element))
    .filter(({ transitionDuration, animationName, scrollBehavior }) =>
        /[1-9]/.test(transitionDuration) || animationName !== "none" || scrollBehavior === "smooth").length"""


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
    if width == 320:
        page.get_by_role("link", name="Menü").click()
    page.locator("#menu").get_by_role("link", name="Checkliste").click()
    page.wait_for_url(f"{address}admin/checklist/")
    assert page.locator(".checklist > li").first.is_visible()
