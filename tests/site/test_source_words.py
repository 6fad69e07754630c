"""What the pages take from the page that they replace: its product words as they are, and no more than it says."""

import re

import pytest
from portal.languages import LANGUAGES, published_path
from selectolax.lexbor import LexborHTMLParser

# Where readers compare with their screen, the page names what they see there.
PRODUCT_WORDS = {
    "admin/guide.md": ["Cloud PBX upgraden"],
    "admin/book.md": [
        "Cloud PBX upgraden",
        "Zum nächsten Schritt",
        "mit Ausführungsdatum planen",
        "zu sofort",
        "Auftrag zum Warenkorb hinzufügen",
        "Zur Startseite wechseln",
        "Kontingente & Auftragsstatus",
        "Sammelbuchung von Zusatzpaketen",
        "Massenkonfiguration von Leistungsmerkmalen",
        "Mein Unternehmen > Arbeitsplätze verwalten",
    ],
    "admin/after.md": ["Sammelbuchung von Zusatzpaketen", "Massenkonfiguration von Leistungsmerkmalen"],
    "admin/checklist.md": ["Sammelbuchung von Zusatzpaketen", "Hilfe & Downloads"],
}


def article(site, language, path):
    return LexborHTMLParser(site.pages[published_path(language, path) + "index.html"].html).css_first("article")


def words(text):
    return " ".join(text.split())


@pytest.mark.parametrize("path", PRODUCT_WORDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_buttons_and_functions_are_bold_and_called_what_the_product_calls_them(site, language, path):
    bold = [words(node.text()) for node in article(site, language, path).css("strong")]
    assert [name for name in PRODUCT_WORDS[path] if name not in bold] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_last_step_names_the_message_of_success(site, language):
    assert "Der Auftrag … wurde erfolgreich versendet" in words(article(site, language, "admin/book.md").text())


@pytest.mark.parametrize("language", LANGUAGES)
def test_konferenz_plus_is_booked_along_and_never_comes_by_itself(site, language):
    item = words(article(site, language, "admin/checklist.md").css_first("#conference-packages").text())
    assert {"de": "dazubuchen", "en": "book"}[language] in item
    for page in site.pages.values():  # the words of the checklist are those of its PDF and its JSON, too
        for sentence in re.split(r"(?<=[.!?])\s", words(page.text)):
            assert not ("Konferenz Plus" in sentence and re.search("automati|von selbst|by itself", sentence)), sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_blank_of_the_announcement_stands_for_one_thing(site, language):
    blanks = re.findall(r"\[([^\]]+)\]", article(site, language, "admin/announce.md").css_first("blockquote").text())
    days = [blank for blank in blanks if re.search("Dat|date", blank)]
    assert (
        set(days)
        == {
            "de": {"Samstag, Datum des Upgrades", "Datum für Rückmeldungen"},
            "en": {"Saturday, upgrade date", "reply-by date"},
        }[language]
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_users_who_administer_are_led_to_where_the_booking_begins(site, language):
    help_page = article(site, language, "user/help.md")
    (link,) = help_page.css("a[data-view=admin]")
    assert link.attributes["href"] == "../../admin/book/#start"


def test_no_page_has_no_break_blanks_of_its_own(project):
    """docs/names.yml says what stays on one line; written by hand, they would be in search and anchors."""
    pages = [path for language in LANGUAGES for path in (project / "docs" / language).rglob("*.md")]
    assert len(pages) > 50
    assert [path for path in pages if "\N{NO-BREAK SPACE}" in path.read_text("utf-8")] == []
