"""terms.yml: what it may hold, and mistakes at their lines."""

import pytest
from portal.sources.word_list import Terms, read_word_list


def test_without_the_file_there_are_no_terms(tmp_path):
    assert read_word_list(tmp_path) == (Terms(), ())
    assert Terms().patterns == {}


def test_the_longest_words_are_found_whole_over_line_breaks_and_in_any_case(tmp_path):
    (tmp_path / "terms.yml").write_text(
        "de:\n  Anwender: [Benutzer, Benutzer der Anlage]\n  PBX: []\nen: {}\n", "utf-8"
    )
    terms, problems = read_word_list(tmp_path)
    found = terms.patterns["de"].findall("benutzer\n der  Anlage, Benutzer-Handbuch, Benutzername, Benutzer.")
    assert (problems, found) == ((), ["benutzer\n der  Anlage", "Benutzer"])
    assert terms.variants["de"]["benutzer der anlage"] == "Anwender"
    assert terms.patterns.keys() == {"de"}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("de:\n  A: [b]\nfr: {}\n", 3, "fr"),
        ("de:\n  A: b\n", 2, "de.A"),
        ("de:\n  A:\n    - b\n    - 2.0\n", 4, "de.A.1"),
        ("de:\n  A: [b]\n  C:\n    - d\n    - B\n", 5, "B"),
        ("de:\n  A: [c]\n  C: [d]\n", 2, "c is a term"),
        ("de:\n  A: ['']\n", 2, "de.A.0"),
        ("de: [\n", 1, "YAML"),
        ("- A\n", 1, "terms.yml"),
    ],
)
def test_a_mistake_is_reported_at_its_line(tmp_path, text, line, words):
    (tmp_path / "terms.yml").write_text(text, "utf-8")
    terms, (problem,) = read_word_list(tmp_path)
    assert terms == Terms()
    assert (problem.code, problem.location.line) == ("terms-invalid", line) and words in problem.message


def test_the_same_words_may_be_reported_in_both_languages(tmp_path):
    (tmp_path / "terms.yml").write_text("de:\n  Anwender: [User]\nen:\n  user: [end user]\n", "utf-8")
    assert read_word_list(tmp_path)[1] == ()
