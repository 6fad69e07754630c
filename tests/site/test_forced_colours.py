"""A page of each shape in the colours of a high-contrast theme: axe finds nothing, and every control is seen."""

import pytest
from audit.axe import axe_faults
from audit.controls import blank_controls
from audit.pages import EVERY_SHAPE

WIDTHS = pytest.mark.parametrize("width", [1280, 320])
CHECKLIST = ["admin/checklist/", "en/admin/checklist/"]


@pytest.mark.parametrize("path", EVERY_SHAPE)
def test_axe_finds_nothing_in_forced_colours(read_page, path):
    page = read_page(path, reduced_motion="reduce", forced_colors="active")
    page.locator("details").evaluate_all("all => all.forEach(details => { details.open = true })")
    assert axe_faults(page) == []


@WIDTHS
@pytest.mark.parametrize("path", ["", "user/", "admin/duration/", *CHECKLIST])
def test_every_control_is_seen_in_forced_colours(read_page, path, width):
    page = read_page(path, width, forced_colors="active")
    assert blank_controls(page) == []


def test_the_current_page_is_marked_in_forced_colours(open_page):
    page = open_page("user/notice/", forced_colors="active")
    borders = "links => links.map(link => getComputedStyle(link).borderLeftColor)"
    [current] = page.locator("#menu a[aria-current]").evaluate_all(borders)
    assert current not in page.locator("#menu a:not([aria-current])").evaluate_all(borders)
