import pytest
from contexts import NO_FACTS, facts_context
from portal.checks.placeholder_forms import find_words
from portal.checks.placeholder_text import check_placeholder_text
from portal.sources.page import parse_source


@pytest.mark.parametrize(
    "text", ["Lorem ipsum", "lorem\nipsum", "Dolor sit amet", "TODO: Kontakt", "(TBD)", "FIXME", "xxx", "Tel. XXXX"]
)
def test_placeholder_text_is_found(text):
    assert len(list(find_words(text))) == 1


@pytest.mark.parametrize("text", ["Methode", "todo list", "Extra xx", "Kontaktieren Sie uns", "Maxxx"])
def test_words_for_readers_are_not(text):
    assert list(find_words(text)) == []


def test_each_slip_of_a_line_is_told_at_its_own_place(write_docs):
    source = parse_source(write_docs({}), "de", "a.md", "TBD TBD, xxx\n")
    assert [
        (problem.location.column, problem.location.length)
        for problem in check_placeholder_text(source, facts_context(facts=NO_FACTS))
    ] == [
        (1, 3),
        (5, 3),
        (10, 3),
    ]


@pytest.fixture
def told(write_docs):
    docs = write_docs({})

    def check(text):
        source = parse_source(docs, "de", "a.md", text)
        return [problem.message for problem in check_placeholder_text(source, facts_context(facts=NO_FACTS))]

    return check


@pytest.mark.parametrize(
    "text",
    [
        "Folgt in Kürze.",
        "Weitere Informationen folgen\nin Kürze.",
        "Dieser Abschnitt wird noch ergänzt.",
        "- Kosten: Text folgt",
        "| Tarif | Coming soon |",
        "Hier Text einfügen",
        "More information will follow.",
        "Der Termin ist am [Datum].",
        "Ab XX.XX.2027",
        "Es dauert ??? Minuten.",
        "Frau N.N.",
        "info@example.com",
        "Tel. 0123/456789",
        "Max\xa0Mustermann, John Doe".replace("\xa0", " "),
        "---\ntitle: Coming soon\n---\n",
    ],
)
def test_text_that_promises_text_is_found(told, text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Danach folgt in Kürze die E-Mail.",
        "Die Rechnung folgt in Kürze.",
        "Die Unterlagen werden vom Notar ergänzt und zugeschickt.",
        "Eine TODO-Liste hilft.",
        "Wirklich???",
        "Klicken Sie auf [Weiter] und lesen Sie [Datum](date.md).",
        "Im Format TT.MM.JJJJ",
        '??? note "Mehr"\n\n    Das steht im Kasten.',
        "Die Meldung „Folgt in Kürze“ verschwindet.",
        "`TODO` und `[Datum]`",
        "```\nLorem ipsum, example.com\n```",
        "    # FIXME",
        "<!-- TODO: prüfen -->",
        "## Bild hinzufügen",
        "Hier muss Ihre Rufnummer stehen.",
        "Die Größe XX-Large",
        "The options follow shortly after it.",
    ],
)
def test_sentences_code_and_comments_are_none(told, text):
    assert told(text) == []


def test_a_text_to_fill_in_keeps_its_brackets(told):
    section = (
        "# Titel\n\n## Text {#text .fill-in}\n\n> Am [Datum], TODO\n\n### Gruß\n\n[Ihr Name]\n\n## Danach\n\n[Datum]\n"
    )
    assert told(section) == ["“TODO” is placeholder text", "“[Datum]” is placeholder text"]
