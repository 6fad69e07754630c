"""Footnotes, lists of definitions and captions: what readers see, hear and print."""

import json

import pytest
from audit.printed import print_faults


def test_a_footnote_is_numbered_as_readers_meet_it_and_leads_there_and_back(sample):
    page = sample(reduced_motion="reduce")
    marks = page.locator("a[role=doc-noteref]")
    assert marks.all_inner_texts() == ["1", "2", "1"]
    assert [mark.get_attribute("aria-label") for mark in marks.all()] == ["Fußnote 1", "Fußnote 2", "Fußnote 1"]
    marks.nth(1).click()
    assert page.evaluate("document.querySelector(':target').innerText").startswith("Die Fußnote mit")
    page.get_by_label("Zurück zum Text, Fußnote 2").click()
    assert page.evaluate("document.querySelector(':target').textContent") == "2"
    backs = page.locator("[role=doc-endnotes] li").first.locator("[role=doc-backlink]")
    assert backs.all_inner_texts() == ["Zurück (1)", "Zurück (2)"]
    backs.last.click()
    assert page.evaluate("document.querySelector(':target').id") == "fnref2-later"


def test_footnotes_speak_the_language_of_the_page(sample, english_sample):
    for page, name, back in ((sample(), "Fußnoten", "Zurück"), (english_sample(), "Footnotes", "Back")):
        notes = page.locator("[role=doc-endnotes]")
        assert notes.get_attribute("aria-label") == name
        assert notes.locator("a[role=doc-backlink]").last.inner_text() == back
    assert page.locator("[role=doc-noteref]").first.get_attribute("aria-label") == "Footnote 1"


def test_footnotes_are_printed_without_links_back(sample):
    page = sample()
    assert print_faults(page) == []
    page.emulate_media(media="print")
    assert page.get_by_text("Zwei Absätze hat").is_visible()
    assert page.locator("[role=doc-backlink]").filter(visible=True).count() == 0


def test_quotes_and_dashes_are_those_of_the_language(sample, english_sample):
    assert "Der zweite „Satz“ – mit Fußnote." in sample().locator("article").inner_text().replace("2", "")
    assert "The second “sentence” – with a footnote." in english_sample().locator("article").inner_text()


def test_terms_and_meanings_belong_together(sample):
    page = sample()
    terms = page.get_by_role("term").all_inner_texts()
    assert terms == ["Ringbuch", "Heft", "Block"]
    assert page.get_by_role("definition").all_inner_texts()[1] == "Blätter, die zusammenhalten."


@pytest.mark.parametrize("width", [1280, 320])
def test_captions_belong_to_their_images_and_tables(sample, width):
    page = sample(width=width)
    figures = page.get_by_role("figure")
    assert figures.locator("figcaption").all_inner_texts() == [
        "Das Zeichen dieser Hilfe.",
        "Eine Tabelle mit Unterschrift.",
    ]
    assert figures.first.get_by_role("img").get_attribute("alt") == "Ein Kreis mit einem Pfeil"
    assert figures.last.locator("tr").count() == 2


def test_the_search_finds_notes_and_meanings_but_no_marks(sample_site):
    index = json.loads(next(sample_site.glob("assets/search/de-user.*.json")).read_text("utf-8"))
    page = next(page for page in index["pages"] if page["url"] == "user/elements/")
    whole = " ".join(text for _, _, text in page["sections"])
    assert "Zwei Absätze hat diese Fußnote." in whole and "Ein Ordner mit Ringen." in whole
    assert "Satz.1" not in whole and "Zurück (1)" not in whole
