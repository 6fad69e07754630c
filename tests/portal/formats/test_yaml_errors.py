import pytest
from codes import code
from portal.formats.yaml import read_yaml
from portal.problems.catalogue import in_words


@pytest.mark.parametrize(
    ("text", "place", "english", "german"),
    [
        ("a:\n\tb: 1", "2:1", "a tab can't", "kein Tabulator"),
        ("a: @x", "1:4", "begin with this character", "mit diesem Zeichen beginnen"),
        ("a: *x", "1:4", "begin with this character", "mit diesem Zeichen beginnen"),
        ("a: **x**", "1:5", "begin with this character", "mit diesem Zeichen beginnen"),
        ("a: b: c", "1:5", "a colon can't", "kein Doppelpunkt"),
        ("a: 1\nb\nc: 2", "2:1", "lacks a colon", "fehlt ein Doppelpunkt"),
        ("a: 'x\nb: 1", "1:4", "quote is never closed", "wird nie geschlossen"),
        ('a: "C:\\x"', "1:9", "a backslash", "ein Backslash"),
        ("a: [1, 2\nb: 3", "1:4", "bracket is never closed", "wird nie geschlossen"),
        ("a: {b: 1", "1:4", "bracket is never closed", "wird nie geschlossen"),
        ("a: [1,,2]", "1:7", "a value is missing", "fehlt ein Wert"),
        ('a: "x" y', "1:8", "behind the end of a value", "nach dem Ende eines Werts"),
        ("a:\n  b: 1\n c: 2", "3:2", "indented in another way", "anders eingerückt"),
        ("a: - b", "1:4", "a list can't begin", "keine Liste beginnen"),
        ("a: {{ x }}", "1:5", "takes these brackets", "diese Klammern"),
        ("a: |x\n  b", "1:5", "nothing may follow", "nichts stehen"),
        ("a: 1\n---\nb: 2", "2:1", "a line ---", "keine Zeile ---"),
        ("a: !<x", "1:4", "parser says “expected", "der Parser meldet „expected"),
        ("a: 1\nb: 2026-02-30", "2:4", "no day 2026-02-30", "keinen Tag 2026-02-30"),
    ],
)
def test_an_error_is_told_where_it_is_in_one_language(text, place, english, german):
    document, [problem] = read_yaml(text, "x.yml", code("bad"))
    assert document is None
    assert str(problem.location) == f"x.yml:{place}"
    assert english in problem.message and german in in_words(problem.message, "de")
    assert problem.hint and in_words(problem.hint, "de") != problem.hint
