"""names.yml: what it may hold, and mistakes at their lines."""

import pytest
from portal.sources.whole_names import WholeNames, read_names


def test_without_the_file_there_are_no_names(tmp_path):
    assert read_names(tmp_path) == (WholeNames(), ())


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("names:\n  - E-Mail\n  - 2.0\n", 3, "names.1"),
        ("names: [E-Mail]\nunit: [KB]\n", 2, "unit"),
        ("names: E-Mail\n", 1, "names"),
        ("names: ['']\n", 1, "names.0"),
        ("names: [\n", 1, "YAML"),
        ("- E-Mail\n", 1, "names.yml"),
    ],
)
def test_a_mistake_is_reported_at_its_line(tmp_path, text, line, words):
    (tmp_path / "names.yml").write_text(text, "utf-8")
    names, (problem,) = read_names(tmp_path)
    assert names == WholeNames()
    assert (problem.code, problem.location.line) == ("names-invalid", line) and words in problem.message


def test_a_file_that_is_no_text_is_reported(tmp_path):
    (tmp_path / "names.yml").write_bytes(b"\xff")
    assert len(read_names(tmp_path)[1]) == 1
