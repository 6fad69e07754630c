"""The drawings as readers meet them: on phones, in the dark, in forced colours, on paper, and read aloud."""

import re

import pytest
from audit.axe import axe_faults
from audit.layout import TEXT_SPACING, TEXT_TWICE, layout_faults, set_style
from audit.pages import PATHS
from audit.printed import print_faults
from portal.languages import LANGUAGES, published_path
from portal.sources.project import Project

NARROW, PHONE = 320, 390
LARGEST = 12_000  # bytes
SIZES = """figures => figures.flatMap(figure => {
  const scale = figure.querySelector("svg").getScreenCTM().a;
  return [...figure.querySelectorAll("text")].map(
    text => [text.textContent, parseFloat(getComputedStyle(text).fontSize) * scale]);
})"""
# Texts that reach beyond what they stand on, or lie upon another.
OUTSIDE = """(figures, room) => figures.flatMap(figure => {
  const faults = [], boxes = [], edge = figure.querySelector("svg").getBoundingClientRect();
  const within = (inner, outer) => inner.left >= outer.left + room && inner.right <= outer.right - room;
  for (const text of figure.querySelectorAll("text")) {
    const box = text.getBoundingClientRect();
    if (!within(box, edge)) faults.push(`beyond the drawing: ${text.textContent}`);
    const under = [...figure.querySelectorAll("rect")].map(one => one.getBoundingClientRect()).filter(one =>
      one.top <= box.top + 2 && one.bottom >= box.bottom - 2 && one.left < box.right && one.right > box.left);
    if (under.some(one => !within(box, one) && one.width > 60)) faults.push(`beyond its box: ${text.textContent}`);
    if (boxes.some(
      one =>
        one.left + 1 < box.right && one.right > box.left + 1 && one.top + 3 < box.bottom && one.bottom > box.top + 3
    ))
      faults.push(`upon another text: ${text.textContent}`);
    boxes.push(box);
  }
  return faults;
})"""
# Class, fill and stroke of what is drawn upon the drawing's ground.
COLOURS = """figures => figures.flatMap(figure => [...figure.querySelectorAll("rect, circle, path, line, text")]
  .filter(one => !one.matches(".drawing__solid text, .drawing__solid path"))
  .map(one => [one.getAttribute("class") || "", getComputedStyle(one).fill, getComputedStyle(one).stroke]))"""
COLOUR = """name => {
  const one = document.createElement("i");
  one.style.color = name;
  document.body.append(one);
  return getComputedStyle(one).color;
}"""


def shown(project, language):
    """Return the published pages of a language that show drawings, with the names of these."""
    sources = {
        source.path: source for source in Project.around(project / "docs").sources if source.language == language
    }
    names = {path: re.findall(r"\(drawing:([\w-]+)\)", sources[path].text) for path in PATHS}
    return {published_path(language, path): found for path, found in names.items() if found}


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture
def pages(project, language):
    found = shown(project, language)
    assert found
    return found


def open_folds(page):
    """Open every tab, so that all drawings have a size."""
    set_style(
        page, ".tabbed-block, [role=tabpanel] { display: block !important; } [hidden] { display: block !important; }"
    )


def test_both_languages_show_the_same_drawings_at_the_same_places(site, project):
    german, english = (shown(project, language) for language in LANGUAGES)
    assert list(german.values()) == list(english.values())
    for pages in (german, english):
        for path, names in pages.items():
            html = site.read(f"{path}index.html")
            assert html.count('<figure class="drawing"') == len(names), path
            assert "drawing:" not in html


def test_each_drawing_has_a_name_a_caption_and_few_bytes(site, pages, language):
    caption = {"de": "Schematische Darstellung", "en": "Schematic drawing"}[language]
    for path in pages:
        for figure in re.findall(r'<figure class="drawing".*?</figure>', site.read(f"{path}index.html"), re.DOTALL):
            svg = figure[figure.index("<svg") : figure.index("</svg>")]
            assert len(svg.encode()) < LARGEST
            [title_id] = re.findall(r'<title id="([^"]+)">[^<]{20,200}</title>', svg)
            assert f'aria-labelledby="{title_id}"' in svg
            assert caption in figure
            assert "{{" not in figure
            assert not re.search(r"\sstyle=|<style|<script|href=", figure)


def test_buttons_stay_german_with_their_translation_below(open_page):
    page = open_page("en/admin/book/")
    button = page.locator("svg text[lang=de]", has_text="Zum nächsten Schritt")
    assert button.evaluate("one => one.nextElementSibling.textContent") == "to the next step"
    assert open_page("admin/book/").locator("svg text[lang]").count() == 0


def test_the_facts_of_drawings_are_those_of_the_pages(open_page, language):
    course = open_page(published_path(language, "user/index.md")).locator("svg", has_text="600")
    assert "30" in course.text_content()
    assert "42.6" in open_page(published_path(language, "admin/webview2.md")).locator(".drawing svg").text_content()


@pytest.mark.parametrize("width", [NARROW, PHONE, 1280])
def test_text_is_legible_and_stays_in_its_place(open_page, pages, width):
    for path in pages:
        page = open_page(path, width)
        open_folds(page)
        figures = page.locator(".drawing")
        assert [one for one in figures.evaluate_all(SIZES) if one[1] < 12] == [], path
        assert figures.evaluate_all(OUTSIDE, 4) == [], path
        assert layout_faults(page, ".drawing") == [], path


def test_text_stays_in_its_place_in_whatever_font(open_page, pages):
    for path in pages:
        page = open_page(path, NARROW)
        set_style(page, ".drawing text { font-family: 'DejaVu Sans', Verdana, sans-serif; }")  # the widest
        open_folds(page)
        assert page.locator(".drawing").evaluate_all(OUTSIDE, -1) == [], path


@pytest.mark.parametrize("style", [TEXT_SPACING, TEXT_TWICE], ids=["text spacing", "text twice as large"])
def test_readers_own_text_size_breaks_no_drawing(open_page, pages, style):
    for path in pages:
        page = open_page(path, NARROW)
        set_style(page, style)
        assert layout_faults(page) == [], path


def test_the_accent_is_only_where_readers_click(open_page, pages):
    for path in pages:
        page = open_page(path)
        accent = page.evaluate(COLOUR, "var(--accent)")
        drawn = {classes for classes, *colours in page.locator(".drawing").evaluate_all(COLOURS) if accent in colours}
        assert drawn <= {"drawing__press", "drawing__here"}, path


def test_shapes_and_words_are_seen_in_forced_colours(open_page, pages):
    for path in pages:
        page = open_page(path, forced_colors="active")
        canvas, ink = page.evaluate(COLOUR, "Canvas"), page.evaluate(COLOUR, "CanvasText")
        for classes, fill, stroke in page.locator(".drawing").evaluate_all(COLOURS):
            assert not {fill, stroke} <= {canvas, "none"}, (path, classes)
        texts = page.locator(".drawing text:not(.drawing__solid text)")
        assert set(texts.evaluate_all("all => all.map(one => getComputedStyle(one).fill)")) <= {ink}, path
        assert axe_faults(page, ".drawing") == [], path


def test_drawings_are_printed_in_grey_and_whole(open_page, pages):
    for path in pages:
        page = open_page(path)
        assert print_faults(page) == [], path
        page.emulate_media(media="print")
        colours = {colour for _, *both in page.locator(".drawing").evaluate_all(COLOURS) for colour in both}
        found = [re.findall(r"[\d.]+", colour)[:3] for colour in colours if colour != "none"]
        assert [one for one in found if max(map(float, one)) - min(map(float, one)) > 10] == [], path
        assert page.locator(".drawing").evaluate_all(
            "all => all.every(one => getComputedStyle(one).breakInside === 'avoid')"
        )


def test_the_short_guide_and_the_checklist_have_no_drawings(site):
    for language in LANGUAGES:
        for path in ("admin/guide.md", "admin/checklist.md"):
            assert 'class="drawing"' not in site.read(f"{published_path(language, path)}index.html")


def test_the_search_does_not_find_the_words_of_drawings(site):
    indexes = [path for path in site.files if path.startswith("assets/search/") and path.endswith(".json")]
    assert indexes and not any("Schematische Darstellung" in site.read(path) for path in indexes)
