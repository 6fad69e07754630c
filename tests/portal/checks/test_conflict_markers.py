import pytest
from contexts import NO_FACTS, facts_context
from portal.checks.conflict_markers import check_conflicts
from portal.sources.page import parse_source


def lines(write_docs, text):
    source = parse_source(write_docs({}), "de", "user/a.md", text)
    return [one.location.line for one in check_conflicts(source, facts_context(facts=NO_FACTS))]


def test_each_marker_is_told(write_docs):
    assert lines(write_docs, "<<<<<<< HEAD\na\n||||||| base\n=======\nb\n>>>>>>> x\n\nA\n=======\n") == [1, 3, 4, 6]


def test_half_a_conflict_is_told(write_docs):
    assert lines(write_docs, "a\n\n>>>>>>> x\n") == [3]


@pytest.mark.parametrize(
    "text",
    [
        "A\n=======",
        "```\n<<<<<<< HEAD\n=======\n>>>>>>> x\n```",
        "    <<<<<<< HEAD",
        "<!--\n<<<<<<< HEAD\n-->",
        "`<<<<<<< HEAD`",
        "<<<<<<<< x",
    ],
)
def test_examples_are_not(write_docs, text):
    assert lines(write_docs, text) == []
