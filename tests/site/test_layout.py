"""Every page stays readable on narrow screens, with larger or wider text, and on paper."""

from urllib.parse import urlsplit

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
    "both": (1280, TEXT_TWICE + TEXT_SPACING),
    "both on a phone": (320, TEXT_TWICE + TEXT_SPACING),
}
LONGEST_LINE = 75  # characters; WCAG 2.2, 1.4.8 allows 80
# Lines of running text that are longer, by the letters whose boxes stand at one height.
LONG_LINES = """most => [...document.querySelectorAll("p, li, dd, td, blockquote")].flatMap((block) => {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const lines = new Map(), range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement;
    if (parent.closest("p, li, dd, td, blockquote") !== block || !parent.checkVisibility()) continue;
    for (let index = 0; index < node.length; index++) {
      range.setStart(node, index);
      range.setEnd(node, index + 1);
      const box = range.getClientRects()[0];
      if (!box?.width) continue;
      const middle = Math.round((box.top + box.bottom) / 16);
      lines.set(middle, (lines.get(middle) ?? "") + node.data[index]);
    }
  }
  return [...lines.values()].filter((line) => line.trim().length > most);
})"""
HYPHENS = "heading => getComputedStyle(heading).hyphens"
RING = """link => {
  const { outlineOffset, outlineWidth } = getComputedStyle(link);
  return parseFloat(outlineOffset) + parseFloat(outlineWidth);
}"""  # pixels that it reaches beyond the link
WORD = {"de": "Termin", "en": "date"}
LINES = """cells => cells.map((cell) => {
  const text = document.createRange();
  text.selectNodeContents(cell);
  return text.getClientRects().length;
})"""
ENDS = """part => {
  const text = document.createRange();
  text.selectNodeContents(part.querySelector(":scope > span:last-child") ?? part);
  const { top, bottom } = (part.matches(".views") ? part : text).getBoundingClientRect();
  return [top, bottom];
}"""  # of the words, or of the bar
IN_STATES = pytest.mark.parametrize(("width", "style"), STATES.values(), ids=STATES)


@pytest.mark.parametrize("path", EVERY_ADDRESS)
def test_text_stays_whole_and_readable_in_every_state_and_on_paper(read_page, path):
    page = read_page(path, reduced_motion="reduce")
    for state, (width, style) in STATES.items():
        page.set_viewport_size({"width": width, "height": 900})
        set_style(page, style)
        page.locator("details").evaluate_all("all => all.forEach(details => { details.open = true })")
        assert layout_faults(page) == [], state
    set_style(page, "")
    page.set_viewport_size({"width": 1920, "height": 900})
    assert page.evaluate(LONG_LINES, LONGEST_LINE) == []
    assert print_faults(page) == []


@pytest.mark.parametrize("path", ["admin/", "en/admin/", "en/user/"])
def test_the_bar_of_the_view_is_evenly_spaced_where_it_takes_two_lines(open_page, path):
    page = open_page(path, 320)
    bar, *lines = (page.locator(name).evaluate(ENDS) for name in (".views", ".views__here", ".views__switch"))
    (first, second) = lines
    assert first[1] < second[0]  # two lines
    spaces = [first[0] - bar[0], second[0] - first[1], bar[1] - second[1]]
    assert max(spaces) - min(spaces) < 3
    wide = open_page(path)
    here, switch = (wide.locator(name).evaluate(ENDS) for name in (".views__here", ".views__switch"))
    assert abs(here[0] - switch[0]) < 1  # on one line


@pytest.mark.parametrize(("width", "hyphens"), [(390, "auto"), (1280, "manual")])
def test_the_title_is_hyphenated_where_the_screen_is_narrow_only(open_page, width, hyphens):
    assert open_page("user/", width).locator("h1").evaluate(HYPHENS) == hyphens


def test_the_ring_around_a_hit_does_not_reach_the_line_below(open_page):
    page = open_page("user/")
    page.get_by_role("searchbox").fill(WORD["de"])
    page.locator(".search__results a").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert 0 < page.locator(".search__results a:focus").evaluate(RING) <= 3


# ---- What readers open ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "path"), [("de", ""), ("de", "admin/"), ("en", "en/user/"), ("en", "en/404.html")]
)
def test_menu_and_search_stay_on_the_screen(read_page, language, path):
    page = read_page(path, reduced_motion="reduce")
    query = page.get_by_role("searchbox")
    for state, (width, style) in STATES.items():
        page.set_viewport_size({"width": width, "height": 900})
        set_style(page, style)
        for name in ("menu", "search"):
            button = page.locator(f".{name}-open[aria-expanded=false]").filter(visible=True)
            if button.count():
                button.click()
        assert layout_faults(page) == [], state
        query.fill(WORD[language])
        page.locator(".search__results a").first.wait_for()
        assert layout_faults(page, "[role=search]") == [], state
        query.fill("xyzzy")
        page.locator(".search__help").wait_for()
        assert layout_faults(page, "[role=search]") == [], state
        query.fill("")


@IN_STATES
@pytest.mark.parametrize("path", ["admin/checklist/", "en/admin/checklist/"])
def test_the_checklist_and_its_question_stay_on_the_screen(read_page, path, width, style):
    page = read_page(path, width, reduced_motion="reduce")
    set_style(page, style)
    page.locator("li#requirements input").check()
    page.evaluate("delete Navigator.prototype.clipboard")
    page.locator(".checklist-copy").click()
    page.evaluate("scrollTo(0, 0)")  # further down, the bar of the progress is meant to lie upon the page
    assert layout_faults(page) == []
    page.evaluate("location.hash = 'done=functions,desk-phones,client-installation'")
    page.get_by_role("dialog").wait_for()
    assert layout_faults(page, "dialog") == []


# ---- Tables, paper -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "name"),
    [("admin/versions/", "Verlauf der Versionsangaben"), ("en/admin/versions/", "History of the versions")],
)
def test_a_table_is_a_stop_of_the_keyboard_only_while_it_scrolls(open_page, path, name):
    page = open_page(path, 320)
    box = page.locator(".table").last
    assert box.get_attribute("tabindex") is None and box.get_attribute("role") is None
    set_style(page, TEXT_TWICE)
    page.get_by_role("region", name=name).focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("box => box.scrollLeft > 0", arg=box.element_handle())
    set_style(page, "")
    page.locator(".table[tabindex]").wait_for(state="detached")


@pytest.mark.parametrize("path", ["admin/versions/", "en/admin/versions/"])
def test_a_date_in_a_table_stands_on_one_line_on_the_narrowest_screen(open_page, path):
    page = open_page(path, 320)
    cells = page.locator(".table").last.locator("tbody td:first-child")
    assert set(cells.evaluate_all(LINES)) == {1}


@pytest.mark.parametrize("path", EVERY_ADDRESS)
def test_paper_gets_the_address_of_every_link_that_leads_elsewhere(read_page, path):
    page = read_page(path, java_script_enabled=False)
    links = page.locator("article a[href]:not([href^='#'], [aria-current], .term)")
    shown = links.evaluate_all("all => all.map(link => [link.dataset.address, new URL(link.href).pathname])")
    page.emulate_media(media="print")
    printed = links.evaluate_all("all => all.map(link => getComputedStyle(link, '::after').content)")
    assert all(address and address.startswith("http") for address, _ in shown)
    assert all(urlsplit(address).path.rstrip("/") == path.rstrip("/") for address, path in shown)
    assert printed == [f'" ({address})"' for address, _ in shown]
    terms = page.locator("article a.term")  # they all lead to the glossary, which has its own address
    assert not any(terms.evaluate_all("all => all.map(link => link.dataset.address ?? '')"))


@pytest.mark.parametrize("path", ["", "en/"])
def test_the_mark_of_the_view_read_last_is_not_printed_over_its_heading(open_page, path):
    page = open_page(f"{path}admin/")
    page = open_page(path, context=page.context)
    assert page.locator(".choice__last").is_visible()
    page.emulate_media(media="print")
    assert not page.locator(".choice__last").is_visible()


@pytest.mark.parametrize("path", ["admin/announce/", "en/admin/announce/"])
def test_the_text_to_copy_keeps_its_box_on_paper(open_page, path):
    page = open_page(path)
    page.emulate_media(media="print")
    styles = page.locator("article blockquote").evaluate_all(
        "boxes => boxes.map((box) => getComputedStyle(box).borderTopStyle)"
    )
    assert styles == ["solid"] * 8
