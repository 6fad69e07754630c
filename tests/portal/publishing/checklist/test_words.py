from datetime import date

import pytest
from portal.publishing.checklist.content import ChecklistPdfError
from portal.publishing.checklist.words import describe_link, format_date, read_words

WORDS = {
    "link": "zum Ausfüllen, {size} KB",
    "administrator": "Administrator",
    "company": "Unternehmen",
    "date": "Geplantes Datum",
    "notes": "Notizen",
    "page": "Seite {page} von {pages}",
    "version": "Stand: {date}",
    "subject": "Zum Ankreuzen",
}


@pytest.mark.parametrize("key", WORDS)
def test_a_missing_text_is_reported_by_key(key):
    for meta in ({**WORDS, key: ""}, {**WORDS, key: 3}, {name: WORDS[name] for name in WORDS if name != key}, None):
        with pytest.raises(ChecklistPdfError, match=r"no text for pdf\." + (key if meta else "link")):
            read_words(meta)


def test_the_link_describes_the_pdf():
    html = '<p><a href="checklist.pdf">Als <b>PDF</b></a> <a href="x.pdf">X</a></p>'
    assert describe_link(html, read_words(WORDS), 56_096) == (
        '<p><a href="checklist.pdf">Als <b>PDF</b> (zum Ausfüllen, 56 KB)</a> <a href="x.pdf">X</a></p>'
    )


def test_the_description_is_text_not_a_pattern():
    html = '<p><a href="checklist.pdf">PDF</a></p>'
    words = read_words({**WORDS, "link": r"<b>\d & \1, \g<0>, {size} KB"})
    assert describe_link(html, words, 56_096) == (
        r'<p><a href="checklist.pdf">PDF (&lt;b&gt;\d &amp; \1, \g&lt;0&gt;, 56 KB)</a></p>'
    )


def test_a_missing_placeholder_is_reported():
    with pytest.raises(ChecklistPdfError, match=r"pdf\.page has no \{pages\}"):
        read_words({**WORDS, "page": "Seite {page}"})


def test_dates_have_the_format_of_the_language():
    assert [format_date(date(2026, 3, 4), language) for language in ("de", "en")] == ["04.03.2026", "4 March 2026"]
