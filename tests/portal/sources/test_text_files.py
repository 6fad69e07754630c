import pytest
from portal.sources.page import parse_source
from portal.sources.text_files import LONGEST, LongLineError, split_lines


def test_the_last_line_end_ends_the_text():
    assert split_lines("a\n\nb\n\n", "a.md") == ["a", "", "b"]


def test_a_line_that_is_too_long_is_told_at_its_number():
    split_lines("a\n" + "b" * LONGEST, "a.md")
    with pytest.raises(LongLineError) as found:
        split_lines("a\n" + "b" * (LONGEST + 1), "a.md")
    assert str(found.value.problem.location) == "a.md:2:1"


def test_of_a_page_with_such_a_line_nothing_is_read(tmp_path):
    source = parse_source(tmp_path / "docs", "de", "user/help.md", "# Hilfe\n\n" + "<!-- allow a: " * 10_000)
    assert [problem.code for problem in source.problems] == ["line-long"] and source.lines == ()
