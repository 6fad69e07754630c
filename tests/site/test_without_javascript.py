"""Every page without JavaScript: nothing dead is shown, and all pages are reached."""

import pytest
from audit.controls import dead_controls
from audit.pages import EVERY_ADDRESS


@pytest.mark.parametrize("path", EVERY_ADDRESS)
def test_without_javascript_nothing_dead_is_shown_and_all_pages_are_reached(read_page, path):
    page = read_page(path, java_script_enabled=False)
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert dead_controls(page) == []
        assert page.locator("article").is_visible()
        link = page.locator(".menu-jump").filter(visible=True)
        if link.count():
            link.click()
        assert page.locator("#menu a").evaluate_all("links => links.every(link => link.checkVisibility())")
