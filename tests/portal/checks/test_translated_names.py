import pytest
from contexts import NO_FACTS, facts_context
from portal.checks.context import Page, Pair
from portal.checks.translated_names import check_names
from portal.sources.page import read_sources

KEPT = "Select **Zum nächsten Schritt**{lang=de}, **Konferenz Plus**{lang=de} or **Weiter**{lang=de}.\n"


def compare(write_docs, original, translation):
    kept = "Wählen Sie **Zum nächsten Schritt**, **Konferenz Plus** oder **Weiter**.\n"
    docs = write_docs({"de/a.md": original, "en/a.md": translation, "de/b.md": kept, "en/b.md": KEPT})
    sources = {(one.language, one.path): one for one in read_sources(docs)}
    pair = Pair(Page(sources["de", "a.md"], NO_FACTS), Page(sources["en", "a.md"], NO_FACTS))
    return [(problem.message, problem.hint) for problem in check_names(pair, facts_context(docs, facts=NO_FACTS))]


@pytest.mark.parametrize(
    ("original", "translation"),
    [
        ("Klicken Sie auf **Weiter**.", 'Click **Weiter**{lang=de} ("next").'),
        ("Klicken Sie auf **Weiter**.", 'Click **Weiter**{ lang="de" }.'),
        ("Klicken Sie auf **Speichern**.", 'Click <span lang="de">**Speichern**</span>.'),
        ("**Weiter** und noch einmal **Weiter**.", "**Weiter**{lang=de}, twice."),
        ("**Termin:** bald", "**Date:** soon"),
        ("Das Upgrade läuft **zum** Datum.", "The upgrade runs **leading up to** the date."),
        ("Die **Administratoren** buchen.", "**Administrators** book."),
        ("Das ist **wichtig**.", "This matters."),
        ("**Outlook:** a", "**Outlook:** a"),
        ("Wählen Sie **Outlook**.", "Select **Outlook**."),
        ("[**Weiter**](b.md)", "[next](b.md) (**Weiter**{lang=de})"),
        ("`**Weiter**`", "`**x**`"),
        ("Prüfen Sie **alle** Clients.", "Check **all** clients."),
    ],
)
def test_names_that_are_kept_and_other_bold_words_are_fine(write_docs, original, translation):
    assert compare(write_docs, original, translation) == []


@pytest.mark.parametrize(
    ("original", "translation", "message", "hint"),
    [
        (
            "Dann **Weiter**.",
            "Then **Next**.",
            "the original names the button **Weiter** here",
            "write **Weiter**{lang=de}, as in docs/de/a.md:1:6",
        ),
        (
            "Klicken Sie auf **Speichern**.",
            "Click **Save**.",
            "the original names the button **Speichern** here",
            "write **Speichern**{lang=de}, as in docs/de/a.md:1:17",
        ),
        (
            "Dann **Weiter**.",
            "Then **Weitre**{lang=de}.",
            "the original does not name **Weitre** here",
            "write **Weiter**{lang=de}",
        ),
        (
            "Dann **Weiter**.",
            "Then **Weiter**.",
            "**Weiter** is not marked as German",
            "write **Weiter**{lang=de}",
        ),
        (
            "Dann **Menü öffnen**.",
            "Then **Menü öffnen**.",
            "**Menü öffnen** is not marked as German",
            "write **Menü öffnen**{lang=de}",
        ),
    ],
)
def test_a_name_that_is_translated_misspelt_or_not_marked_is_told(write_docs, original, translation, message, hint):
    assert (message, hint) in compare(write_docs, original, translation)
