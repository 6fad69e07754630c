"""Controls that do nothing, or that nobody sees."""

import io

from PIL import Image
from playwright.sync_api import Page

CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary"
SCRIPTED = "button, input:not([type=hidden]), select, textarea, [role=button], [onclick], a:not([href])"
VISIBLE = """controls => controls.filter(control => control.checkVisibility({visibilityProperty: true}))
    .map(control => control.outerHTML.slice(0, 80))"""
STEP = 64  # of 255: below it, two greys are one to many eyes


def dead_controls(page: Page) -> list[str]:
    """Return the controls that are shown although they need JavaScript and the page has none."""
    found = page.locator(SCRIPTED).evaluate_all(VISIBLE)
    return [f"shown, but needs JavaScript: {control}" for control in found]


def blank_controls(page: Page) -> list[str]:
    """Return the controls without words of which one sees nothing, such as icons that forced colours paint over."""
    faults = []
    for control in page.locator(CONTROLS).all():
        box = control.bounding_box()
        if not control.is_visible() or control.inner_text().strip() or box["width"] < 8:
            continue
        image = Image.open(io.BytesIO(control.screenshot())).convert("L")
        darkest, lightest = image.getextrema()
        if lightest - darkest < STEP:
            faults.append(f"nothing to see: {control.evaluate('control => control.outerHTML.slice(0, 80)')}")
    return faults
