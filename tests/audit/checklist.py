"""The checklist in the browser: its words, its items, and what readers do with it."""

import json

import pytest

PAGE = {"de": "admin/checklist/", "en": "en/admin/checklist/"}
LANGUAGES = pytest.mark.parametrize("language", ["de", "en"])
WIDTHS = pytest.mark.parametrize("width", [1280, 390, 320], ids=["desktop", "phone", "reflow"])
COUNT = {"de": "{} von 8 erledigt", "en": "{} of 8 done"}
RESET = {"de": "Alle Häkchen entfernen", "en": "Clear all ticks"}
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
