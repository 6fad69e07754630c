import pytest
from contexts import on_page
from portal.checks.wrong_language import check_language
from portal.sources.page import parse_source


@pytest.fixture
def problems(write_docs):
    docs = write_docs({})
    return lambda language, text: on_page(check_language, parse_source(docs, language, "a.md", text))


def test_a_german_sentence_on_an_english_page_is_told_at_its_line(problems):
    [problem] = problems("en", "# Title\n\nThe upgrade is booked.\n\nKlicken Sie auf das Banner.\n")
    assert (problem.code, str(problem.location)) == ("language-slip", "docs/en/a.md:5:1")


def test_an_english_description_on_a_german_page_is_told(problems):
    [problem] = problems("de", "---\ndescription: What you do on the morning after.\n---\n# Titel\n")
    assert str(problem.location) == "docs/de/a.md:2:1"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", 'Click **Zum nächsten Schritt** ("to the next step").'),
        ("en", "Go to **Mein Unternehmen > Arbeitsplätze verwalten** and choose the package."),
        ("de", "Nutzen Sie das Konferenz Outlook® Add-In."),
        ("de", "[Off-site](https://help.example/what-is-the-new-client-and-why)"),
        ("en", "Desk phones"),
    ],
)
def test_names_of_buttons_and_addresses_are_no_slips(problems, language, text):
    assert problems(language, text) == []
