"""Notices as readers meet them: in their time and in no other, in both languages, in other zones, without scripts."""

import json
import shutil

import pytest
from audit.axe import light_and_dark
from audit.controls import dead_controls
from audit.markup import html_validate_faults, nu_faults
from portal.languages import LANGUAGES, published_path

EACH = pytest.mark.parametrize("language", LANGUAGES)
BACK = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"  # what browsers send after Back
BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError') } })"
NIGHT = "2027-03-01T22:30:00Z"  # 23:30 in Berlin: three notices in the admin view
ANNOUNCED = {"de": "angekündigt", "en": "announced"}
HIDE = {"de": "Ausblenden", "en": "Hide"}
SHIFTS = """new Promise((done) => new PerformanceObserver((list) => done(list.getEntries().map(({ value }) => value)))
  .observe({ type: 'layout-shift', buffered: true }) || setTimeout(() => done([]), 300))"""


def shown(page) -> list[str]:
    """Return the ids of the notices that a reader sees."""
    notices = page.locator(".notice").filter(visible=True)
    return [one.removeprefix("notice-") for one in notices.evaluate_all("all => all.map(({ id }) => id)")]


def path(language, page="admin/book.md") -> str:
    return published_path(language, page)


# ---- In their time -------------------------------------------------------------------------------------------------


@EACH
@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-03-29T00:29:59Z", []),
        ("2026-03-29T00:30:00Z", ["spring"]),  # 01:30; half an hour later, clocks go from 02:00 to 03:00
        ("2026-03-29T01:29:59Z", ["spring"]),  # 03:29:59
        ("2026-03-29T01:30:00Z", []),
        ("2026-10-23T21:59:59Z", []),
        ("2026-10-23T22:00:00Z", ["autumn"]),  # the day before begins in Berlin
        ("2026-10-25T00:30:00Z", ["autumn"]),  # 02:30 for the first time
        ("2026-10-25T01:29:59Z", ["autumn"]),
        ("2026-10-25T01:30:00Z", []),  # 02:30 for the second time
        (NIGHT, ["booking", "portal", "outage"]),
    ],
)
def test_a_notice_is_shown_from_its_begin_to_its_end(open_at, language, moment, expected):
    assert shown(open_at(moment, path(language))) == expected


@EACH
def test_a_notice_is_shown_on_the_pages_of_its_views_and_no_others(open_at, language):
    assert shown(open_at(NIGHT, path(language, "user/help.md"))) == ["portal", "outage"]
    page = open_at(NIGHT, path(language, "index.md"))
    assert page.locator(".notice, script[src*=notices], link[href*=notices]").count() == 0


@EACH
def test_a_page_that_stays_open_sees_notices_begin_and_end(open_at, language):
    page = open_at("2026-10-23T21:00:00Z", path(language))
    hour = 60 * 60 * 1000
    states = []
    for hours in (1, 26.4, 0.2, 0.8, 0.2):
        page.clock.run_for(round(hours * hour))
        states.append((shown(page), page.locator("#notice-autumn .notice__state").inner_text() if shown(page) else ""))
    soon = ANNOUNCED[language]
    assert states == [(["autumn"], soon), (["autumn"], soon), (["autumn"], ""), (["autumn"], ""), ([], "")]


def test_a_notice_that_is_far_away_does_not_begin_early_nor_ask_the_clock_all_the_time(open_at):
    count = "window.timers = 0; const set = setTimeout; window.setTimeout = (...all) => (window.timers++, set(...all))"
    page = open_at("2026-10-26T00:00:00Z", path("de"), script=count)
    before = page.evaluate("timers")
    page.clock.fast_forward(30 * 24 * 60 * 60 * 1000)  # longer than a timer can be
    assert shown(page) == []
    assert page.evaluate("timers") - before <= 2


@pytest.mark.parametrize("event", [BACK, "document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))"])
def test_a_page_that_slept_or_comes_back_from_the_history_looks_at_the_clock(open_at, event):
    page = open_at("2027-03-01T20:00:00Z", path("de"))
    page.clock.set_system_time(NIGHT)  # without timers, which sleep too
    assert shown(page) == []
    page.evaluate(event)
    assert shown(page) == ["booking", "portal", "outage"]


def test_a_notice_that_begins_is_announced_politely(open_at):
    page = open_at("2027-03-01T20:59:00Z", path("de"))
    region = page.locator(".notices[role=status][aria-atomic=false]")
    assert region.count() == 1 and not region.locator("section").is_visible()
    page.clock.run_for(60_000)
    assert page.get_by_role("status").get_by_role("region", name="Aktuelle Hinweise").is_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_moves_while_a_page_loads(open_at, width):
    page = open_at(NIGHT, path("de"), width)
    assert shown(page)
    page.clock.resume()
    assert sum(page.evaluate(SHIFTS)) == 0


# ---- Other zones ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "zone", "expected"),
    [
        ("de", "Europe/Berlin", ""),
        ("en", "Europe/Vienna", ""),
        ("de", "America/New_York", "In Ihrer Zeitzone: 24. Oktober 2026, 20:30–21:30 Uhr GMT-4"),
        ("en", "Asia/Tokyo", "In your time zone: 25 October 2026, 09:30–10:30 GMT+9"),
        ("en", "Europe/London", "In your time zone: 25 October 2026 at 01:30 BST – 25 October 2026 at 01:30 GMT"),
    ],
)
def test_readers_in_other_zones_see_their_own_time_beside_berlins(open_at, language, zone, expected):
    page = open_at("2026-10-25T01:00:00Z", path(language), zone=zone)
    time = page.locator("#notice-autumn .notice__time")
    assert page.locator("#notice-autumn .notice__here").inner_text() == expected
    for hour in {"de": ("02:30 Uhr (MESZ)", "02:30 Uhr (MEZ)"), "en": ("(CEST)", "(CET)")}[language]:
        assert hour in time.inner_text()


# ---- Hiding --------------------------------------------------------------------------------------------------------


@EACH
def test_a_hidden_notice_stays_hidden_in_both_languages_but_for_a_severe_one(open_at, address, language):
    page = open_at(NIGHT, path(language))
    assert page.locator("#notice-outage button").count() == 0
    page.locator("#notice-portal").get_by_role("button", name=HIDE[language]).click()
    assert shown(page) == ["booking", "outage"]
    for other in LANGUAGES:
        page.goto(address + path(other, "user/help.md"))
        assert shown(page) == ["outage"]
    kept = json.loads(page.evaluate("localStorage.notices"))
    assert [name.rpartition("-")[0] for name in kept] == ["portal"]


def test_notices_are_hidden_by_keyboard_and_the_focus_goes_on(open_at):
    page = open_at(NIGHT, path("de"))
    page.locator(".views__switch").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('.notice').id") == "notice-portal"
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.id") == "content"
    assert shown(page) == ["outage"]


def test_other_tabs_follow_and_a_page_from_the_history_too(open_at, open_page):
    page = open_at(NIGHT, path("de"))
    other = open_page(path("en"), context=page.context)
    other.locator("#notice-portal button").click()
    page.locator("#notice-portal").wait_for(state="hidden")
    other.evaluate("localStorage.clear()")
    page.evaluate(BACK)
    assert shown(page) == ["booking", "portal", "outage"]


def test_what_is_over_is_forgotten(open_at):
    page = open_at("2026-10-25T01:00:00Z", path("de"))
    page.locator("#notice-autumn button").click()
    page.clock.set_system_time(NIGHT)
    page.reload()
    page.locator("#notice-portal button").click()
    assert [name.rpartition("-")[0] for name in json.loads(page.evaluate("localStorage.notices"))] == ["portal"]


def test_where_storage_is_blocked_a_notice_is_hidden_as_long_as_the_page_is_open(open_at):
    page = open_at(NIGHT, path("de"), script=BLOCKED)
    page.locator("#notice-portal button").click()
    page.clock.run_for(60_000)
    page.evaluate(BACK)
    assert shown(page) == ["booking", "outage"]


@pytest.mark.parametrize("kept", ["null", "[]", "7", '"x"', "{", '{"portal": "x"}', '{"__proto__": 1}'])
def test_what_others_have_stored_hides_nothing(open_at, kept):
    page = open_at(NIGHT, path("de"), script=f"if (location.protocol === 'http:') localStorage.notices = {kept!r}")
    assert shown(page) == ["booking", "portal", "outage"]


# ---- All notices ---------------------------------------------------------------------------------------------------


@EACH
def test_the_page_of_all_notices_lists_each_with_its_time_and_whether_it_applies(open_at, language):
    page = open_at(NIGHT, path(language, "notices.md"))
    assert shown(page) == ["spring", "autumn", "booking", "portal", "outage"]
    over, now = {"de": ("beendet", "gilt jetzt"), "en": ("over", "applies now")}[language]
    assert page.locator(".notice__state").all_inner_texts() == [over, over, now, now, now]
    span = {"de": "01.03.2027, 22:00 bis 24:00 Uhr (MEZ)", "en": "1 March 2027, 22:00 to 24:00 Berlin time (CET)"}
    assert page.locator("#notice-portal .notice__time").first.inner_text().strip() == span[language]
    assert page.locator(".notice button").count() == 0


@EACH
def test_without_javascript_a_link_leads_to_all_notices(open_page, language):
    page = open_page(path(language), java_script_enabled=False)
    assert shown(page) == []
    assert dead_controls(page) == []
    page.locator("p.notices a").click()
    assert page.url.endswith(path(language, "notices.md"))
    assert shown(page) == ["spring", "autumn", "booking", "portal", "outage"]


@EACH
def test_each_notice_is_an_entry_of_the_feed(noticed_site, language):
    feed = (noticed_site / path(language, "notices.md") / "feed.xml").read_text("utf-8")
    assert feed.count("<entry>") == 5
    assert f"https://help.example/{path(language, 'notices.md')}#notice-autumn</id>" in feed


@EACH
def test_a_site_without_notices_says_so_and_no_page_pays_for_them(site, language):
    none = {"de": "Zurzeit sind keine Hinweise eingetragen.", "en": "There are no notices at present."}
    assert none[language] in site.pages[path(language, "notices.md") + "index.html"].html
    for page in site.pages.values():
        assert not {"notices.js", "notices.css"} & set(page.html.split("assets/"))
        assert 'class="notices"' not in page.html and "javascripts/notices" not in page.html
        assert "stylesheets/notices" not in page.html


# ---- To all readers ------------------------------------------------------------------------------------------------


@EACH
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_in_any_state(open_at, language, width):
    page = open_at(NIGHT, path(language), width, "America/New_York")
    page.clock.resume()  # axe waits, too
    assert light_and_dark(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator("#notice-portal button").click()
    assert light_and_dark(page, ".notices[role=status]") == []
    page.goto(page.url.replace("admin/book/", "notices/"))
    assert light_and_dark(page) == []


@EACH
def test_every_target_is_at_least_24_pixels_high_and_wide_at_320_pixels(open_at, language):  # WCAG 2.2, 2.5.8
    page = open_at(NIGHT, path(language), 320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    for button in page.locator(".notice button").filter(visible=True).all():
        bounds = button.bounding_box()
        assert min(bounds["width"], bounds["height"]) >= 24


def test_paper_has_no_notices_which_would_outlive_their_time(open_at):
    page = open_at(NIGHT, path("de"))
    page.emulate_media(media="print")
    assert shown(page) == []


def test_the_checkers_of_html_find_nothing_in_pages_with_notices(noticed_site, tmp_path):
    for language in LANGUAGES:
        for page in ("user/help.md", "admin/book.md", "notices.md"):
            shutil.copytree(noticed_site / path(language, page), tmp_path / path(language, page))
    assert nu_faults(tmp_path) == []
    assert html_validate_faults(tmp_path) == []
