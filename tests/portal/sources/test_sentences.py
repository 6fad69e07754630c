import re

from hypothesis import given
from hypothesis import strategies as st
from portal.formats.markdown.text import Line
from portal.sources.page import Source, parse_source
from portal.sources.sentences import sentences


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
    start = sentence.text.index("1.200")
    assert (sentence.text, str(sentence.location(start, start + 5))) == ("Für 1.200 Plätze", "docs/de/a.md:1:5")
    assert sentence.location(start, start + 5).length == len("{{ big }}")
    assert [sentence.key_of(start, start + 5), sentence.key_of(0, 3)] == ["big", ""]


def test_each_of_equal_words_has_its_own_place(write_docs):
    """Over lines, behind a placeholder, in a sentence that is not the first of its block."""
    text = "Erstens 42.6. Dann {{ big }} und 42.6\n  oder 42.6, dann {{ big }}.\n"
    [first, second] = read(write_docs, text, {"big": 1200})
    locations = [first.location(8, 12)]
    locations += [second.location(match.start(), match.end()) for match in re.finditer(r"42\.6|1\.200", second.text)]
    assert [(location.line, location.column, location.length) for location in locations] == [
        (1, 9, 4),
        (1, 20, 9),
        (1, 34, 4),
        (2, 8, 4),
        (2, 19, 9),
    ]
    assert (second.location().column, second.location().length) == (15, 23)  # as far as its first line goes


PIECES = ["{{ a }}", "{{a}}", "a", "1.2", ". B", "! C", " ", "  ", "\n", "\n- ", "\n\n"]


@given(st.lists(st.sampled_from(PIECES)))
def test_every_word_of_a_sentence_is_found_where_it_is_written(pieces):
    lines = tuple(Line(text, "docs/de/a.md", number) for number, text in enumerate("".join(pieces).split("\n"), 1))
    source = Source("de", "a.md", "docs/de/a.md", {}, (), lines)
    for sentence in sentences(source, {"a": "9.9"}):
        for match in re.finditer(r"\S+", sentence.text):
            location = sentence.location(*match.span())
            written = lines[location.line - 1].text[location.column - 1 :][: location.length]
            assert re.sub(r"\{\{ ?a ?\}\}", "9.9", written) == match.group()


def test_a_sentence_has_its_version_numbers_with_key_and_place(write_docs, monkeypatch):
    source = parse_source(write_docs({}), "de", "a.md", "Seit Version 42.5\nlieber {{ b.minimum }}.\n")
    [sentence] = sentences(source, {"b.minimum": "42.6"}, {"42.6": ("b.minimum",)})
    found = [(one.number, one.key, str(one.location), one.location.length) for one in sentence.versions]
    assert found == [("42.5", "", "docs/de/a.md:1:14", 4), ("42.6", "b.minimum", "docs/de/a.md:2:8", 15)]
    monkeypatch.setattr("portal.sources.sentences.find_versions", None)
    assert [one.number for one in sentence.versions] == ["42.5", "42.6"]  # found once
