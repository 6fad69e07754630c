import json

import pytest
from cases.twins import ask_script, read_cases
from hypothesis import given, settings
from hypothesis import strategies as st
from portal.planning.client_check import Client, Series, check_client, clients_of, compare, series_of
from portal.sources.facts_file import read_facts

MODULE = "versions.js"
CLIENTS = {
    "android": Client("23.9.26"),
    "ios": Client("23.9.31"),
    "windows": Client("22.9.33", "42.6"),
    "macos": Client("22.9.33"),
}
SERIES = Series(old=(2,), new=(4,))
CASES = [(platform, json.loads(text), answer) for platform, text, answer in read_cases("client_versions.tsv")]
PARTS = st.lists(st.integers(0, 60), min_size=1, max_size=4).map(tuple)
NUMBERS = PARTS.map(lambda parts: ".".join(map(str, parts)))
TYPED = st.one_of(NUMBERS, st.text("0123456789.,  vV-\uff12\uff0e\u200b", max_size=50), st.text(max_size=50))


def answers_of_script(questions):
    asked = [[text, CLIENTS[platform]._asdict(), SERIES._asdict()] for platform, text in questions]
    return ask_script(MODULE, "checkClient", asked)


def answers_of_rule(questions):
    return [check_client(text, platform, CLIENTS, SERIES) for platform, text in questions]


@pytest.mark.parametrize(("platform", "text", "answer"), CASES, ids=[f"{one[0]} {one[1]!r}" for one in CASES])
def test_what_is_typed_as_a_version_is_answered(platform, text, answer):
    assert check_client(text, platform, CLIENTS, SERIES) == answer


def test_the_script_gives_the_same_answers():
    assert answers_of_script([case[:2] for case in CASES]) == [answer for *_, answer in CASES]


@pytest.mark.parametrize("text", ["2" * 10_000, "1." * 5_000, "v" * 10_000, " ." * 5_000])
def test_ten_thousand_characters_are_no_version(text):
    assert answers_of_rule([("windows", text)]) == answers_of_script([("windows", text)]) == ["text"]


@settings(max_examples=20)
@given(st.lists(st.tuples(st.sampled_from(sorted(CLIENTS)), TYPED), min_size=50, max_size=200))
def test_rule_and_script_answer_anything_alike(questions):
    assert answers_of_script(questions) == answers_of_rule(questions)


def test_platforms_and_series_are_those_of_the_facts(project):
    facts = read_facts(project / "docs/facts.yml").facts
    assert clients_of(facts) == CLIENTS
    assert series_of(facts) == SERIES


@pytest.mark.parametrize(("old", "new"), [((), (4,)), ((4,), (4,)), ((2,), ())])
def test_a_number_of_no_family_or_of_both_is_unknown(old, new):
    series = Series(old, new)
    number = "42.6" if old or not new else "23.9.26"
    assert check_client(number, "windows", CLIENTS, series) == "unknown"


@given(PARTS, PARTS)
def test_parts_compare_as_numbers_and_missing_ones_decide_nothing(parts, other):
    order = compare(parts, other)
    width = max(len(parts), len(other))
    one, two = ((*each, *(0,) * (width - len(each))) for each in (parts, other))
    if order is None:
        assert len(parts) < len(other) and one[: len(parts)] == two[: len(parts)]
    else:
        assert order == (one > two) - (one < two)
