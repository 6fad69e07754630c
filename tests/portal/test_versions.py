import pytest
from portal.facts import read_facts
from portal.versions import find_versions, unknown_versions


@pytest.mark.parametrize(
    "text",
    [
        "Cloud PBX 2.0 ist da.",
        "das Upgrade auf Cloud PBX\n2.0",
        "am 29.01.2025, 16:00 bis 22:00 Uhr",
        "1.200 Arbeitsplätze",
        "1,200 workplaces in 1,5 hours",
        "12.345.678 Anrufe",
        "die Adresse 192.168.178.1.5",
        "https://help.example/2.0/x",
        "Schritt 2. Danach Schritt 3.",
    ],
)
def test_dates_thousands_addresses_and_the_product_are_no_versions(text):
    assert list(find_versions(text)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Update auf Android 23.9.26.", ["23.9.26"]),
        ("ab Version 42.6 (neu)", ["42.6"]),
        ("Windows 22.9.33, iOS 23.9.31", ["22.9.33", "23.9.31"]),
        ("Client 2.0", ["2.0"]),
    ],
)
def test_client_versions_are_found(text, found):
    assert list(find_versions(text)) == found


def test_an_unknown_version_is_told_with_the_placeholder_that_is_probably_meant(write_docs):
    facts, _ = read_facts(write_docs({}) / "facts.yml")
    assert list(unknown_versions("Android 23.9.25 oder 23.9.26", facts)) == [("23.9.25", "write {{ android.minimum }} instead")]


def test_a_version_like_none_is_told_too(write_docs):
    facts, _ = read_facts(write_docs({}) / "facts.yml")
    [(number, hint)] = unknown_versions("Version 7.1", facts)
    assert (number, "docs/facts.yml" in hint) == ("7.1", True)
