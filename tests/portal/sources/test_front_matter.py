"""Front matter begins and ends where MkDocs says, and says the same; what only one of the two would take is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data
from portal.sources.front_matter import read_head, set_field
from portal.sources.text_files import decode

PIECES = [
    "---",
    "...",
    "----",
    "--",
    " ",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "title: A",
    "topic: B",
    "# C",
    "x",
    "- y",
    "\ufeff",
]


BEGINNINGS = ["", "---\n", "--- \r\ntitle: A\r\n"]


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join), st.sampled_from(BEGINNINGS))
def test_mkdocs_takes_the_same_for_front_matter_or_an_editor_is_told(rest, beginning):
    text = decode((beginning + rest).encode())
    body, meta = get_data(text)
    head = read_head(text, "docs/de/a.md")
    if not head.problems:
        lines = text.split("\n")[head.lines :]
        assert ("\n".join(lines).lstrip(), head.meta) == (body.lstrip(), meta)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("---\n---\n# A\n", "this front matter has no beginning or no end"),
        ("---\ntitle: A\n---", "this front matter has no beginning or no end"),
        ("---\n\n---\n# A\n", "front matter is not a list of `key: value`"),
        ("---\n# title: A\n---\n# A\n", "front matter is not a list of `key: value`"),
        ("---\ntitle: A\n...\n# A\n", "this front matter ends with ..."),
        ("Hinweis: Text\n", "this line would be taken for front matter"),
        ("https://help.example/ hilft.\n", "this line would be taken for front matter"),
    ],
)
def test_what_is_no_front_matter_to_one_of_the_two_is_told(text, message):
    [problem] = read_head(text, "docs/de/a.md").problems
    assert (problem.code, problem.message) == ("front-matter-invalid", message)


@pytest.mark.parametrize("text", ["# A\n", "", "\n\nHinweis: Text\n", "**Hinweis:** Text\n", "Ein Wort: Text\n"])
def test_a_page_may_have_none(text):
    assert read_head(text, "docs/de/a.md").problems == ()


def test_one_mistake_hides_no_other():
    problems = read_head("---\ntitle:\ntopic: 1\ndescription: A\ndescription: A\nx: y\n---\n", "docs/de/a.md").problems
    assert sorted(problem.location.line for problem in problems) == [2, 3, 5, 6]


def test_each_field_knows_its_place():
    locations = read_head("---\n# of the page\ntitle: A\n  \ntopic: B\n---\n# A\n", "docs/de/a.md").locations
    assert {name: str(location) for name, location in locations.items()} == {
        "title": "docs/de/a.md:3:1",
        "topic": "docs/de/a.md:5:1",
    }


@pytest.mark.parametrize("text", ["---\n- a\n---\n", "---\na: [\n---\n", "---\n# a\n---\n"])
def test_no_field_is_set_where_there_is_no_list_of_them(text):
    assert set_field(text, "original", "x") == text
