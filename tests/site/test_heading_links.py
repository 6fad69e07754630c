"""Links at headings: they copy the address of their section, and are not there where they serve no one."""

import pytest
from portal.languages import LANGUAGES

WORDS = {
    "de": (
        "admin/duration/",
        "Link zu „Den Termin wählen“ kopieren",
        "Link kopiert",
        "Der Link steht in der Adresszeile",
    ),
    "en": ("en/admin/duration/", "Copy link to “Choosing the date”", "Link copied", "The link is in the address bar"),
}
ENDS = "headings => headings.map(heading => heading.getBoundingClientRect().bottom)"
LOADED = "performance.getEntriesByType('resource').filter(({name}) => name.includes('page-copy')).length"


def ready(page):
    page.locator(".js").wait_for(state="attached")
    return page


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_press_copies_the_address_and_says_so(open_page, address, language):
    path, name, copied, _ = WORDS[language]
    page = ready(open_page(path))
    page.context.grant_permissions(["clipboard-write"])
    assert page.evaluate(LOADED) == 0
    page.get_by_role("link", name=name, exact=True).press("Enter")
    page.locator(".copy-link-said").get_by_text(copied, exact=True).wait_for(state="attached")
    assert page.locator(".copy-link[data-said]").count() == 1
    assert page.url == f"{address}{path}#date"
    page.evaluate("document.querySelector('article').append(document.createElement('textarea'))")
    page.locator("textarea").press("Control+V")
    assert page.locator("textarea").input_value() == f"{address}{path}#date"


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_the_clipboard_is_closed_the_address_is_in_the_bar(open_page, address, language):
    path, name, _, failed = WORDS[language]
    page = ready(open_page(path))
    page.evaluate("Navigator.prototype.__defineGetter__('clipboard', () => undefined)")
    page.get_by_role("link", name=name, exact=True).click()
    page.locator(".copy-link-said").get_by_text(failed, exact=True).wait_for(state="attached")
    assert page.url == f"{address}{path}#date"


@pytest.mark.parametrize("width", [768, 1280])
def test_links_are_large_enough_and_within_the_page(open_page, width):
    page = open_page("admin/book/", width=width)
    tops = page.locator("h2:has(+ .copy-link), h3:has(+ .copy-link)").evaluate_all(ENDS)
    boxes = [link.bounding_box() for link in page.locator(".copy-link").all()]
    assert len(boxes) == len(tops) > 4
    assert all(
        box["y"] < end <= box["y"] + box["height"] + 1 for box, end in zip(boxes, tops, strict=True)
    )  # beside it
    assert all(box["width"] >= 24 and box["height"] >= 24 for box in boxes)  # WCAG 2.2, 2.5.8
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= width for box in boxes)


def test_without_scripts_they_are_links_and_on_paper_nothing(open_page, address):
    page = open_page("admin/duration/", java_script_enabled=False)
    page.locator('.copy-link[href="#date"]').click()
    assert page.url == f"{address}admin/duration/#date"
    page = open_page("admin/duration/")
    page.emulate_media(media="print")
    assert not page.locator(".copy-link").first.is_visible()


def test_neither_the_search_nor_copies_know_of_them(site):
    texts = [site.read(path) for path in site.files if path.startswith("assets/search/") and path.endswith(".json")]
    texts += [site.read(path) for path in site.files if path.endswith(".md")]
    assert len(texts) > 40 and not [text for text in texts if "Link zu „" in text or "Copy link to" in text]
