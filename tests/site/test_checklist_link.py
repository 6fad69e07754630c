"""Progress in the checklist as a link: copied, asked about, taken, and never sent."""

import json

import pytest
from audit.axe import axe_faults
from audit.checklist import (
    ASK,
    COPY,
    COUNT,
    IDS,
    KEEP,
    LANGUAGES,
    PAGE,
    TAKE,
    UNDO,
    status,
    tick,
    ticked,
    wait_until_ticked,
)


@LANGUAGES
def test_progress_is_copied_as_a_link_that_carries_nothing_else(open_page, address, language):
    page = open_page(f"{PAGE[language]}?mode=administrator#date")
    page.context.grant_permissions(["clipboard-write"])
    copy = page.get_by_role("button", name=COPY[language])
    assert copy.is_disabled()
    tick(page, "requirements", "date")
    copy.click()
    page.get_by_text({"de": "Link kopiert", "en": "Link copied"}[language]).wait_for()
    page.get_by_role("searchbox").press("Control+V")  # the policy forbids scripts to read the clipboard
    assert page.get_by_role("searchbox").input_value() == f"{address}{PAGE[language]}#done=requirements,date"


def test_where_the_clipboard_is_closed_the_link_stands_selected_to_copy(open_page, address):
    page = open_page(PAGE["de"])
    page.evaluate("Navigator.prototype.__defineGetter__('clipboard', () => undefined)")
    tick(page, "date")
    page.get_by_role("button", name=COPY["de"]).click()
    field = page.get_by_role("textbox", name="Link zum Kopieren")
    assert field.input_value() == f"{address}{PAGE['de']}#done=date"
    assert page.evaluate("getSelection().toString()") == field.input_value()
    tick(page, "functions")
    assert not field.is_visible()  # it would be out of date


@LANGUAGES
def test_a_link_asks_before_it_replaces_ticks(open_page, language):
    page = open_page(PAGE[language])
    page.on("dialog", lambda dialog: pytest.fail("the question stands in the page"))
    tick(page, "requirements", "functions")
    page.goto("about:blank")
    page = open_page(f"{PAGE[language]}#done=requirements,date", context=page.context)
    dialog = page.get_by_role("dialog")
    assert dialog.is_visible() and ticked(page) == ["requirements", "functions"]
    titles = {item: page.locator(f"li#{item} strong").first.text_content() for item in IDS}
    assert dialog.locator(".checklist-added b").inner_text() == titles["date"]
    assert dialog.locator(".checklist-removed b").inner_text() == titles["functions"]
    assert page.evaluate("document.activeElement.textContent") == ASK[language]  # read first, and never scrolled away
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == KEEP[language]
    dialog.get_by_role("button", name=TAKE[language], exact=True).click()
    wait_until_ticked(page, "requirements", "date")
    assert not dialog.is_visible()
    page.get_by_role("button", name=UNDO[language]).click()
    assert ticked(page) == ["requirements", "functions"]


@pytest.mark.parametrize("answer", ["button", "Escape", "reload"])
def test_whoever_does_not_take_the_link_keeps_the_ticks(open_page, address, answer):
    page = open_page(PAGE["de"])
    tick(page, "functions")
    page.evaluate("location.hash = 'done=date'")  # in an open page, too
    dialog = page.get_by_role("dialog")
    dialog.wait_for()
    if answer == "button":
        dialog.get_by_role("button", name=KEEP["de"]).click()
    elif answer == "Escape":
        page.keyboard.press("Escape")
    else:
        page.reload()
    page.wait_for_timeout(200)  # the dialog tells its answer a moment after it closes
    assert not dialog.is_visible() and ticked(page) == ["functions"]
    assert page.url == f"{address}{PAGE['de']}"
    assert "#" not in page.get_by_role("link", name="English").get_attribute("href")


@LANGUAGES
def test_the_question_is_seen_on_the_smallest_screen(open_page, language):  # 1280 × 1024 at 400 %
    page = open_page(PAGE[language], 320)
    page.set_viewport_size({"width": 320, "height": 256})
    tick(page, "functions")
    page.evaluate("location.hash = 'done=date,first-aid,inform-users'")
    dialog = page.get_by_role("dialog", name=ASK[language])
    dialog.wait_for()
    assert dialog.evaluate("dialog => dialog.scrollTop") == 0
    heading = dialog.get_by_role("heading").bounding_box()
    assert heading["y"] >= 0 and heading["y"] + heading["height"] <= 256
    assert axe_faults(page, "dialog") == []


@pytest.mark.parametrize("answer", [KEEP["de"], TAKE["de"], None], ids=["keep", "take", "escape"])
@pytest.mark.parametrize("before", ["tick-first-aid", None], ids=["from an item", "on arrival"])
def test_after_the_question_the_focus_is_where_it_was_or_on_the_first_item(open_page, answer, before):
    page = open_page(PAGE["de"])
    tick(page, "functions")
    page.reload()
    if before:
        page.locator(f"#{before}").focus()
    page.evaluate("location.hash = 'done=date'")
    page.get_by_role("dialog").wait_for()
    if answer:
        page.get_by_role("button", name=answer).click()
    else:
        page.keyboard.press("Escape")
    page.locator(f"#{before or 'tick-requirements'}:focus").wait_for()


def test_escape_after_an_earlier_yes_is_a_no(open_page):
    page = open_page(PAGE["de"])
    tick(page, "functions")
    page.evaluate("location.hash = 'done=date'")
    page.get_by_role("button", name=TAKE["de"], exact=True).click()
    wait_until_ticked(page, "date")
    page.evaluate("location.hash = 'done=first-aid'")
    page.get_by_role("dialog").wait_for()
    page.keyboard.press("Escape")
    page.wait_for_timeout(200)  # the dialog tells its answer a moment after it closes
    assert ticked(page) == ["date"]


def test_a_link_is_taken_at_once_where_nothing_is_ticked_and_can_be_undone(open_page):
    page = open_page(f"{PAGE['de']}#done=requirements,date")
    assert ticked(page) == ["requirements", "date"] and not page.get_by_role("dialog").is_visible()
    assert status(page) == f"{COUNT['de'].format(2)} Stand aus dem Link übernommen"
    page.reload()
    assert ticked(page) == ["requirements", "date"]
    page.evaluate("location.hash = 'done=date'")
    page.get_by_role("button", name=TAKE["de"], exact=True).click()
    wait_until_ticked(page, "date")
    page.get_by_role("button", name=UNDO["de"]).click()
    assert ticked(page) == ["requirements", "date"]


def test_ids_that_the_list_does_not_have_are_left_out(open_page):
    page = open_page(f"{PAGE['de']}#done=date,gone,%3Cimg%20src%3Dx%3E,__proto__,date")
    assert ticked(page) == ["date"]
    assert list(json.loads(page.evaluate("localStorage.checklist"))) == ["date"]


@pytest.mark.parametrize("fragment", ["done=gone", "done=", "done=,,"])
def test_a_link_without_any_known_id_changes_nothing_and_says_so(open_page, fragment):
    page = open_page(PAGE["de"])
    tick(page, "functions")
    page.evaluate("fragment => { location.hash = fragment }", fragment)
    page.get_by_text("Der Link nennt keinen Punkt dieser Liste").wait_for()
    assert ticked(page) == ["functions"] and not page.get_by_role("dialog").is_visible()


def test_anchors_of_items_stay_anchors(open_page, address):
    page = open_page(f"{PAGE['de']}#date")
    assert page.url == f"{address}{PAGE['de']}#date" and ticked(page) == []
    assert page.locator("li#date").evaluate("item => item.matches(':target')")
    # The browser scrolls once the page is laid out, which may be a moment after it has loaded.
    page.wait_for_function(
        "() => Math.abs(document.querySelector('li#date').getBoundingClientRect().top) < innerHeight"
    )


def test_progress_is_never_sent(open_page):
    page = open_page(PAGE["de"])
    sent = []
    page.on("request", lambda request: sent.append(request.url + (request.post_data or "")))
    tick(page, "requirements")
    page.reload()
    page.goto("about:blank")
    open_page(f"{PAGE['de']}#done=requirements,date", context=page.context)
    page.goto("about:blank")
    assert sent and not [line for line in sent if "done" in line.split("#")[0] or "requirements" in line.split("#")[0]]
