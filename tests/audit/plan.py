"""The planner in the browser: its words, and what administrators do with it."""

import pytest

PAGE = {"de": "admin/plan/", "en": "en/admin/plan/"}
LANGUAGES = pytest.mark.parametrize("language", ["de", "en"])
MAKE = {"de": "Plan erstellen", "en": "Make the plan"}
NOW = {"de": "Sofort", "en": "Immediately"}
READ = {"de": "Das habe ich gelesen.", "en": "I have read this."}
DATE = {"de": "Datum des Upgrades", "en": "Date of the upgrade"}
LEAD = {"de": "Anwender so viele Tage vorher informieren", "en": "Days in advance to tell your users"}
WORKPLACES = {"de": "Anzahl der Arbeitsplätze", "en": "Number of workplaces"}
KEEP = {"de": "Plan in diesem Browser merken", "en": "Keep the plan in this browser"}
FORGET = {"de": "Plan nicht mehr merken", "en": "Stop keeping the plan"}
CALENDAR = {"de": "Einträge für den Kalender laden (.ics)", "en": "Download calendar entries (.ics)"}
NOON = "2026-11-20T12:00:00"  # a Friday, when the tests' readers plan


def make(page, language, date, lead=None, workplaces=None):
    """Make a plan as readers do, and wait for what the page says of it."""
    page.get_by_label(DATE[language]).fill(date)
    if lead is not None:
        page.get_by_label(LEAD[language]).fill(lead)
    if workplaces is not None:
        page.get_by_label(WORKPLACES[language]).fill(workplaces)
    page.get_by_role("button", name=MAKE[language]).click()
    page.locator(".plan-status:not(:empty), [aria-invalid]").first.wait_for()


def days(page):
    """Return the days that stand at the steps."""
    return page.locator(".plan__when").all_inner_texts()


def said(page, field):
    """Return what is said at a field, and whether it is wrong."""
    wrong = page.locator(f"#plan-{field}").get_attribute("aria-invalid") == "true"
    assert f"plan-{field}-said" in page.locator(f"#plan-{field}").get_attribute("aria-describedby")
    return page.locator(f"#plan-{field}-said").inner_text(), wrong
