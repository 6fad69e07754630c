import pytest
from contexts import on_pair
from portal.checks.translated_values import check_values
from portal.sources.page import read_sources


def compare(write_docs, original, translation):
    docs = write_docs({"de/admin/a.md": original, "en/admin/a.md": translation})
    return on_pair(check_values, *read_sources(docs))


@pytest.mark.parametrize(
    ("original", "translation"),
    [
        ("Am 22. November 2026 um 8:30 Uhr.", "On 22 November 2026, at 8:30 a.m."),
        ("Ab dem 1. und 15. Dezember.", "From December 1 and 15."),
        ("Das gilt vom 1. bis 5. Dezember 2026.", "This applies from December 1 to 5, 2026."),
        ("Montag bis Freitag von 8 bis 18 Uhr.", "Monday to Friday, 8 am to 6 pm."),
        ("Ab 8 und bis 20 Uhr.", "From 8 in the morning until 8 pm."),
        ("Täglich um 12 Uhr.", "Every day at noon."),
        ("Bis 0 Uhr.", "Until midnight."),
        ("Nach 30 Minuten.", "After half an hour."),
        ("Rund um die Uhr.", "24/7."),
        ("Nach 14 Tagen.", "After two weeks."),
        ("Die 2 Fenster.", "The two windows."),
        ("Zwei Fenster, zwölf Monate.", "2 windows, 12 months."),
        ("1.200 Nutzer, 4,95 € im Monat.", "1,200 users, €4.95 a month."),
        ("Am 23.9. ist Wartung.", "Maintenance is on 23 September."),
        ("Am 23.9.26 ist Wartung.", "Maintenance is on 23 September 2026."),
        ("Rufen Sie 0800 330 1000 an.", "Call +49 800 330 1000."),
        ("Cloud PBX 2.0 bringt mehr. Cloud PBX 2.0 ist da.", "Cloud PBX 2.0 brings more."),
        ("Version 23.9.26 oder neuer.", "Version 23.9.31 or newer."),  # a check of its own
        ("Punkt 3 am Ende.", "Item 3 at the end."),
        ("Der 2. Schritt.", "The second step."),
        ("Stufe AA, ab 320 Pixeln.", "Level AA, from 320 pixels."),
        ("`30` Minuten", "`45` minutes"),
        ("[a](b.md){width=30}", "[a](b.md){width=45}"),
        ("{{ duration.small.minutes }} Minuten", "{{ duration.small.minutes }} minutes"),
        ("<!-- 30 -->\nText", "<!-- 45 -->\nText"),
        ("1. Eins\n2. Zwei", "1. One\n1. Two"),
        ("Zuerst 30, dann 45.", "45 after 30."),
        ("## 30 Tage\n\nText 7.", "## Month\n\nText 7."),
        ("Etwa 90 Minuten", "An hour and a half"),
    ],
)
def test_a_translation_in_other_words_is_fine(write_docs, original, translation):
    assert compare(write_docs, original, translation) == []
    assert compare(write_docs, translation, original) == []


@pytest.mark.parametrize(
    ("original", "translation", "message"),
    [
        ("Es dauert 30 Minuten.", "It takes 45 minutes.", "the original has 30 in place of 45"),
        ("1.200 Nutzer", "1,300 users", "the original has 1.200 in place of 1,300"),
        ("Am 22. November.", "On 23 November.", "the original has 22 in place of 23"),
        ("Am 22. November.", "On 22 October.", "the original has November in place of October"),
        ("Am 22. November 2026.", "On 22 November 2027.", "the original has 2026 in place of 2027"),
        ("Um 8:30 Uhr.", "At 8:45 am.", "the original has 8:30 Uhr in place of 8:45 am"),
        ("Um 18 Uhr.", "At 6 am.", "the original has 18 Uhr in place of 6 am"),
        ("Für 4,95 €.", "For €4.59.", "the original has 4,95 in place of 4.59"),
        ("Tel. 0800 330 1000", "Tel. 0800 330 1001", "the original has 0800 330 1000 in place of 0800 330 1001"),
        ("Tel. 0800 330 1000", "Call us", "the original states 0800 330 1000 here"),
        ("Um 18 Uhr.", "In the evening.", "the original states 18 Uhr here"),
        ("Bald", "On 3 May", "the original does not state 3"),
        ("Kostet 5 €.", "Costs nothing.", "the original states 5 here"),
    ],
)
def test_another_value_is_told(write_docs, original, translation, message):
    problem = compare(write_docs, f"## T\n\n{original}\n", f"## T\n\n{translation}\n")[0]
    assert (problem.code, problem.message, problem.location.line) == ("translation-value", message, 3)


def test_the_place_is_that_of_the_value(write_docs):
    [problem] = compare(write_docs, "# A\n\n- a\n- 30 Minuten\n", "# A\n\n- a\n- takes 45 minutes\n")
    assert str(problem.location) == "docs/en/admin/a.md:4:9"
    assert problem.hint == "compare with docs/de/admin/a.md:4:3"


def test_values_of_a_table_are_compared_row_by_row(write_docs):
    head = "| A | B |\n| --- | --- |\n"
    [problem] = compare(write_docs, f"{head}| 30 | 60 |\n| 45 | 90 |\n", f"{head}| 30 | 60 |\n| 45 | 30 |\n")
    assert (problem.message, problem.location.line) == ("the original has 90 in place of 30", 4)


def test_a_section_of_other_blocks_is_left_to_the_check_of_blocks(write_docs):
    assert compare(write_docs, "a 30\n\nb 45\n", "a 31\n") == []
