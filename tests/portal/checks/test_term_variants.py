import pytest
from contexts import facts_context
from portal.checks.context import Page
from portal.checks.term_variants import check_variants
from portal.sources.page import parse_source

TERMS = """
de:
  Arbeitsplatz: [Telefon-Arbeitsplatz]
  Upgrade: [Update auf Cloud PBX]
en:
  workplace: [phone workplace]
"""


@pytest.fixture
def told(write_docs):
    docs = write_docs({"terms.yml": TERMS})

    def find(language, text):
        context = facts_context(docs)
        page = Page(parse_source(docs, language, "user/a.md", text), context.facts)
        return [(one.location.line, one.location.column, one.hint) for one in check_variants(page, context)]

    return find


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("de", "Ihr Telefon-Arbeitsplatz.", (1, 5)),
        ("de", "Eins.\nIhr *Telefon-Arbeitsplatz*.", (2, 6)),
        ("de", "## Telefon-Arbeitsplatz {#a}", (1, 4)),
        ("de", "- [ ] **Ihr Telefon-Arbeitsplatz** {#a}", (1, 13)),
        ("de", "- **Telefon-Arbeitsplatz:** Er **bleibt**.", (1, 5)),
        ("de", "[Telefon-Arbeitsplatz](telefon-arbeitsplatz.md)", (1, 2)),
        ("de", '=== "Telefon-Arbeitsplatz"\n\n    Text', (1, 6)),
        ("de", '!!! tip "Tipp: Telefon-Arbeitsplatz"\n\n    Text', (1, 16)),
        ("de", '---\ndescription: "Ihr Telefon-Arbeitsplatz"\n---\n# A', (2, 19)),
        ("de", "> Ihr Telefon-Arbeitsplatz", (1, 7)),
        ("de", "| Telefon-Arbeitsplatz | b |\n| --- | --- |", (1, 3)),
        ("en", "Your phone\nworkplace", (1, 6)),
    ],
)
def test_words_with_another_term_are_told_at_their_place(told, language, text, place):
    assert [found[:2] for found in told(language, text)] == [place]


def test_the_hint_gives_the_term(told):
    assert [hint for *_, hint in told("de", "Das UPDATE auf Cloud PBX, der Telefon-Arbeitsplatz")] == [
        "write Upgrade",
        "write Arbeitsplatz",
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Ein Arbeitsplatz, ein Telefon-Arbeitsplatzrechner, das Update des Clients."),
        ("de", "`Telefon-Arbeitsplatz`\n\n    Telefon-Arbeitsplatz"),
        ("de", "<!-- Telefon-Arbeitsplatz --> Text"),
        ("de", "„Telefon-Arbeitsplatz“, “Telefon-Arbeitsplatz” und »Telefon-Arbeitsplatz«"),
        ("de", 'Dort steht: "Ihr Telefon-Arbeitsplatz".'),
        ("de", "Wählen Sie **Telefon-Arbeitsplatz** und **Update auf Cloud PBX**."),
        ("de", "[Text](telefon-arbeitsplatz.md) und [Text][a]\n\n[a]: telefon-arbeitsplatz.md"),
        ("de", '[Text](a.md#telefon-arbeitsplatz){title="Telefon-Arbeitsplatz"} <b id="telefon-arbeitsplatz">b</b>'),
        ("de", "https://help.example/telefon-arbeitsplatz"),
        ("de", "Your phone workplace"),
        ("en", "Ihr Telefon-Arbeitsplatz"),
    ],
)
def test_code_quotations_names_and_targets_are_left_alone(told, language, text):
    assert told(language, text) == []
