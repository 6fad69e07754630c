import pytest
from codes import code
from portal.formats.yaml import read_yaml


def test_every_key_and_value_has_its_place():
    document, problems = read_yaml("a:\n  b: [1, two]\n", "x.yml", code("bad"))
    assert problems == []
    assert document.data == {"a": {"b": [1, "two"]}}
    assert str(document.keys["a", "b"]) == "x.yml:2:3"
    assert str(document.values["a", "b", 1]) == "x.yml:2:10"


def test_the_place_of_what_is_missing_is_the_node_above_it():
    document, _ = read_yaml("a:\n  b: 1\n", "x.yml", code("bad"))
    assert str(document.location(("a", "missing"))) == "x.yml:2:3"


def test_broken_yaml_is_one_problem_at_its_line():
    document, [problem] = read_yaml("a: 1\nb: [1, 2\n", "x.yml", code("bad"), first_line=10)
    assert document is None
    assert (problem.code, str(problem.location)) == ("bad", "x.yml:11:4")


def test_what_is_left_open_at_the_end_is_told_at_the_last_word():
    _, [problem] = read_yaml("versions: [\n\n", "x.yml", code("bad"))
    assert str(problem.location) == "x.yml:1:11"


def test_a_key_twice_is_a_problem_at_the_second():
    _, [problem] = read_yaml("a: 1\na: 2\n", "x.yml", code("bad"))
    assert (str(problem.location), problem.hint) == ("x.yml:2:1", "remove one; the first is in line 1")


@pytest.mark.parametrize(("text", "words"), [("a: 1\nb: \x0bc\n", "U+000B"), ("a: &x\n  b: *x\n", "holds itself")])
def test_what_yaml_can_not_hold_is_told_and_no_exception(text, words):
    document, [problem] = read_yaml(text, "x.yml", code("bad"))
    assert document is None and words in problem.message


def test_an_impossible_date_is_a_problem():
    document, [problem] = read_yaml("checked: 2026-02-30\n", "x.yml", code("bad"))
    assert document is None and "day" in problem.message


def test_empty_yaml_is_nothing():
    document, problems = read_yaml("", "x.yml", code("bad"))
    assert (document.data, problems) == (None, [])


def test_a_tag_of_another_program_is_passed_over():
    document, problems = read_yaml("site_url: !ENV [SITE_URL, x]\nnav: [index.md]\n", "mkdocs.yml", code("bad"))
    assert (document.data["nav"], problems) == (["index.md"], [])


BOMB = "\n".join(f"a{level}: &a{level} [{', '.join([f'*a{level - 1}' if level else 'x'] * 9)}]" for level in range(9))


def test_aliases_that_repeat_each_other_without_bound_are_refused():
    document, [problem] = read_yaml(BOMB, "x.yml", code("bad"))
    assert document is None and "repeat each other too often" in problem.message
    document, problems = read_yaml("\n".join(BOMB.split("\n")[:3]), "x.yml", code("bad"))
    assert document is not None and problems == []


def test_values_that_are_nested_too_deeply_are_told_as_such():
    _, [problem] = read_yaml("a: " + "[" * 5_000, "x.yml", code("bad"))
    assert problem.message == "values are nested too deeply here"
    _, [problem] = read_yaml("a: &a [*a]", "x.yml", code("bad"))
    assert problem.message == "an alias (*) holds itself"
