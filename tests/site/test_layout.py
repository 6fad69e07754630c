"""Every page stays readable on narrow screens, with larger or wider text, and on paper."""

import pytest
from audit.layout import TEXT_SPACING, TEXT_TWICE, layout_faults, set_style
from audit.pages import EVERY_ADDRESS
from audit.printed import print_faults

# Each is a width in CSS pixels and a reader's own style.
STATES = {
    "reflow": (320, ""),  # WCAG 2.2, 1.4.10: 1280 pixels at 400 %
    "zoom": (640, ""),  # 1.4.4: 1280 pixels at 200 %
    "text twice as large": (1280, TEXT_TWICE),  # 1.4.4, where only text grows
    "text twice as large on a phone": (320, TEXT_TWICE),
    "spacing": (1280, TEXT_SPACING),  # 1.4.12
    "spacing on a phone": (320, TEXT_SPACING),
}


@pytest.mark.parametrize("path", EVERY_ADDRESS)
def test_nothing_is_cut_and_nothing_scrolls_sideways(open_page, path):
    page = open_page(path, reduced_motion="reduce")
    for state, (width, style) in STATES.items():
        page.set_viewport_size({"width": width, "height": 900})
        set_style(page, style)
        page.locator("details").evaluate_all("all => all.forEach(details => { details.open = true })")
        assert layout_faults(page) == [], state


@pytest.mark.parametrize(
    ("path", "name"),
    [("admin/versions/", "Verlauf der Versionsangaben"), ("en/admin/versions/", "History of the versions")],
)
def test_a_table_is_a_stop_of_the_keyboard_only_while_it_scrolls(open_page, path, name):
    page = open_page(path, 320)
    box = page.locator(".table").last
    assert box.get_attribute("tabindex") is None and box.get_attribute("role") is None
    set_style(page, TEXT_SPACING)
    page.get_by_role("region", name=name).focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("box => box.scrollLeft > 0", arg=box.element_handle())
    set_style(page, "")
    page.locator(".table[tabindex]").wait_for(state="detached")


@pytest.mark.parametrize("path", EVERY_ADDRESS)
def test_paper_gets_all_of_the_article_and_nothing_else(open_page, path):
    assert print_faults(open_page(path)) == []
