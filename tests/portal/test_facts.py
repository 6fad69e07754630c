import pytest
from conftest import FACTS
from portal.facts import read_facts


def read(write_docs, text):
    return read_facts(write_docs({"facts.yml": text}) / "facts.yml")


def test_facts_have_values_by_the_names_that_placeholders_use(write_docs):
    facts, problems = read(write_docs, FACTS)
    assert problems == []
    assert facts.values() == {
        "android.minimum": "23.9.26",
        "windows.webview2": "42.6",
        "link.home": "https://help.example/de",
        "duration.large.workplaces": 1200,
        "duration.large.minutes": 60,
    }


@pytest.mark.parametrize(
    ("right", "wrong", "place", "message", "hint"),
    [
        ('value: "42.6"', "value: 42.6", "3:29", "versions.windows.webview2.value is not text", "quotes"),
        ('"23.9.26"', '"23.9.x"', "2:28", "not of the right form", "numbers with dots"),
        ("family: old client", "family: older client", "2:47", "'old client' or 'new client'", ""),
        ("family: old client", "famly: old client", "2:39", "famly is not a field", "did you mean family?"),
        ("minutes: 60", "minutes: -1", "5:47", "greater than 0", ""),
        ("minutes: 60, ", "", "5:19", "minutes is missing", "add a line `minutes"),
        ("checked: 2026-11-22}\ndur", "checked: soon}\ndur", "3:85", "valid date", ""),
        ("https://help", "http://help", "7:22", "not of the right form", "https://"),
    ],
)
def test_each_mistake_in_facts_is_told_at_its_place_with_the_mend(write_docs, right, wrong, place, message, hint):
    assert right in FACTS
    facts, problems = read(write_docs, FACTS.replace(right, wrong, 1))
    assert facts is None
    told = [problem for problem in problems if message in problem.message]
    assert [str(problem.place) for problem in told] == [f"docs/facts.yml:{place}"]
    assert hint in told[0].hint
    assert "pydantic" not in str(problems)


def test_all_mistakes_are_told_at_once(write_docs):
    _, problems = read(write_docs, FACTS.replace('"42.6"', "42.6").replace("minutes: 60", "minutes: -1"))
    assert len(problems) == 2


def test_a_missing_file_is_a_problem_and_no_exception(tmp_path):
    facts, [problem] = read_facts(tmp_path / "docs" / "facts.yml")
    assert (facts, problem.code) == (None, "facts-unreadable")


def test_a_file_that_is_not_utf8_is_a_problem(write_docs):
    facts, [problem] = read_facts(write_docs({"facts.yml": "größe".encode("latin-1")}) / "facts.yml")
    assert (facts, problem.code) == (None, "facts-unreadable")


def test_an_empty_file_is_a_problem(write_docs):
    facts, problems = read(write_docs, "")
    assert facts is None and problems[0].code == "facts-invalid"
