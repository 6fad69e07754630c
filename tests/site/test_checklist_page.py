"""The checklist in the browser: ticked, shared, printed, and usable where scripts or storage are missing."""

import io
import json
import re
import time
from urllib.parse import urljoin

import pypdfium2
import pytest
from audit.axe import axe_faults
from pypdf import PdfReader

PAGE = {"de": "admin/checklist/", "en": "en/admin/checklist/"}
LANGUAGES = pytest.mark.parametrize("language", ["de", "en"])
WIDTHS = pytest.mark.parametrize("width", [1280, 390, 320], ids=["desktop", "phone", "reflow"])
COUNT = {"de": "{} von 9 erledigt", "en": "{} of 9 done"}
RESET = {"de": "Häkchen entfernen", "en": "Clear ticks"}
UNDO = {"de": "Rückgängig machen", "en": "Undo"}
COPY = {"de": "Meinen Stand als Link kopieren", "en": "Copy my progress as a link"}
KEEP = {"de": "Meine Häkchen behalten", "en": "Keep my ticks"}
TAKE = {"de": "Stand übernehmen", "en": "Replace my ticks"}
ASK = {"de": "Stand der Checkliste aus dem Link übernehmen?", "en": "Use the checklist progress from the link?"}
STORED = {"de": "in diesem Browser", "en": "in this browser"}
UNSTORED = {"de": "speichert hier nichts", "en": "stores nothing here"}
CHANGED = "Der Text hat sich geändert"
IDS = [
    "requirements",
    "functions",
    "desk-phones",
    "conference-packages",
    "data-protection",
    "client-installation",
    "date",
    "inform-users",
    "first-aid",
]
BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('blocked') }})"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"


def box(page, item):
    """Return an item's checkbox."""
    return page.locator(f"li#{item} input")


def tick(page, *items):
    """Tick items as readers do."""
    for item in items:
        box(page, item).check()


def ticked(page):
    """Return the ids of the items that are ticked."""
    return page.locator(".checklist > li:has(:checked)").evaluate_all("items => items.map(item => item.id)")


def status(page):
    """Return what is announced about the progress."""
    return " ".join(page.get_by_role("status").first.inner_text().split())


def wait_until_ticked(page, *items):
    """Wait until these items and no others are ticked; another tab needs a moment."""
    done = "[...document.querySelectorAll('.checklist > li:has(:checked)')].map(item => item.id).join()"
    page.wait_for_function(f"wanted => {done} === wanted", arg=",".join(items))


def age(page, language, item):
    """Make an item's tick one of an earlier text."""
    stored = json.loads(page.evaluate("localStorage.checklist"))
    stored[item][language] = "earlier"
    page.evaluate("stored => { localStorage.checklist = stored }", json.dumps(stored))
    page.reload()


def change_text(context, path, old, new):
    """Serve a page with other words from now on."""

    def answer(route):
        response = route.fetch()
        assert old in response.text()
        route.fulfill(response=response, body=response.text().replace(old, new))

    context.route(f"**/{path}", answer)


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
    page.locator("li#desk-phones label").click()
    assert ticked(page) == ["desk-phones"]
    page.locator("li#desk-phones p").last.click()
    page.locator("li#desk-phones > p").first.click(position={"x": 480, "y": 10})  # beside the title
    assert ticked(page) == ["desk-phones"]
    page.locator("li#desk-phones label").click()
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
    box(page, "desk-phones").scroll_into_view_if_needed()
    bounds = box(page, "desk-phones").bounding_box()
    page.mouse.click(bounds["x"] + 12, bounds["y"] + 33)
    assert ticked(page) == ["desk-phones"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@WIDTHS
@LANGUAGES
def test_axe_finds_nothing_in_any_state(open_page, language, width, scheme):
    page = open_page(PAGE[language], width, color_scheme=scheme, reduced_motion="reduce")
    tick(page, "requirements", "date")
    age(page, language, "requirements")
    assert page.locator(".checklist__changed").is_visible()
    assert axe_faults(page) == []
    page.evaluate("delete Navigator.prototype.clipboard")
    page.get_by_role("button", name=COPY[language]).click()
    assert page.locator(".checklist-link").is_visible()
    assert axe_faults(page) == []
    page.get_by_role("button", name=RESET[language]).click()
    assert axe_faults(page) == []
    page.get_by_role("button", name=UNDO[language]).click()
    page.evaluate("location.hash = 'done=functions'")
    page.get_by_role("dialog").wait_for()
    assert axe_faults(page) == []
    page.get_by_role("button", name=TAKE[language], exact=True).click()
    assert axe_faults(page) == []


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
    assert bar.evaluate("bar => [bar.value, bar.max]") == [0, 9]
    tick(page, "requirements", "date", "first-aid")
    assert status(page) == COUNT[language].format(3)
    assert page.locator("progress").evaluate("bar => [bar.value, bar.max]") == [3, 9]
    box(page, "date").uncheck()
    assert status(page) == COUNT[language].format(2)
    tick(page, *IDS)
    assert status(page) == {"de": "Alle 9 Punkte erledigt", "en": "All 9 points done"}[language]


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
    tick(page, "desk-phones", "date")
    change_text(page.context, PAGE["de"], "Nutzen Sie sie wie gewohnt weiter.", "Starten Sie sie neu.")
    page.reload()
    note = page.locator(".checklist__changed")
    assert note.count() == 1 and page.locator("li#desk-phones .checklist__changed").is_visible()
    assert ticked(page) == ["desk-phones", "date"]
    described = box(page, "desk-phones").get_attribute("aria-describedby")
    assert page.locator(f"#{described}").inner_text().startswith(CHANGED)
    assert box(page, "date").get_attribute("aria-describedby") is None

    page.get_by_role("button", name="Weiterhin erledigt").click()
    assert note.count() == 0 and ticked(page) == ["desk-phones", "date"]
    assert page.evaluate("document.activeElement.id") == "tick-desk-phones"
    page.reload()
    assert ticked(page) == ["desk-phones", "date"] and note.count() == 0


def test_unticking_and_ticking_again_accepts_the_new_text(open_page):
    page = open_page(PAGE["de"])
    tick(page, "desk-phones")
    change_text(page.context, PAGE["de"], "Nutzen Sie sie wie gewohnt weiter.", "Starten Sie sie neu.")
    page.reload()
    box(page, "desk-phones").uncheck()
    assert page.locator(".checklist__changed").count() == 0
    tick(page, "desk-phones")
    assert page.locator(".checklist__changed").count() == 0


def test_a_change_in_one_language_is_told_in_that_language_only(open_page):
    page = open_page(PAGE["de"])
    tick(page, "desk-phones")
    page = open_page(PAGE["en"], context=page.context)  # the reader has seen the English text, too
    assert page.locator(".checklist__changed").count() == 0
    change_text(page.context, PAGE["en"], "Keep using them as usual.", "Restart them.")
    page.reload()
    assert page.locator("li#desk-phones .checklist__changed").is_visible()
    german = open_page("index.html", context=page.context)
    german.goto(german.url.replace("index.html", PAGE["de"]))
    assert ticked(german) == ["desk-phones"] and german.locator(".checklist__changed").count() == 0


# ---- Progress as a link --------------------------------------------------------------------------------------------


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
    tick(page, "requirements", "desk-phones")
    page.goto("about:blank")
    page = open_page(f"{PAGE[language]}#done=requirements,date", context=page.context)
    dialog = page.get_by_role("dialog")
    assert dialog.is_visible() and ticked(page) == ["requirements", "desk-phones"]
    titles = {item: page.locator(f"li#{item} strong").first.text_content() for item in IDS}
    assert dialog.locator(".checklist-added b").inner_text() == titles["date"]
    assert dialog.locator(".checklist-removed b").inner_text() == titles["desk-phones"]
    assert page.evaluate("document.activeElement.textContent") == ASK[language]  # read first, and never scrolled away
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == KEEP[language]
    dialog.get_by_role("button", name=TAKE[language], exact=True).click()
    wait_until_ticked(page, "requirements", "date")
    assert not dialog.is_visible()
    page.get_by_role("button", name=UNDO[language]).click()
    assert ticked(page) == ["requirements", "desk-phones"]


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


# ---- Without scripts, and before they run --------------------------------------------------------------------------


@WIDTHS
@LANGUAGES
def test_without_javascript_the_printed_boxes_stay_and_nothing_dead_is_shown(open_page, language, width):
    page = open_page(PAGE[language], width, java_script_enabled=False)
    assert page.locator(".checklist > li > span.checklist__box:visible").count() == 9
    assert page.locator(".checklist-tools").bounding_box() is None  # no gap, either
    assert page.locator("article").locator("input, button, progress, dialog").locator("visible=true").count() == 0


def test_where_the_module_does_not_arrive_nothing_dead_is_shown(open_page, chromium):
    context = chromium.new_context()
    context.route("**/checklist.*.js", lambda route: route.abort())
    page = open_page(PAGE["de"], context=context)
    assert page.locator("article").locator("input, button, progress, dialog").locator("visible=true").count() == 0
    assert page.locator("span.checklist__box:visible").count() == 9
    context.close()


@WIDTHS
def test_nothing_moves_while_the_page_loads(open_page, width):
    page = open_page(PAGE["de"], width)
    tick(page, "requirements", "date")
    change_text(page.context, PAGE["de"], "sind erfüllt, auch", "sind erfüllt, und")
    page.context.route("**/checklist.*.js", lambda route: time.sleep(0.5) or route.continue_())  # a slow line
    page.reload()
    assert page.locator(".checklist__changed").is_visible()
    page.wait_for_load_state("networkidle")
    shift = page.evaluate("""new Promise(done => {
        let sum = 0;
        const inArticle = ({ node }) => node?.parentElement?.closest("article");
        const count = ({ value, sources }) => { sum += sources.some(inArticle) ? value : 0; };
        new PerformanceObserver(list => list.getEntries().forEach(count))
            .observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done(sum), 300);
    })""")
    assert shift < 0.01


@pytest.mark.parametrize("asset", [r"checklist\.\w{8}\.js", r"checklist-state\.\w{8}\.js"])
def test_only_the_checklist_loads_its_scripts(build, asset):
    pages = {str(path.relative_to(build[0])): path.read_text("utf-8") for path in build[0].rglob("*.html")}
    assert sorted(name for name, html in pages.items() if re.search(f'/{asset}"', html)) == [
        "admin/checklist/index.html",
        "en/admin/checklist/index.html",
    ]


# ---- Print ---------------------------------------------------------------------------------------------------------


def printed(page):
    return page.pdf(format="A4", print_background=False)


def pixels(pdf):
    """Return the first page as paper shows it."""
    return bytes(pypdfium2.PdfDocument(pdf)[0].render(scale=1).buffer)


@LANGUAGES
@pytest.mark.parametrize("script", [True, False], ids=["ticked", "no-script"])
def test_print_is_a_clean_sheet_of_at_most_two_pages(open_page, language, script):
    page = open_page(PAGE[language], color_scheme="dark", java_script_enabled=script)
    if script:
        tick(page, *IDS)
        age(page, language, "date")
    titles = page.locator(".checklist > li strong:first-child").all_inner_texts()
    reader = PdfReader(io.BytesIO(printed(page)))
    text = " ".join(" ".join(sheet.extract_text() for sheet in reader.pages).split())
    assert len(reader.pages) <= 2
    assert len(titles) >= 9 and [title for title in titles if title not in text] == []
    unwanted = [COPY[language], RESET[language], STORED[language], CHANGED, page.locator(".views__switch").inner_text()]
    assert [words for words in unwanted if words in text] == []
    page.emulate_media(media="print")
    hidden = "nav, header a[hreflang], dialog, button, progress, .checklist-tools, .checklist__changed, [role=search]"
    assert page.locator(hidden).locator("visible=true").count() == 0
    assert page.locator(".checklist__box:visible").count() == 9


@LANGUAGES
def test_print_shows_the_address_of_every_link(open_page, language):
    page = open_page(PAGE[language])
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    hrefs = page.locator("article a[href]").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    addresses = [href if href.startswith("http") else urljoin(canonical, href) for href in hrefs]
    text = "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(printed(page))).pages)
    assert any(address.startswith("https://help.example/") for address in addresses)
    assert [address for address in addresses if f"({address})" not in "".join(text.split())] == []


def test_print_shows_the_ticks_as_they_stand(open_page):
    page = open_page(PAGE["de"])
    blank = pixels(printed(page))
    assert pixels(printed(page)) == blank
    tick(page, "requirements")
    assert pixels(printed(page)) != blank
