"""The checklist in the browser: what it is to all readers, and how far they are."""

import pytest
from audit.axe import light_and_dark
from audit.checklist import COPY, COUNT, IDS, LANGUAGES, PAGE, RESET, TAKE, UNDO, WIDTHS, age, box, status, tick, ticked

# ---- Roles, names, states ------------------------------------------------------------------------------------------


@LANGUAGES
def test_each_item_is_a_checkbox_named_by_its_visible_title(open_page, language):
    page = open_page(PAGE[language])
    group = page.get_by_role("group", name={"de": "Checkliste", "en": "Checklist"}[language], exact=True)
    boxes = group.get_by_role("checkbox")
    assert boxes.evaluate_all("boxes => boxes.map(box => box.closest('li').id)") == IDS
    for item in IDS:
        title = page.locator(f"li#{item} strong").first.inner_text()
        assert page.locator(f"li#{item}").get_by_role("checkbox", name=title, exact=True, checked=False).is_visible()
        assert page.locator(f"li#{item} label").inner_text() == title
    assert group.get_by_role("listitem").count() == 9


def test_the_title_ticks_and_nothing_else_of_the_item_does(open_page):
    page = open_page(PAGE["de"])
    page.locator("li#inform-users label").click()
    assert ticked(page) == ["inform-users"]
    page.locator("li#inform-users p").last.click()
    page.locator("li#inform-users > p").first.click(position={"x": 420, "y": 10})  # beside the title
    assert ticked(page) == ["inform-users"]
    page.locator("li#inform-users label").click()
    assert ticked(page) == []
    assert page.locator("label a, label button").count() == 0


def test_the_checklist_works_by_keyboard(open_page):
    page = open_page(PAGE["de"])
    focus = "[document.activeElement.id, document.activeElement.className]"
    box(page, "requirements").focus()
    page.keyboard.press("Space")
    for _ in range(3):  # over the two links of the item
        page.keyboard.press("Tab")
    assert page.evaluate(focus)[0] == "tick-functions"
    page.keyboard.press("Space")
    assert ticked(page) == ["requirements", "functions"]
    for _ in range(4):
        page.keyboard.press("Shift+Tab")
    assert page.evaluate(focus)[1] == "checklist-reset"
    page.keyboard.press("Enter")
    assert ticked(page) == []
    assert page.evaluate(focus)[1] == "checklist-reset"  # the focus stays where undo is
    page.keyboard.press("Enter")
    assert ticked(page) == ["requirements", "functions"]
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(focus)[1] == "checklist-copy"


@WIDTHS
@LANGUAGES
def test_every_target_is_at_least_24_pixels_high_and_wide(open_page, language, width):  # WCAG 2.2, 2.5.8
    page = open_page(PAGE[language], width)
    tick(page, "date")
    for target in page.locator(".checklist-group :is(input:visible, label:visible, button:visible)").all():
        bounds = target.bounding_box()
        assert min(bounds["width"], bounds["height"]) >= 24, target


def test_a_thumb_beside_the_box_ticks_it(open_page):
    page = open_page(PAGE["de"], 390)
    box(page, "functions").scroll_into_view_if_needed()
    bounds = box(page, "functions").bounding_box()
    page.mouse.click(bounds["x"] + 12, bounds["y"] + 33)
    assert ticked(page) == ["functions"]


@WIDTHS
@LANGUAGES
def test_axe_finds_nothing_in_any_state(open_page, language, width):
    page = open_page(PAGE[language], width, reduced_motion="reduce")
    tick(page, "requirements", "date")
    age(page, language, "requirements")
    assert page.locator(".checklist__changed").is_visible()
    assert light_and_dark(page) == []
    page.evaluate("delete Navigator.prototype.clipboard")
    page.get_by_role("button", name=COPY[language]).click()
    assert page.locator(".checklist-link").is_visible()
    group = ".checklist-group"  # nothing else changes
    assert light_and_dark(page, group) == []
    page.get_by_role("button", name=RESET[language]).click()
    assert light_and_dark(page, group) == []
    page.get_by_role("button", name=UNDO[language]).click()
    page.evaluate("location.hash = 'done=functions'")
    page.get_by_role("dialog").wait_for()
    assert light_and_dark(page, group) == []
    page.get_by_role("button", name=TAKE[language], exact=True).click()
    assert light_and_dark(page, group) == []


def test_no_state_scrolls_sideways_at_320_pixels(open_page):  # WCAG 2.2, 1.4.10
    page = open_page(PAGE["de"], 320)
    page.evaluate("delete Navigator.prototype.clipboard")
    tick(page, "date")
    page.get_by_role("button", name=COPY["de"]).click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.evaluate("location.hash = 'done=functions'")
    bounds = page.get_by_role("dialog").bounding_box()
    assert bounds["x"] >= 0 and bounds["x"] + bounds["width"] <= 320


def test_forced_colours_keep_native_checkboxes_and_the_bar(open_page):
    page = open_page(PAGE["de"], forced_colors="active")
    tick(page, "date")
    assert box(page, "date").evaluate("box => getComputedStyle(box).appearance") in ("auto", "checkbox")
    assert page.locator("progress").evaluate("bar => getComputedStyle(bar).borderTopWidth") != "0px"


# ---- Progress ------------------------------------------------------------------------------------------------------


@LANGUAGES
def test_progress_is_announced_politely_and_drawn(open_page, language):
    page = open_page(PAGE[language])
    bar = page.get_by_role("progressbar", name=COUNT[language].format(0))
    assert bar.evaluate("bar => [bar.value, bar.max]") == [0, 8]
    tick(page, "requirements", "date", "first-aid")
    assert status(page) == COUNT[language].format(3)
    assert page.locator("progress").evaluate("bar => [bar.value, bar.max]") == [3, 8]
    box(page, "date").uncheck()
    assert status(page) == COUNT[language].format(2)
    tick(page, *IDS)
    assert status(page) == {"de": "Alle 8 Punkte erledigt", "en": "All 8 items done"}[language]


@LANGUAGES
def test_what_only_informs_has_nothing_to_tick_and_counts_for_nothing(open_page, language):
    page = open_page(PAGE[language])
    assert page.locator("li#desk-phones input, li#desk-phones label").count() == 0
    assert page.locator("li#desk-phones > .checklist__info").is_visible()


COVERED = """() => {
  const here = document.activeElement.getBoundingClientRect(), bar = document.querySelector(".checklist-now");
  const { top, right, bottom, left } = bar.getBoundingClientRect();
  if (bar.contains(document.activeElement) || here.right <= left || here.left >= right) return false;
  return here.top < bottom && here.bottom > top;
}"""


@pytest.mark.parametrize(("width", "height"), [(1280, 700), (390, 844), (320, 256)])
@LANGUAGES
def test_progress_stays_in_sight_and_covers_nothing_that_has_the_focus(open_page, language, width, height):
    page = open_page(PAGE[language], reduced_motion="reduce")  # WCAG 2.2, 2.4.11
    page.set_viewport_size({"width": width, "height": height})
    last = page.locator(".checklist a, .checklist-more button:enabled").last
    for key in ("Tab", "Shift+Tab"):
        for _ in range(60):
            page.keyboard.press(key)
            if not page.evaluate("document.querySelector('.checklist').contains(document.activeElement)"):
                continue
            assert not page.evaluate(COVERED), page.evaluate("document.activeElement.outerHTML")
    last.scroll_into_view_if_needed()
    tick(page, IDS[-1])
    bounds = page.locator(".checklist-count").bounding_box()
    assert bounds["y"] >= 0 and bounds["y"] + bounds["height"] <= height
    page.evaluate("location.hash = 'date'")
    page.wait_for_function("() => document.querySelector('#date').getBoundingClientRect().top < innerHeight")
    title, bar = (page.locator(one).bounding_box() for one in ("#date label", ".checklist-now"))
    assert title["y"] >= bar["y"] + bar["height"] or bar["x"] > title["x"] + title["width"]


@LANGUAGES
def test_reset_can_be_undone_until_the_next_tick(open_page, language):
    page = open_page(PAGE[language])
    reset = page.get_by_role("button", name=RESET[language])
    undo = page.get_by_role("button", name=UNDO[language])
    assert reset.is_disabled() and undo.count() == 0
    tick(page, "requirements", "date")
    reset.click()
    assert ticked(page) == [] and status(page) == COUNT[language].format(0)
    undo.click()
    assert ticked(page) == ["requirements", "date"] and status(page).startswith(COUNT[language].format(2))
    reset.click()
    tick(page, "functions")
    assert undo.count() == 0 and reset.is_enabled()
    page.reload()
    assert ticked(page) == ["functions"]


def test_undo_survives_in_storage(open_page):
    page = open_page(PAGE["de"])
    tick(page, "requirements", "date")
    page.get_by_role("button", name=RESET["de"]).click()
    page.get_by_role("button", name=UNDO["de"]).click()
    page.reload()
    assert ticked(page) == ["requirements", "date"]
