from portal.sources.page import read_source
from portal.sources.placeholders import check_placeholders, fill

VALUES = {"android.minimum": "23.9.26", "duration.large.workplaces": 1200}


def problems(write_docs, text):
    source = read_source(write_docs({"de/a.md": text}), "de", "a.md")
    return list(check_placeholders((*source.head, *source.lines), VALUES))


def test_placeholders_become_facts_in_the_form_of_the_language():
    text = "{{ android.minimum }}, {{duration.large.workplaces}}"
    assert fill(text, VALUES, "de") == "23.9.26, 1.200"
    assert fill(text, VALUES, "en") == "23.9.26, 1,200"


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
