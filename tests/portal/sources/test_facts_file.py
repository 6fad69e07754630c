import json

import jsonschema
import pytest
import yaml
from conftest import FACTS
from portal.problems.catalogue import in_words
from portal.sources.facts_file import json_schema, read_facts


def read(write_docs, text):
    file = read_facts(write_docs({"facts.yml": text}) / "facts.yml")
    return file.facts, list(file.problems)


def test_one_mistake_hides_no_other(write_docs):
    text = FACTS.replace("minutes: 60", "minutes: -1").replace("checked: 2026-11-22}\ndur", "checked: 2999-01-01}\ndur")
    _, problems = read(write_docs, text.replace('"23.9.26"', '"23.9.x"') + "addresses: {}\n")
    told = " | ".join(problem.message for problem in problems)
    for words in ("greater than 0", "yet to come", "not of the right form", "addresses stands here twice"):
        assert words in told


def test_facts_have_values_by_the_names_that_placeholders_use(write_docs):
    facts, problems = read(write_docs, FACTS)
    assert problems == []
    assert facts.values == {
        "android.minimum": "23.9.26",
        "windows.webview2": "42.6",
        "link.home": "https://help.example/de",
        "duration.large.workplaces": 1200,
        "duration.large.minutes": 60,
    }


@pytest.mark.parametrize(
    ("right", "wrong", "location", "message", "hint"),
    [
        ('value: "42.6"', "value: 42.6", "3:29", "versions.windows.webview2.value is not text", "quotes"),
        ('"23.9.26"', '"23.9.x"', "2:28", "not of the right form", "numbers with dots"),
        ("family: old client", "family: older client", "2:47", "'old client' or 'new client'", ""),
        ("family: old client", "famly: old client", "2:39", "famly is not a field", "did you mean family?"),
        ("minutes: 60", "minutes: -1", "5:47", "greater than 0", ""),
        ("minutes: 60, ", "", "5:19", "minutes is missing", "add a line `minutes"),
        ("checked: 2026-11-22}\ndur", "checked: soon}\ndur", "3:85", "can't be 'soon'", "2027-03-01"),
        (
            "checked: 2026-11-22}\ndur",
            "checked: 2026-11-22, review_by: 2026-11-22}\ndur",
            "3:3",
            "review_by of windows.webview2",
            "next review",
        ),
        ("android.minimum", "Android", "2:3", "not of the right form for a key", "two words with a dot"),
        ("minutes: 60", "minutes: true", "5:47", "minutes", ""),
        ("workplaces: 1200", 'workplaces: "1200"', "5:32", "workplaces", ""),
        ("checked: 2026-11-22}\ndur", "checked: 2999-01-01}\ndur", "3:3", "yet to come", "day of the check"),
        ("link.home", "android.minimum", "7:3", "stands in two groups", ""),
        ("https://help", "http://help", "7:22", "not of the right form", "https://"),
        ("https://help", "https://https://help", "7:22", "not of the right form", "https://"),
        ("minutes: 60", "minutes: 1:00", "5:47", "YAML reads 1:00 as 60", "in digits"),
        ("minutes: 60", "minutes: 0100", "5:47", "YAML reads 0100 as 64", "in digits"),
    ],
)
def test_each_mistake_in_facts_is_told_at_its_place_with_the_mend(write_docs, right, wrong, location, message, hint):
    assert right in FACTS
    facts, problems = read(write_docs, FACTS.replace(right, wrong, 1))
    assert facts is None
    told = [problem for problem in problems if message in problem.message]
    assert [str(problem.location) for problem in told] == [f"docs/facts.yml:{location}"]
    assert hint in told[0].hint
    assert "pydantic" not in str(problems)


def test_all_mistakes_are_told_at_once(write_docs):
    _, problems = read(write_docs, FACTS.replace('"42.6"', "42.6").replace("minutes: 60", "minutes: -1"))
    assert len(problems) == 2


def test_a_missing_file_is_a_problem_and_no_exception(tmp_path):
    file = read_facts(tmp_path / "docs" / "facts.yml")
    assert (file.facts, file.problems[0].code) == (None, "facts-unreadable")


def test_a_file_that_is_not_utf8_is_a_problem(write_docs):
    file = read_facts(write_docs({"facts.yml": "größe".encode("latin-1")}) / "facts.yml")
    assert (file.facts, file.problems[0].code) == (None, "facts-unreadable")


def test_an_empty_file_is_a_problem(write_docs):
    facts, problems = read(write_docs, "")
    assert facts is None and problems[0].code == "facts-invalid"


def test_durations_rise_in_workplaces_and_minutes(write_docs):
    text = FACTS.replace(
        "durations:\n", "durations:\n  duration.more: {workplaces: 1200, minutes: 70, source: x, checked: 2026-11-22}\n"
    )
    facts, problems = read(write_docs, text)
    assert facts is None
    assert [(str(problem.location), "not more than" in problem.message) for problem in problems] == [
        ("docs/facts.yml:6:3", True)
    ] * 2


def test_the_committed_schema_is_the_one_of_the_models(project):
    committed = (project / "docs/facts.schema.json").read_text("utf-8")
    assert committed == json_schema(), "run: make schema"


def test_the_facts_file_names_its_schema_and_fits_it(project):
    text = (project / "docs/facts.yml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=facts.schema.json\n")
    document = json.loads(json.dumps(yaml.safe_load(text), default=str))
    jsonschema.validate(document, json.loads(json_schema()))
    document["versions"]["android.minimum"]["value"] = 23.9
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, json.loads(json_schema()))


def test_a_wrong_value_is_told_in_german_without_english_words(write_docs):
    text = FACTS.replace("minutes: 60", "minutes: -1").replace("family: old client", "family: older client")
    told = [in_words(problem.message, "de") for problem in read(write_docs, text)[1]]
    assert any(one.endswith("Der Wert muss größer als 0 sein") for one in told)
    assert any(one.endswith("Hier muss 'old client' oder 'new client' stehen") for one in told)
