"""The ticks of the checklist: where they are kept, and what becomes of them when the text changes."""

import pytest
from audit.checklist import (
    BLOCKED,
    CHANGED,
    COUNT,
    FULL,
    LANGUAGES,
    PAGE,
    RESET,
    STORED,
    UNDO,
    UNSTORED,
    box,
    change_text,
    status,
    tick,
    ticked,
    wait_until_ticked,
)

# ---- Storage -------------------------------------------------------------------------------------------------------


def test_ticks_survive_a_reload_and_both_languages_share_them(open_page):
    page = open_page(PAGE["de"])
    tick(page, "requirements", "date")
    page.reload()
    assert ticked(page) == ["requirements", "date"]
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/en/admin/checklist/")
    assert ticked(page) == ["requirements", "date"] and status(page) == COUNT["en"].format(2)
    box(page, "date").uncheck()
    page.get_by_role("link", name="Deutsch").click()
    page.wait_for_url("**/admin/checklist/")
    assert ticked(page) == ["requirements"]


@LANGUAGES
def test_a_sentence_says_where_ticks_are_kept(open_page, language):
    assert open_page(PAGE[language]).get_by_text(STORED[language]).is_visible()


@pytest.mark.parametrize("fault", [BLOCKED, FULL], ids=["blocked", "full"])
@LANGUAGES
def test_without_storage_it_works_for_the_visit_and_says_so(open_page, chromium, language, fault):
    context = chromium.new_context()
    context.add_init_script(fault)
    page = open_page(PAGE[language], context=context)
    if fault == BLOCKED:
        assert page.get_by_text(UNSTORED[language]).is_visible()
    tick(page, "requirements", "date")
    sentence = page.get_by_role("status").filter(has_text=UNSTORED[language])
    assert sentence.is_visible() and page.get_by_text(STORED[language]).count() == 0
    assert ticked(page) == ["requirements", "date"] and status(page) == COUNT[language].format(2)
    page.get_by_role("button", name=RESET[language]).click()
    page.get_by_role("button", name=UNDO[language]).click()
    box(page, "date").uncheck()
    assert ticked(page) == ["requirements"]
    context.close()


@pytest.mark.parametrize(
    ("stored", "expected"),
    [
        ("", []),
        ("{", []),
        ("null", []),
        ("7", []),
        ('"done"', []),
        ('["date"]', []),
        ('{"date": 1}', ["date"]),
        ('{"date": null, "gone": {"de": "x"}}', ["date"]),
        ('{"__proto__": {"de": "x"}, "constructor": {}}', []),
    ],
)
def test_a_broken_stored_value_breaks_nothing(open_page, stored, expected):
    page = open_page("admin/")
    page.evaluate("stored => localStorage.setItem('checklist', stored)", stored)
    page = open_page(PAGE["de"], context=page.context)
    assert ticked(page) == expected
    tick(page, "functions")
    page.reload()
    assert ticked(page) == ["functions", *expected]
    assert page.locator(".checklist__changed").count() == 0


def test_open_tabs_stay_in_step_in_both_languages(open_page):
    one = open_page(PAGE["de"])
    other = open_page(PAGE["en"], context=one.context)
    tick(one, "requirements")
    wait_until_ticked(other, "requirements")
    tick(other, "date")
    wait_until_ticked(one, "requirements", "date")
    assert status(one) == COUNT["de"].format(2) and status(other) == COUNT["en"].format(2)
    assert one.locator(".checklist__changed").count() == other.locator(".checklist__changed").count() == 0
    one.get_by_role("button", name=RESET["de"]).click()
    wait_until_ticked(other)
    one.get_by_role("button", name=UNDO["de"]).click()
    wait_until_ticked(other, "requirements", "date")
    other.evaluate("localStorage.clear()")
    wait_until_ticked(one)


def test_undo_is_not_offered_over_what_another_tab_ticked(open_page):
    one = open_page(PAGE["de"])
    other = open_page(PAGE["de"], context=one.context)
    tick(one, "requirements")
    wait_until_ticked(other, "requirements")
    one.get_by_role("button", name=RESET["de"]).click()
    wait_until_ticked(other)
    tick(other, "date")
    wait_until_ticked(one, "date")
    assert one.get_by_role("button", name=UNDO["de"]).count() == 0


# ---- Changed texts -------------------------------------------------------------------------------------------------


def test_an_item_says_that_its_text_changed_since_it_was_ticked(open_page):
    page = open_page(PAGE["de"])
    tick(page, "functions", "date")
    change_text(
        page.context, PAGE["de"], "Lesen Sie dort auch die aktuellen Hinweise", "Lesen Sie dort die neuen Hinweise"
    )
    page.reload()
    note = page.locator(".checklist__changed")
    assert note.count() == 1 and page.locator("li#functions .checklist__changed").is_visible()
    assert ticked(page) == ["functions", "date"]
    described = box(page, "functions").get_attribute("aria-describedby")
    assert page.locator(f"#{described}").inner_text().startswith(CHANGED)
    assert box(page, "date").get_attribute("aria-describedby") is None

    page.get_by_role("button", name="Weiterhin erledigt").click()
    assert note.count() == 0 and ticked(page) == ["functions", "date"]
    assert page.evaluate("document.activeElement.id") == "tick-functions"
    page.reload()
    assert ticked(page) == ["functions", "date"] and note.count() == 0


def test_unticking_and_ticking_again_accepts_the_new_text(open_page):
    page = open_page(PAGE["de"])
    tick(page, "functions")
    change_text(
        page.context, PAGE["de"], "Lesen Sie dort auch die aktuellen Hinweise", "Lesen Sie dort die neuen Hinweise"
    )
    page.reload()
    box(page, "functions").uncheck()
    assert page.locator(".checklist__changed").count() == 0
    tick(page, "functions")
    assert page.locator(".checklist__changed").count() == 0


def test_a_change_in_one_language_is_told_in_that_language_only(open_page):
    page = open_page(PAGE["de"])
    tick(page, "functions")
    page = open_page(PAGE["en"], context=page.context)  # the reader has seen the English text, too
    assert page.locator(".checklist__changed").count() == 0
    change_text(page.context, PAGE["en"], "Also read the current notes", "Read the new notes")
    page.reload()
    assert page.locator("li#functions .checklist__changed").is_visible()
    german = open_page("index.html", context=page.context)
    german.goto(german.url.replace("index.html", PAGE["de"]))
    assert ticked(german) == ["functions"] and german.locator(".checklist__changed").count() == 0
