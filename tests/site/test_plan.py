"""The planner: from a date to steps with their days, filled texts, and a plan in the address."""

from io import BytesIO

import pytest
from audit.axe import COLOURS, axe_faults
from audit.checklist import BLOCKED, FULL
from audit.plan import (
    DATE,
    FORGET,
    KEEP,
    LANGUAGES,
    LEAD,
    MAKE,
    NOON,
    NOW,
    PAGE,
    READ,
    WORKPLACES,
    days,
    make,
    said,
)
from portal.languages import published_path
from pypdf import PdfReader

STEPS = {
    "de": [
        "Samstag, 28. November 2026",
        "Samstag, 28. November 2026",
        "bis Mittwoch, 2. Dezember 2026",
        "bis Freitag, 4. Dezember 2026",
        "Nacht von Freitag, 4., auf Samstag, 5. Dezember 2026",
        "Samstag, 5. Dezember 2026",
    ],
    "en": [
        "Saturday 28 November 2026",
        "Saturday 28 November 2026",
        "by Wednesday 2 December 2026",
        "by Friday 4 December 2026",
        "Overnight from Friday 4 to Saturday 5 December 2026",
        "Saturday 5 December 2026",
    ],
}
NIGHT = {
    "de": "in der Nacht von Freitag, 4., auf Samstag, 5. Dezember 2026 wird",
    "en": "Overnight from Friday 4 to Saturday 5 December 2026, your",
}


@pytest.fixture
def open_plan(open_page, chromium):
    """Return a function that opens the planner on a day, with what the address has behind it."""
    contexts = []

    def open_it(language="de", fragment="", now=NOON, width=1280, script="", **options):
        context = chromium.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        context.clock.set_fixed_time(now)
        if script:
            context.add_init_script(script)
        return open_page(PAGE[language] + fragment, context=context)

    yield open_it
    for context in contexts:
        context.close()


@LANGUAGES
@pytest.mark.parametrize("width", [1280, 390])
def test_a_date_becomes_steps_with_their_days(open_plan, address, language, width):
    page = open_plan(language, width=width)
    make(page, language, "2026-12-05")
    assert days(page) == STEPS[language]
    assert (
        NIGHT[language].split(" wird")[0].removesuffix(", your")[-40:] in page.get_by_role("status").first.inner_text()
    )
    assert page.url == f"{address}{PAGE[language]}#date=2026-12-05"
    assert not page.locator("#now").is_visible() and not page.locator("#same-day").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@LANGUAGES
def test_the_keyboard_is_enough(open_plan, language):
    page = open_plan(language)
    page.get_by_role("radio").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.type("12052026")  # the order of the tests' Chromium, whatever the locale
    page.get_by_label(LEAD[language]).focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("10")
    page.keyboard.press("Tab")
    page.keyboard.type("1.200" if language == "de" else "1,200")
    page.keyboard.press("Enter")
    page.locator(".plan-result").wait_for()
    assert page.url.endswith("#date=2026-12-05&workplaces=1200&lead=10")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == MAKE[language]


@LANGUAGES
def test_the_texts_are_filled_in_their_own_language(open_plan, language):
    page = open_plan(language)
    make(page, language, "2026-12-05", workplaces="300")
    for one in ("de", "en"):
        text = page.locator(f"[lang={one}] blockquote").first
        words = " ".join(text.text_content().split())
        assert NIGHT[one] in words
        duration = {"de": "zwischen 5 und 30 Minuten, etwa 16.", "en": "between 5 and 30 minutes, about 16."}[one]
        assert duration in words
        assert {"de": "bis 2. Dezember 2026 Bescheid", "en": "by 2 December 2026."}[one] in words
    mail = page.locator("a.copying-mail").first.get_attribute("href")
    assert {"de": "Samstag%2C%205.%20Dezember", "en": "Saturday%205%20December"}[language] in mail
    assert len(mail) < 2000  # some e-mail programs on Windows take no more


def test_what_is_copied_is_the_filled_text(open_plan):
    page = open_plan()
    page.context.grant_permissions(["clipboard-write"])
    make(page, "de", "2026-12-05")
    page.get_by_role("button", name="Text kopieren").first.click()
    page.get_by_text("Text kopiert", exact=True).wait_for()
    page.get_by_role("searchbox").press("Control+V")  # the policy forbids scripts to read the clipboard
    assert NIGHT["de"] in page.get_by_role("searchbox").input_value()


@LANGUAGES
def test_to_start_at_once_a_warning_must_be_read(open_plan, address, language):
    page = open_plan(language)
    page.get_by_role("radio", name=NOW[language]).check()
    assert not page.get_by_label(DATE[language]).is_visible()
    page.get_by_role("button", name=MAKE[language]).click()
    page.locator("[aria-invalid=true]:focus").wait_for()
    assert said(page, "read")[1] and days(page) == []
    page.get_by_label(READ[language]).check()
    page.get_by_role("button", name=MAKE[language]).click()
    page.locator(".plan-result").wait_for()
    assert set(days(page)) == {{"de": "Freitag, 20. November 2026", "en": "Friday 20 November 2026"}[language]}
    assert page.url == f"{address}{PAGE[language]}#start=now"
    assert not page.locator("#steps").is_visible() and not page.locator("#before").is_visible()
    today = page.locator("[data-fill=today]").first.text_content()
    assert today == {"de": "Freitag, 20. November 2026", "en": "Friday 20 November 2026"}[language]
    page.reload()
    assert days(page) == [] and page.get_by_role("radio", name=NOW[language]).is_checked()


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("", "Geben Sie einen Tag an, den es gibt"),
        ("2026-11-19", "Dieser Tag ist vorbei."),
        ("0001-01-01", "Dieser Tag ist vorbei."),
        ("2026-11-20", "Für heute gebucht startet das Upgrade sofort."),
        ("9999-12-31", "mehr als zwei Jahre"),
        ("2028-11-21", "mehr als zwei Jahre"),
    ],
)
def test_a_date_that_is_no_plan_is_told_at_the_field(open_plan, date, words):
    page = open_plan()
    make(page, "de", date)
    text, wrong = said(page, "date")
    assert words in text and wrong and days(page) == []
    assert page.evaluate("document.activeElement.id") == "plan-date"
    assert axe_faults(page) == []
    make(page, "de", "2026-12-05")
    assert said(page, "date") == ("", False)


def test_31_february_is_told_at_the_field(open_plan):
    page = open_plan()
    page.get_by_label(DATE["de"]).focus()
    page.keyboard.type("02312027")
    page.get_by_role("button", name=MAKE["de"]).click()
    page.locator("[aria-invalid=true]").wait_for()
    assert said(page, "date") == ("Geben Sie einen Tag an, den es gibt, zum Beispiel Freitag, 4. Dezember 2026.", True)


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2026-11-21", ""),  # the next day, and a Saturday
        ("2026-12-06", ""),
        ("2026-12-02", "Empfohlen ist der Tag nach der Buchung oder ein Wochenende. Ihr Tag ist ein Mittwoch."),
    ],
)
def test_another_day_than_the_recommended_is_noted_and_no_error(open_plan, date, words):
    page = open_plan()
    make(page, "de", date)
    assert said(page, "date") == (words, False)


@pytest.mark.parametrize("lead", ["0", "-1", "366", "x", "1.5", ""])
def test_a_lead_that_is_no_number_of_days_is_told(open_plan, lead):
    page = open_plan()
    make(page, "de", "2026-12-05", lead=lead)
    assert said(page, "lead") == ("Geben Sie eine ganze Zahl von 1 bis 365 an.", True)


def test_where_the_lead_has_passed_users_are_told_today(open_plan):
    page = open_plan()
    make(page, "de", "2026-11-22")
    text, wrong = said(page, "lead")
    assert (
        text == "Der Tag dafür wäre der Sonntag, 15. November 2026. Er ist vorbei: Informieren Sie die Anwender heute."
    )
    assert not wrong and days(page)[1] == "Freitag, 20. November 2026"


@pytest.mark.parametrize(
    ("number", "words", "wrong"),
    [
        ("600", "", False),
        ("1.200", "", False),
        ("49", "Für diese Anzahl ist keine Dauer angegeben. Der Plan nennt deshalb keine.", False),
        ("1201", "Für diese Anzahl ist keine Dauer angegeben. Der Plan nennt deshalb keine.", False),
        ("0", "Geben Sie eine ganze Zahl ab 1 an, nur mit Ziffern.", True),
        ("viele", "Geben Sie eine ganze Zahl ab 1 an, nur mit Ziffern.", True),
        ("1000000000", "Die Zahl ist sehr groß. Haben Sie sich vertippt?", True),
    ],
)
def test_the_number_of_workplaces_is_never_reckoned_beyond_the_examples(open_plan, number, words, wrong):
    page = open_plan()
    make(page, "de", "2026-12-05", workplaces=number)
    assert said(page, "workplaces") == (words, wrong)
    assert page.locator(".plan__duration").count() == (not words)


@pytest.mark.parametrize(
    ("date", "night"),
    [
        ("2027-01-01", "Nacht von Donnerstag, 31. Dezember 2026, auf Freitag, 1. Januar 2027"),
        ("2027-03-01", "Nacht von Sonntag, 28. Februar, auf Montag, 1. März 2027"),
        ("2028-02-29", "Nacht von Montag, 28., auf Dienstag, 29. Februar 2028"),
        ("2027-03-28", "Nacht von Samstag, 27., auf Sonntag, 28. März 2027"),
    ],
)
@pytest.mark.parametrize("zone", ["Europe/Berlin", "Pacific/Auckland", "America/Los_Angeles"])
def test_nights_are_named_in_every_zone_at_ends_of_months_and_changes_of_clocks(open_plan, date, night, zone):
    page = open_plan(timezone_id=zone)
    make(page, "de", date)
    assert days(page)[4] == night


def test_today_is_the_day_on_the_readers_wall(open_plan):
    page = open_plan(now="2026-11-20T23:30:00Z", timezone_id="Europe/Berlin")
    make(page, "de", "2026-11-21")
    assert said(page, "date")[1]  # it is half past midnight there


# ---- The plan in the address


@LANGUAGES
def test_a_link_opens_its_plan_and_leads_to_it_in_the_other_language(open_plan, language):
    page = open_plan(language, "#date=2026-12-05&workplaces=600&lead=7")
    page.locator(".plan-result").wait_for()
    assert days(page) == STEPS[language]
    assert page.get_by_label(WORKPLACES[language]).input_value() == "600"
    page.get_by_role("link", name={"de": "English", "en": "Deutsch"}[language], exact=True).first.click()
    page.locator(".plan-result").wait_for()
    assert days(page) == STEPS["en" if language == "de" else "de"]


@pytest.mark.parametrize(
    "fragment",
    [
        "#date=<img src=x onerror=alert(1)>",
        "#date=2026-02-31",
        "#date=2026-12-05&lead=<b>7</b>",
        "#date=2026-12-05&workplaces=%3Cscript%3Ealert(1)%3C/script%3E",
        "#date=2026-12-05T00:00&date=2026-12-05",
        "#date=%E0%A4%A",
        "#date=" + "9" * 5000,
    ],
)
def test_hostile_addresses_are_data_and_are_told(open_plan, fragment):
    page = open_plan()
    page.goto(page.url + fragment)
    page.locator("[aria-invalid=true]").wait_for()
    assert days(page) == [] and page.locator("article :is(img, script, b)").count() == 0


def test_what_a_link_calls_the_plan_is_a_date_or_nothing(open_plan, address):
    page = open_plan("de", "#date=2026-12-05&plan=<b>")
    page.locator(".plan-result").wait_for()
    page.get_by_role("button", name=MAKE["de"]).click()
    page.wait_for_url(f"{address}{PAGE['de']}#date=2026-12-05")


def test_a_followed_link_and_the_way_back_change_the_plan(open_plan):
    page = open_plan("de", "#date=2026-12-05")
    page.locator(".plan-result").wait_for()
    page.evaluate("location.hash = 'date=2026-12-12'")
    page.get_by_text("bis Freitag, 11. Dezember 2026").wait_for()
    page.go_back()
    page.get_by_text("bis Freitag, 4. Dezember 2026").wait_for()
    page.goto(page.url.split("plan/")[0] + "duration/")
    page.go_back()
    page.locator(".plan-result").wait_for()
    assert days(page) == STEPS["de"]


def test_the_anchors_of_the_page_are_no_plans(open_plan):
    page = open_plan("de", "#text")
    make(page, "de", "2026-12-05")
    page.evaluate("location.hash = 'text'")
    assert days(page) == STEPS["de"]


# ---- In this browser


@LANGUAGES
def test_a_plan_is_kept_only_when_asked_and_the_checklist_offers_its_date(open_plan, open_page, address, language):
    page = open_plan(language)
    make(page, language, "2026-12-05")
    assert page.evaluate("localStorage.plan") is None
    page.get_by_role("button", name=KEEP[language]).click()
    assert page.evaluate("localStorage.plan") == "#date=2026-12-05"
    page.get_by_role("button", name=FORGET[language]).and_(page.locator(":focus")).wait_for()
    checklist = published_path(language, "admin/checklist.md")
    other = open_page(checklist, context=page.context)
    text = {"de": "Termin festgelegt: 5. Dezember 2026", "en": "Date set: 5 December 2026"}[language]
    link = other.locator("#date").get_by_role("link", name=text)
    assert link.get_attribute("href") == f"{address}{PAGE[language]}#date=2026-12-05"
    assert text in other.locator("p:has(> a[href$='.pdf'])").inner_text()
    assert axe_faults(other) == []
    again = open_page(PAGE[language], context=page.context)
    again.locator(".plan-result").wait_for()
    assert days(again) == STEPS[language]
    again.get_by_role("button", name=FORGET[language]).click()
    assert again.evaluate("localStorage.plan") is None
    other.reload()
    assert other.locator(".checklist__planned").count() == 0


def test_a_kept_plan_whose_date_has_passed_can_be_removed(open_plan):
    page = open_plan(script="if (location.port) localStorage.plan ??= '#date=2026-11-01'")
    page.locator("[aria-invalid=true]").wait_for()
    page.get_by_role("button", name=FORGET["de"]).click()
    assert page.evaluate("localStorage.plan") is None
    assert "gelöscht" in page.locator(".plan-status").inner_text()


@pytest.mark.parametrize("script", [BLOCKED, FULL], ids=["blocked", "full"])
def test_where_nothing_can_be_stored_the_plan_works_and_says_so(open_plan, script):
    page = open_plan(script=script)
    make(page, "de", "2026-12-05")
    page.get_by_role("button", name=KEEP["de"]).click()
    assert "speichert hier nichts" in page.locator(".plan-done").inner_text()
    assert days(page) == STEPS["de"]


# ---- Without scripts, on paper, for everyone


@LANGUAGES
def test_without_javascript_the_steps_say_what_to_do(open_page, language):
    page = open_page(PAGE[language], java_script_enabled=False)
    assert not page.locator("form.plan").is_visible() and not page.locator(".plan-result").is_visible()
    assert page.locator("#steps ~ ol").first.locator("li").count() == 6
    assert {"de": "Rechnen Sie", "en": "Count back"}[language] in page.locator("noscript").inner_text()


@LANGUAGES
@pytest.mark.parametrize("fragment", ["#date=2026-12-05&workplaces=600", "#start=now"])
def test_a_plan_is_one_page_of_paper(open_plan, language, fragment):
    page = open_plan(language, fragment)
    if fragment == "#start=now":
        page.get_by_label(READ[language]).check()
        page.get_by_role("button", name=MAKE[language]).click()
    page.locator(".plan-result").wait_for()
    (paper,) = PdfReader(BytesIO(page.pdf(format="A4"))).pages
    text = " ".join(paper.extract_text().split())
    assert all(day in text for day in days(page))
    for absent in (MAKE[language], KEEP[language], "[Ihr Name]", "[Your name]"):
        assert absent not in text


@LANGUAGES
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_in_any_state(open_plan, language, width):
    page = open_plan(language, width=width)
    assert axe_faults(page) == []
    make(page, language, "2026-12-02", lead="30", workplaces="5")
    assert axe_faults(page) == []
    page.emulate_media(color_scheme="dark")
    assert axe_faults(page, **COLOURS) == []
    page.get_by_role("radio", name=NOW[language]).check()
    page.get_by_role("button", name=MAKE[language]).click()
    assert axe_faults(page, **COLOURS) == []
    page.emulate_media(color_scheme="light")
    assert axe_faults(page) == []


def test_scripts_of_the_planner_burden_no_other_page(site):
    pages = {path for path, page in site.pages.items() if "/plan." in page.html}
    assert pages == {f"{path}index.html" for path in PAGE.values()}


def test_a_plan_fetches_its_scripts_when_it_is_made_and_sends_nothing(open_plan):
    page = open_plan()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.wait_for_load_state("networkidle")
    assert asked == []
    make(page, "de", "2026-12-05")
    assert asked and all(url.endswith(".js") for url in asked)
