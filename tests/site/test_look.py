"""What makes the pages look like one: radii, weights, notes, and lines that are full."""

import re

import pytest
from audit.pages import EVERY_ADDRESS

NOTE = """<div class="admonition {kind}"><p class="admonition-title">{kind}</p><p>Text</p></div>"""
SHAPE = """box => {
  const style = getComputedStyle(box);
  const { borderTopLeftRadius, borderTopWidth, borderTopStyle, padding, backgroundColor, color } = style;
  const title = box.querySelector(".admonition-title"), icon = getComputedStyle(title, "::before");
  return {
    shape: [borderTopLeftRadius, borderTopWidth, borderTopStyle, padding, color].join(),
    tint: backgroundColor,
    tone: getComputedStyle(title).color,
    icon: icon.maskImage,
  };
}"""
WEIGHTS = """headings => headings.map(heading => {
  const { fontWeight, fontSize } = getComputedStyle(heading);
  return [parseFloat(fontWeight), parseFloat(fontSize)];
})"""
# For each break of a heading between words: the part of the width that stays empty even with the next word before it.
GAPS = """headings => headings.flatMap(heading => {
  const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT), range = document.createRange(), words = [];
  while (walker.nextNode()) {
    const whole = walker.currentNode.parentElement.closest(".whole");
    if (whole) {
      words.push(whole.getBoundingClientRect());
      continue;
    }
    for (const { index, 0: word } of walker.currentNode.data.matchAll(/\\S+/g)) {
      range.setStart(walker.currentNode, index);
      range.setEnd(walker.currentNode, index + word.length);
      const boxes = range.getClientRects();
      words.push(boxes.length === 1 ? boxes[0] : null); // null: broken itself, after a hyphen
    }
  }
  const { right, width } = heading.getBoundingClientRect();
  return words.flatMap((word, index) => {
    const before = words[index - 1];
    if (!before || !word || word.top < before.bottom) return [];
    return [(right - before.right - word.width) / width];
  });
})"""


def test_radii_come_from_a_scale_of_three(project):
    styles = "".join(path.read_text("utf-8") for path in (project / "docs/assets/stylesheets").glob("*.css"))
    values = {part for value in re.findall(r"border-radius:\s*([^;}]+)", styles) for part in value.split()} - {"0"}
    assert values == {"var(--round-small)", "var(--round)", "var(--round-full)"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_notes_have_one_shape_and_differ_by_icon_and_colour(open_page, scheme):
    page = open_page("privacy/", color_scheme=scheme)
    notes = "".join(NOTE.format(kind=kind) for kind in ("note", "tip", "warning"))
    page.locator("article").evaluate("(article, notes) => { article.innerHTML = notes }", notes)
    found = page.locator("article .admonition").evaluate_all(f"all => all.map({SHAPE})")
    assert len({note["shape"] for note in found}) == 1
    for kind in ("tint", "tone", "icon"):
        assert len({note[kind] for note in found}) == 3, kind
    accent = page.locator("a").first.evaluate("link => getComputedStyle(link).getPropertyValue('--accent-text')")
    assert accent not in {note["tone"] for note in found}


# The pages that are a guide: their first list of steps, or the first item to tick.
GUIDES = [
    "admin/announce/",
    "admin/book/",
    "admin/checklist/",
    "admin/guide/",
    "admin/notification/",
    "admin/versions/",
    "admin/webview2/",
    "user/after/",
    "user/conferences/",
]
TOP = "element => element.getBoundingClientRect().top + scrollY"
BROKEN = "all => all.filter(name => name.getClientRects().length > 1).map(name => name.textContent)"
COPIED = "name => { getSelection().selectAllChildren(name); return getSelection().toString(); }"


@pytest.mark.parametrize("path", [f"{root}{path}" for root in ("", "en/") for path in GUIDES])
def test_the_first_step_of_a_guide_is_in_sight_on_a_phone(read_page, path):
    page = read_page(path, 390)
    assert page.locator("article :is(ol, .checklist) > li").first.evaluate(TOP) <= 500


@pytest.mark.parametrize("path", EVERY_ADDRESS)
def test_titles_outweigh_sections_lines_are_full_and_names_stay_whole(read_page, path):
    page = read_page(path)  # once for all: a load takes longer than what is asked of it
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        look_at(page, path, width)


def look_at(page, path, width):
    """Raise AssertionError where the page's titles, lines or names are not as they should be at this width."""
    title = page.locator("article h1")
    ((weight, size),) = title.evaluate_all(WEIGHTS)
    below = page.locator("article :is(h2, h3):not(dialog *)").evaluate_all(WEIGHTS)
    assert all(weight >= other and size > 1.2 * smaller for other, smaller in below), width
    assert [gap for gap in page.locator("article :is(h1, h2, h3)").evaluate_all(GAPS) if gap > 0.02] == [], width
    assert width > 390 or title.evaluate(TOP) <= 150  # the head of a phone leaves the screen to the page
    names = page.locator(".whole").filter(visible=True)
    assert names.evaluate_all(BROKEN) == [], width
    if "404" not in path:  # which names nothing
        assert not re.search("[\u00a0\u2011]", names.first.evaluate(COPIED)), width


def test_search_and_json_have_names_as_they_are_written(site):
    indexes = [path for path in site.files if path.startswith("assets/search/") and path.endswith(".json")]
    for path in (*indexes, "en/admin/checklist.json", "facts.json"):
        assert '"whole' not in (site.root / path).read_text("utf-8"), path
