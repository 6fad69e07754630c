"""Controls that do nothing, or that nobody sees."""

import io

from PIL import Image
from playwright.sync_api import Page

CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary"
SCRIPTED = "button, input:not([type=hidden]), select, textarea, [role=button], [onclick], a:not([href])"
VISIBLE = """controls => controls.filter(control => control.checkVisibility({visibilityProperty: true}))
    .map(control => control.outerHTML.slice(0, 80))"""
# Their boxes on the whole page, in CSS pixels, and how they begin.
WORDLESS = """controls => controls.filter(control => control.checkVisibility({visibilityProperty: true})
    && !control.innerText.trim()).map(control => {
      const { x, y, width, height } = control.getBoundingClientRect();
      return [x + scrollX, y + scrollY, width, height, control.outerHTML.slice(0, 80)];
    }).filter(([, , width]) => width >= 8)"""
STEP = 64  # of 255: below it, two greys are one to many eyes


def dead_controls(page: Page) -> list[str]:
    """Return the controls that are shown although they need JavaScript and the page has none."""
    found = page.locator(SCRIPTED).evaluate_all(VISIBLE)
    return [f"shown, but needs JavaScript: {control}" for control in found]


def blank_controls(page: Page) -> list[str]:
    """Return the controls without words of which one sees nothing, such as icons that forced colours paint over."""
    sheet = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("L")
    faults = []
    for x, y, width, height, control in page.locator(CONTROLS).evaluate_all(WORDLESS):
        darkest, lightest = sheet.crop((x, y, x + width, y + height)).getextrema()
        if lightest - darkest < STEP:
            faults.append(f"nothing to see: {control}")
    return faults
