import pytest
from contexts import on_page
from portal.checks.durations import check_durations
from portal.sources.facts_file import read_facts
from portal.sources.page import parse_source


@pytest.fixture
def problems(write_docs, project):
    facts = read_facts(project / "docs/facts.yml").facts
    docs = write_docs({})

    def check(text):
        return on_page(check_durations, parse_source(docs, "de", "user/a.md", text), facts)

    return check


@pytest.mark.parametrize(
    "text",
    [
        "600 Arbeitsplätze dauern ca. 25 Minuten",
        "1.200 Arbeitsplätze: 30 Minuten",
        "1,200 workplaces take 45 minutes",
        "1200 Arbeitsplätze in 2 Stunden",
        "30 Minuten für 50 Arbeitsplätze",
        "| 600 | ca. 60 Minuten |",
        "Für 700 Arbeitsplätze rechnen Sie mit 30 Minuten.",
        "{{ duration.large.workplaces }} Arbeitsplätze dauern {{ duration.small.minutes }} Minuten",
        "Sechshundert Arbeitsplätze dauern ca. 20 Minuten.",
        "Zwölfhundert Arbeitsplätze dauern zwei Stunden.",
        "One thousand two hundred workplaces take an hour and a half.",
        "Das Upgrade für 600 Nutzer dauert zehn Minuten.",
        "2.400 Arbeitsplätze dauern 120 Minuten.",
        "300 workplaces take 15 minutes.",
        "Das Upgrade von 10 Arbeitsplätzen dauert eine Minute.",
        "| 300 Arbeitsplätze | 15 Minuten |",
        "Rechnen Sie pro 10 Arbeitsplätze mit 1 Minute.",
        "The upgrade takes a minute for every ten workplaces.",
    ],
)
def test_a_figure_with_another_partner_is_told(problems, text):
    assert [problem.code for problem in problems(text)] == ["duration-mismatch"]


@pytest.mark.parametrize(
    "text",
    [
        "50, 600 und 1200 Arbeitsplätze dauern verschieden lang",
        "50 Arbeitsplätze dauern 5 Minuten, 600 Arbeitsplätze 30 Minuten",
        "1.200 Arbeitsplätze dauern eine Stunde, also 1 Stunde oder 60 Minuten",
        "| {{ duration.small.workplaces }} | ca. {{ duration.small.minutes }} Minuten |",
        "Planen Sie 15 Minuten für die Einweisung ein.",
        "Wir haben 80 Arbeitsplätze.",
        "Sechshundert Arbeitsplätze dauern eine halbe Stunde.",
        "Fünfzig Nutzer warten beim Upgrade fünf Minuten.",
        "Eine Schulung zum Upgrade für 30 Anwender dauert 75 Minuten.",
        "Zwölf Nutzer haben teilgenommen; das Gespräch dauerte 90 Minuten.",
        "| 20 | 45 Minuten warten |",
        "Pro Arbeitsplatz planen Sie 10 Minuten für die Einweisung ein.",
        "`600 Arbeitsplätze dauern 10 Minuten`",
    ],
)
def test_the_pairs_of_the_table_and_other_figures_are_fine(problems, text):
    assert problems(text) == []


def test_a_mismatch_is_told_at_the_figure(problems):
    [problem] = problems("Für\n600 Arbeitsplätze 25 Minuten")
    assert str(problem.location) == "docs/de/user/a.md:2:1" and "30 minutes" in problem.message
