import pytest
from portal.sources.version_series import find_series

KNOWN = ("23.9.26", "42.6")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Der neue Client gilt ab Version 43.", "43"),
        ("Sie brauchen den Windows-Client 43.x.", "43.x"),
        ("Install client version 23.9.x.", "23.9.x"),
        ("Die App braucht Version 42 oder neuer", "42"),
    ],
)
def test_a_series_of_a_clients_versions_is_found_where_it_stands(text, number):
    [(found, start, end)] = find_series(text, KNOWN)
    assert found == text[start:end] == number


@pytest.mark.parametrize(
    "text",
    [
        "Die App läuft in Chrome ab Version 131.",
        "Die Vorlage hat die Version 43.",
        "Der Client hat Version 42.6.",
        "Der Client kennt 10.x-Netze.",
    ],
)
def test_other_numbers_are_none(text):
    assert list(find_series(text, KNOWN)) == []
