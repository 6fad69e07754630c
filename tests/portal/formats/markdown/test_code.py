import pytest
from portal.formats.markdown.code import code_spans, without_code


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        (["a `b` c"], ["a     c"]),
        (["```", "a", "```", "b"], ["   ", " ", "   ", "b"]),
        (["a", "", "    b"], ["a", "", "     "]),
        (["> a", "> `b`"], ["  a", "     "]),
        (["<!-- a", "b --> c"], ["      ", "      c"]),
        ([], []),
    ],
)
def test_code_comments_and_marks_of_quotes_become_blanks_and_all_else_keeps_its_place(lines, left):
    assert without_code(lines) == left


def test_a_run_of_backticks_ends_at_the_next_of_the_same_length():
    assert [text[start:end] for text in ["`a` ``b ` c`` `d"] for start, end in code_spans(text)] == ["`a`", "``b ` c``"]
    assert code_spans(r"\`a`") == []
