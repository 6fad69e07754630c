import pytest
from contexts import facts_context, on_page
from portal.checks.context import Page
from portal.checks.placeholders import check_placeholders
from portal.sources.facts_file import read_facts
from portal.sources.page import read_source


def problems(write_docs, text):
    docs = write_docs({"de/a.md": text})
    return on_page(check_placeholders, read_source(docs, "de", "a.md"), read_facts(docs / "facts.yml").facts)


def test_an_unknown_placeholder_is_told_with_the_nearest_fact(write_docs):
    [problem] = problems(write_docs, "# A\n\nAb {{ andriod.minimum }} geht es.\n")
    assert (problem.code, str(problem.location)) == ("fact-unknown", "docs/de/a.md:3:4")
    assert problem.hint == "write {{ android.minimum }} instead"
    assert problem.location.length == len("{{ andriod.minimum }}")


def test_an_unknown_placeholder_in_front_matter_is_told_too(write_docs):
    [problem] = problems(write_docs, "---\ndescription: Ab {{ ios }}\n---\n# A\n")
    assert str(problem.location) == "docs/de/a.md:2:17"


def test_braces_that_are_no_placeholder_are_told(write_docs):
    found = problems(write_docs, "{{ android.minimum }\n\n{% inclde 'x' %}\n")
    assert [(problem.code, problem.location.line) for problem in found] == [
        ("placeholder-malformed", 1),
        ("placeholder-malformed", 3),
    ]


def test_each_half_placeholder_of_a_line_is_told_once(write_docs):
    text = "{{ android.minimum } und {{ android.minimum } { android.minimum } {{ {x} }} }} {% if %}\n"
    columns = [problem.location.column for problem in problems(write_docs, text)]
    assert columns == [1, 26, 67, 77, 80, 47]


def test_an_id_of_a_heading_is_no_placeholder(write_docs):
    assert problems(write_docs, "## Ändern {#change}\n") == []


def test_code_in_another_tools_language_is_no_placeholder(write_docs):
    text = "`{% if a %}` und `{{ anruf.nummer }}`\n\n```\n{{ ansible_managed }} {% raw %}\n```\n\n<!-- {{ x } -->\n"
    assert problems(write_docs, text) == []


def test_a_fact_that_is_meant_is_told_in_code_too(write_docs):
    found = problems(write_docs, "`{{ andriod.minimum }}` `{{ android.minimum }`\n")
    assert [(one.code, one.location.column) for one in found] == [("fact-unknown", 2), ("placeholder-malformed", 26)]


@pytest.mark.parametrize(("value", "key"), [("1.200", "duration.large.workplaces"), ("23.9.26", "android.minimum")])
def test_a_value_between_braces_is_told_with_its_fact(write_docs, value, key):
    [problem] = problems(write_docs, f"Ab {{{{ {value} }}}}\n")
    assert problem.hint == f"write {{{{ {key} }}}} instead"


def test_a_placeholder_may_name_a_page_that_is_there(write_docs):
    docs = write_docs({"de/a.md": "Siehe {{ a.md }}\n\nSiehe {{ b.md }}\n"})
    page = Page(read_source(docs, "de", "a.md"), read_facts(docs / "facts.yml").facts)
    [problem] = check_placeholders(page, facts_context(docs))
    assert (problem.code, problem.location.line) == ("fact-unknown", 3)
