import pytest
from contexts import NO_FACTS, facts_context
from portal.checks.placeholder_text import check_placeholder_text, find_placeholder_text
from portal.sources.page import parse_source


@pytest.mark.parametrize(
    "text", ["Lorem ipsum", "lorem\nipsum", "Dolor sit amet", "TODO: Kontakt", "(TBD)", "FIXME", "xxx", "Tel. XXXX"]
)
def test_placeholder_text_is_found(text):
    assert len(list(find_placeholder_text(text))) == 1


@pytest.mark.parametrize("text", ["Methode", "todo list", "Extra xx", "Kontaktieren Sie uns", "Maxxx"])
def test_words_for_readers_are_not(text):
    assert list(find_placeholder_text(text)) == []


def test_each_slip_of_a_line_is_told_at_its_own_place(write_docs):
    source = parse_source(write_docs({}), "de", "a.md", "TBD TBD, xxx\n")
    assert [
        (problem.location.column, problem.location.length)
        for problem in check_placeholder_text(source, facts_context(facts=NO_FACTS))
    ] == [
        (1, 3),
        (5, 3),
        (10, 3),
    ]
