"""Whether text stays readable when readers narrow the window, enlarge text or space it out."""

from pathlib import Path

from playwright.sync_api import Page

LAYOUT = Path(__file__).with_name("layout.js").read_text("utf-8").strip()
# WCAG 2.2, 1.4.12: these four values, and all of them at once.
TEXT_SPACING = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }
"""
TEXT_TWICE = "html { font-size: 200% !important; }"  # WCAG 2.2, 1.4.4
# A reader's own style sheet, which the page's policy does not stop.
ADD_STYLE = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
  return new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
}"""


def set_style(page: Page, css: str) -> None:
    """Lay a reader's style over the page, in place of the one before, and let the page's scripts take note of it."""
    page.evaluate(ADD_STYLE, css)


def layout_faults(page: Page, part: str = "body") -> list[str]:
    """Return what scrolls sideways, and text that is cut or lies upon other text, in ``part``, a CSS selector."""
    return page.evaluate(f"{LAYOUT}.faults({part!r})")
