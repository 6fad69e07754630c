import pytest
from contexts import on_page
from portal.checks.short_texts import check_short_texts
from portal.sources.page import parse_source


@pytest.fixture
def told(write_docs):
    docs = write_docs({})

    def find(language, text):
        found = on_page(check_short_texts, parse_source(docs, language, "a.md", text))
        return [(one.code, one.location.line, one.location.column, one.location.length) for one in found]

    return find


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "## Vorbereitung {#a}", (1, 4, 12)),
        ("en", "## Häufige Fragen {#a}", (1, 4, 14)),
        ("en", "| Step | Dauer |\n| --- | --- |\n| One | short |", (1, 10, 5)),
        ("en", "| Step | Time |\n| --- | --- |\n| One | unverändert |", (3, 9, 11)),
        ("en", "![Übersicht](a.png)", (1, 3, 9)),
        ("en", '!!! note "Hinweis: Umstellung"\n\n    Text', (1, 11, 19)),
        ("en", '=== "Mit Windows"\n\n    Text', (1, 6, 11)),
        ("de", "## Overview {#a}", (1, 4, 8)),
        ("de", "| Schritt | Required |\n| --- | --- |\n| Eins | ja |", (1, 13, 8)),
        ("de", "![Settings](a.png)", (1, 3, 8)),
        ("de", '!!! tip "Useful"\n\n    Text', (1, 10, 6)),
    ],
)
def test_a_short_text_of_the_other_language_is_told_at_its_place(told, language, text, place):
    assert told(language, text) == [("language-slip", *place)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "## **Zur Startseite wechseln**{lang=de} {#a}"),
        ("en", "| Name | Müller |\n| --- | --- |\n| Köln | `Dauer` |"),
        ("en", "## The “Einstellungen” menu {#a}"),
        ("en", "## Konferenz Plus {#a}"),
        ("de", "## Download, Support und Team {#a}"),
        ("de", "## Call Center und Help Desk {#a}"),
        ("de", "| Drag and Drop | Plug and Play |\n| --- | --- |\n| Name | Status |"),
        ("de", "![Microsoft Teams](a.png)"),
        ("de", "```\n## Overview\n```"),
        ("de", "Der Overview"),
    ],
)
def test_names_and_loan_words_are_no_slips(told, language, text):
    assert told(language, text) == []


def test_a_heading_that_is_reported_as_a_sentence_is_not_told_twice(told):
    assert told("en", "## Das ist die Umstellung {#a}") == []
