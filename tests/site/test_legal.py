"""The pages on data protection and accessibility say what holds: their claims are tried, or name the tests that do."""

import itertools
from datetime import date, timedelta
from pathlib import Path

import pytest
from portal.languages import LANGUAGES, published_path
from selectolax.lexbor import LexborHTMLParser

TESTS = Path(__file__).parents[1]
# What the accessibility statement says is tested, in its order, and what tests it.
CLAIMS = [
    [
        "site/test_accessibility.py::test_axe_finds_nothing_light_and_dark_and_with_everything_opened",
        "site/test_accessibility.py::test_axe_finds_nothing_in_menu_and_search",
        "site/test_markup.py::test_the_nu_checker_finds_nothing",
        "site/test_markup.py::test_html_validate_finds_nothing",
    ],
    ["site/test_keyboard.py::test_every_stop_of_the_keyboard_is_seen"],
    ["site/test_layout.py::test_text_stays_whole_and_readable_in_every_state_and_on_paper"],
    [
        "site/test_settings.py::test_a_contrast_mode_keeps_checkboxes_and_focus_visible",
        "site/test_settings.py::test_nothing_moves_for_readers_who_want_less_motion",
    ],
    [
        "site/test_browser.py::test_the_switch_works_without_javascript_and_by_keyboard",
        "site/test_settings.py::test_menu_and_text_are_there_without_scripts",
    ],
    [
        "portal/publishing/checklist/test_pdf.py::test_headings_and_lists_are_tagged_as_such",
        "portal/publishing/checklist/test_pdf.py::test_each_field_has_name_label_role_and_position_in_reading_order",
    ],
]


def article(site, language, path):
    return LexborHTMLParser(site.pages[published_path(language, path) + "index.html"].html).css_first("article")


@pytest.mark.parametrize("language", LANGUAGES)
def test_data_protection_names_everything_that_the_browser_keeps(open_page, site, language):
    root = published_path(language, "index.md")
    page = open_page(f"{root}admin/checklist/")
    page.get_by_role("checkbox").first.check()
    page.locator(".theme").click()
    page.goto(page.url.replace("checklist/", "book/"))
    page.get_by_role("tab").last.click()
    page.goto(f"{page.url.replace('book/', 'plan/')}#date={date.today() + timedelta(days=30)}")
    page.locator(".plan-keep").click()
    page.get_by_role("searchbox").fill("Outlook")
    page.locator(".search__results a").first.wait_for()
    kept = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)].sort()")
    assert [name.text() for name in article(site, language, "privacy.md").css("code")] == [
        "theme",
        "view",
        "tabs",
        "checklist",
        "notices",
        "plan",
    ]
    # What hides a notice is kept only where there is one: tests/site/notices.
    assert kept == ["checklist", "plan", "tabs", "theme", "view"]
    assert page.context.cookies() == []
    assert page.evaluate("indexedDB.databases().then(all => all.length)") == 0
    assert page.evaluate("caches.keys().then(all => all.length)") == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_claim_of_the_accessibility_statement_has_its_tests(site, language):
    claims = article(site, language, "accessibility.md").css("#tests ~ ul:first-of-type > li > strong")
    assert len(claims) == len(CLAIMS)
    for test in itertools.chain.from_iterable(CLAIMS):
        file, name = test.split("::")
        assert f"def {name}(" in (TESTS / file).read_text("utf-8"), test
