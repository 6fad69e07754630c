import pytest
from portal.formats.quantities import find_quantities


def values(text):
    return {key for one in find_quantities(text) for key in one.keys}


@pytest.mark.parametrize(
    "texts",
    [
        (
            "22. November 2026",
            "22 November 2026",
            "November 22, 2026",
            "22nd of November 2026",
            "22.11.2026",
            "2026-11-22",
        ),
        ("1. bis 5. Dezember 2026", "December 1 to 5, 2026", "1–5 December 2026"),
        ("1.200", "1,200", "1200", "1\u202f200"),
        ("4,95 €", "€4.95", "EUR 4.95", "4,95 Euro"),
        ("1.200,50", "1,200.50"),
        ("8:30 Uhr", "8.30 Uhr", "8:30 am", "8:30 a.m.", "08:30"),
        ("18:00", "18 Uhr", "6 pm", "6:00 p.m."),
        ("8 bis 18 Uhr", "8 am to 6 pm"),
        ("0 Uhr", "24 Uhr", "12 am"),
        ("0800 330 1000", "0800 3301000", "+49 800 330 1000", "+49 (0) 800 330-1000", "0049 800 3301000"),
        ("50 %", "50%"),
        ("Windows 11 24H2", "Windows 11 24H2"),
    ],
)
def test_a_value_is_the_same_however_a_language_writes_it(texts):
    assert len({frozenset(values(text)) for text in texts}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("22. November", "23 November"),
        ("22. November", "22 October"),
        ("18 Uhr", "6 am"),
        ("8:30", "8:45"),
        ("1.200", "1,300"),
        ("4,95 €", "€4.59"),
        ("0800 330 1000", "0800 330 1001"),
        ("23.9.26", "23.9.31"),
    ],
)
def test_other_values_differ(one, other):
    assert values(one) != values(other)


@pytest.mark.parametrize("text", ["24H2", "WebView2", "H264", "You may wait", "Im Mai", "Konferenz"])
def test_words_with_digits_and_months_alone_are_no_values(text):
    assert find_quantities(text) == []


def test_a_value_keeps_its_place():
    [hour, number] = find_quantities("Um 18 Uhr sind 30 da.")
    assert ((hour.start, hour.end, hour.kind), (number.start, number.end, number.kind)) == (
        (3, 9, "time"),
        (15, 17, "number"),
    )
