import json

import pytest
from cases.twins import ask_script, read_cases
from hypothesis import given, settings
from hypothesis import strategies as st
from portal.planning.estimator import Example, estimate, examples_of, examples_text, read_workplaces
from portal.sources.facts_file import read_facts

MODULE = "duration.js"
EXAMPLES = (Example(50, 5), Example(600, 30), Example(1200, 60))
TYPED = [(json.loads(text), int(meant) if meant.isdigit() else meant) for text, meant in read_cases("workplaces.tsv")]
ESTIMATES = read_cases("estimates.tsv")
# What a number can be made of, and what breaks it.
SIGNS = st.text("0123456789.,  -\u2212'’\u00a0\u202f\u200b\uff11\uff0cx+", max_size=50)


def examples():
    """Any durations that facts.yml may have: strictly increasing in both."""
    numbers = st.lists(st.integers(1, 10**6), min_size=8, max_size=8, unique=True).map(sorted)
    size = st.integers(1, 8)
    return st.builds(lambda one, two, count: tuple(map(Example, one[:count], two[:count])), numbers, numbers, size)


def as_data(example):
    return example._asdict()


def answers_of_script(questions):
    """Return what the script answers to pairs of a number and examples, as Python's rule would."""
    found = ask_script(MODULE, "estimate", [[number, list(map(as_data, known))] for number, known in questions])
    return [(one["kind"], one["minutes"], one["lower"], one["upper"]) for one in found]


def answers_of_rule(questions):
    found = [estimate(number, known) for number, known in questions]
    return [(one.kind, one.minutes, as_data(one.lower), as_data(one.upper)) for one in found]


@pytest.mark.parametrize(("text", "meant"), TYPED, ids=[repr(text) for text, _ in TYPED])
def test_what_is_typed_as_a_number_is_read(text, meant):
    assert read_workplaces(text) == meant


def test_the_script_reads_the_same_numbers():
    assert ask_script(MODULE, "readWorkplaces", [[text] for text, _ in TYPED]) == [meant for _, meant in TYPED]


@pytest.mark.parametrize("text", ["9" * 10_000, "x" * 10_000, " " * 10_000, "1," * 5_000, "-" * 10_000])
def test_ten_thousand_characters_are_no_number(text):
    answer = read_workplaces(text)
    assert answer in ("large", "text", "empty")
    assert ask_script(MODULE, "readWorkplaces", [[text]]) == [answer]


@settings(max_examples=20)
@given(st.lists(st.one_of(SIGNS, st.text(max_size=50)), min_size=50, max_size=200))
def test_rule_and_script_read_any_text_alike(texts):
    assert ask_script(MODULE, "readWorkplaces", [[text] for text in texts]) == list(map(read_workplaces, texts))


@pytest.mark.parametrize("case", ESTIMATES, ids=[case[0] for case in ESTIMATES])
def test_the_examples_answer_and_nothing_beyond_them(case):
    number, kind, minutes, lower, upper = case
    said = estimate(int(number), EXAMPLES)
    wanted = (kind, None if minutes == "-" else int(minutes), int(lower), int(upper))
    assert (said.kind, said.minutes, said.lower.workplaces, said.upper.workplaces) == wanted


def test_rule_and_script_agree_on_every_number_from_1_to_2000(project):
    known = examples_of(read_facts(project / "docs/facts.yml").facts)
    questions = [(number, known) for number in range(1, 2001)]
    answers = answers_of_rule(questions)
    assert answers_of_script(questions) == answers
    assert {kind for kind, *_ in answers} == {"below", "example", "between", "above"}


@settings(max_examples=20)
@given(st.lists(st.tuples(st.integers(1, 2 * 10**6), examples()), min_size=20, max_size=50))
def test_rule_and_script_agree_on_any_examples(questions):
    near = [(one.workplaces + step, known) for _, known in questions for one in known for step in (0, 1)]
    assert answers_of_script([*questions, *near]) == answers_of_rule([*questions, *near])


@given(st.integers(1, 2 * 10**6), examples())
def test_an_estimate_is_never_outside_the_examples_around_it(number, known):
    said = estimate(number, known)
    if known[0].workplaces <= number <= known[-1].workplaces:
        assert said.lower.minutes <= said.minutes <= said.upper.minutes
        assert said.lower.workplaces <= number <= said.upper.workplaces
    else:
        assert said.minutes is None


def test_pages_hand_the_examples_to_the_script():
    text = examples_text(EXAMPLES)
    assert text == "50:5 600:30 1200:60"
    assert ask_script(MODULE, "readExamples", [[text]]) == [list(map(as_data, EXAMPLES))]
