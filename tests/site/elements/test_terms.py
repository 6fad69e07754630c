"""Terms: what one means is shown on focus, under the pointer and on a tap, and the glossary is a page."""

import pytest
from audit.axe import axe_faults

MEANING = "Private Branch Exchange: die Telefonanlage eines Unternehmens."


def term(page, name="PBX"):
    return page.locator("article").get_by_role("link", name=name, exact=True)


def tip(page):
    return page.get_by_role("tooltip").filter(visible=True)


def test_focus_shows_what_a_term_means_until_it_leaves_or_escape(sample):
    page = sample()
    assert tip(page).count() == 0
    term(page).focus()
    assert tip(page).inner_text() == MEANING
    page.keyboard.press("Escape")
    assert tip(page).count() == 0
    page.keyboard.press("Tab")
    assert tip(page).inner_text().startswith("Das Programm, mit dem Sie am Computer")
    page.keyboard.press("Tab")
    assert tip(page).count() == 0


def test_the_pointer_may_move_onto_the_meaning(sample):
    page = sample()
    term(page).hover()
    assert tip(page).inner_text() == MEANING
    tip(page).hover()
    assert tip(page).inner_text() == MEANING
    page.mouse.move(1, 1)
    assert tip(page).count() == 0
    term(page).hover()
    page.keyboard.press("Escape")
    assert tip(page).count() == 0


def test_the_first_tap_shows_and_the_second_leads_to_the_glossary(sample):
    page = sample(width=390, has_touch=True)
    term(page).tap()
    assert tip(page).inner_text() == MEANING
    page.locator("h1").tap()
    assert tip(page).count() == 0
    term(page).tap()
    assert "/user/elements/" in page.url
    term(page).tap()
    page.wait_for_url("**/terms/#pbx")


def test_a_screen_reader_hears_the_meaning(sample):
    page = sample()
    described = term(page).get_attribute("aria-describedby")
    assert page.locator(f"#{described}").text_content() == MEANING
    assert term(page).get_attribute("title") is None


@pytest.mark.parametrize("scripts", [True, False])
def test_enter_leads_to_the_entry_of_the_glossary(sample, scripts):
    page = sample(java_script_enabled=scripts)
    assert scripts or term(page).get_attribute("title") == MEANING
    term(page).press("Enter")
    page.wait_for_url("**/terms/#pbx")
    assert page.locator("dt#pbx + dd").inner_text() == MEANING
    assert page.locator("a.term").count() == 0


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("colours", ["none", "active"])
def test_the_meaning_is_whole_on_the_screen(sample, width, colours):
    page = sample(width=width, forced_colors=colours, reduced_motion="reduce")
    term(page, "Client").focus()
    box = tip(page).bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width
    assert box["y"] >= 0 and box["y"] + box["height"] <= 900
    assert tip(page).evaluate("one => getComputedStyle(one).borderTopWidth") == "1px"
    # It lies upon other words, so that axe can't tell its contrast; its colours are those of the page.
    assert [fault for fault in axe_faults(page) if "#term-2" not in fault or "overlaps" not in fault] == []


def test_each_term_is_marked_once_a_page_and_never_in_headings_and_lists_of_the_site(sample, english_sample):
    for page, names in ((sample(), ["PBX", "Client"]), (english_sample(), ["PBX", "client"])):
        assert page.locator("a.term").all_inner_texts() == names
        assert page.locator(":is(h1, h2, h3, nav, header, footer) a.term").count() == 0


def test_pages_without_a_term_pay_nothing(sample_site):
    for page in sample_site.rglob("index.html"):
        html = page.read_text("utf-8")
        assert ("javascripts/terms." in html) is ('class="term"' in html), page


def test_paper_has_neither_marks_nor_addresses_of_the_glossary(sample):
    page = sample()
    page.emulate_media(media="print")
    assert term(page).evaluate("one => getComputedStyle(one).textDecorationLine") == "none"
    assert term(page).get_attribute("data-address") is None
