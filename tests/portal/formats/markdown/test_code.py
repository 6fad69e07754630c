import pytest
from portal.formats.markdown.code import code_spans
from portal.formats.markdown.text import Line, MarkdownText


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        (["a `b` c"], ["a     c"]),
        (["```", "a", "```", "b"], ["   ", " ", "   ", "b"]),
        (["a", "", "    b"], ["a", "", "     "]),
        (["1) a", "", "    b"], ["1) a", "", "     "]),  # "1)" begins no list
        (["- a", "", "    b", "", "        c"], ["- a", "", "    b", "", "         "]),
        (["> a", "> `b`"], ["  a", "     "]),
        (["<!-- a", "b --> c"], ["      ", "      c"]),
        ([], []),
    ],
)
def test_code_comments_and_marks_of_quotes_become_blanks_and_all_else_keeps_its_place(lines, left):
    texts = [Line(text, "docs/de/a.md", number) for number, text in enumerate(lines, 1)]
    assert MarkdownText(texts).live == left


def test_a_run_of_backticks_ends_at_the_next_of_the_same_length():
    assert [text[start:end] for text in ["`a` ``b ` c`` `d"] for start, end in code_spans(text)] == ["`a`", "``b ` c``"]
    assert code_spans(r"\`a`") == []
