from portal.prose import sentences
from portal.sources import parse_source


def read(write_docs, text, values=None):
    return list(sentences(parse_source(write_docs({}), "de", "a.md", text), values or {}))


def test_sentences_end_where_readers_hear_an_end(write_docs):
    found = read(write_docs, "Am 22. November geht es los. Das dauert ca. 5 Minuten, z. B. morgens. Fertig!\n")
    assert [s.text for s in found] == [
        "Am 22. November geht es los.",
        "Das dauert ca. 5 Minuten, z. B. morgens.",
        "Fertig!",
    ]


def test_a_sentence_may_run_over_lines_and_a_row_or_item_is_its_own(write_docs):
    found = read(write_docs, "# Titel\nEin Satz\nüber zwei Zeilen.\n\n- eins\n- zwei\n\n| a | b |\n| c | d |\n")
    assert [s.text for s in found] == [
        "# Titel",
        "Ein Satz über zwei Zeilen.",
        "- eins",
        "- zwei",
        "| a | b |",
        "| c | d |",
    ]


def test_words_of_a_placeholder_are_found_at_the_placeholder(write_docs):
    [sentence] = read(write_docs, "Für {{ big }} Plätze\n", {"big": 1200})
    assert (sentence.text, str(sentence.place("1.200"))) == ("Für 1.200 Plätze", "docs/de/a.md:1:5")
