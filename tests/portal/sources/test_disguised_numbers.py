import pytest
from portal.sources.version_numbers import find_versions

KNOWN = ("23.9.26", "23.9.31", "22.9.33", "42.6")


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("23.9.\u00ad25", "23.9.25"),
        ("23.9.&shy;25", "23.9.25"),
        ("23.9\u200b.25", "23.9.25"),
        ("\uff12\uff13\uff0e\uff19\uff0e\uff12\uff15", "23.9.25"),
        ("23&#46;9.2&#53;", "23.9.25"),
        ("23.9.**25**", "23.9.25"),
        ("_23.9.25_", "23.9.25"),
        ("23.<b>9</b>.25", "23.9.25"),
        ("23.9.2O", "23.9.20"),
        ("23.9.l9", "23.9.19"),
        ("**42**.8", "42.8"),
    ],
)
def test_a_number_in_disguise_is_found_as_the_one_meant(words, number):
    text = f"Am Mac: {words}!"
    [found] = find_versions(text, KNOWN)
    assert (found.number, text[found.start : found.end].strip("*")) == (number, words.strip("*"))


@pytest.mark.parametrize("words", ["23.9. 25", "23 . 9 . 25", "23,9,25", "23-9-25", "23.9.\u00a025", "23.9.&nbsp;25"])
def test_blanks_and_commas_are_a_disguise_where_the_words_say_version(words):
    assert [found.number for found in find_versions(f"Version {words} des Clients", KNOWN)] == ["23.9.25"]


@pytest.mark.parametrize(
    "text",
    [
        "Die Ports 22, 23 und 42, 6 davon frei",
        "Version vom 23. 9. 2025",
        "Der Client braucht 42,7 MB.",
        "die Ports 23,9,25 und 23-9-25",
        "4*5.2 und 2_3_4",
        "23.9.2Ox",
        "Update am 22. 9. 26",
        "Räume 42-7 bis 42-9",
    ],
)
def test_what_only_looks_like_one_is_none(text):
    assert find_versions(text, KNOWN) == ()
