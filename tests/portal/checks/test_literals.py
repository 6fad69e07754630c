import pytest
from portal.checks.consistency import check_consistency
from portal.checks.literals import check_literals
from portal.formats.markdown.text import Line
from portal.sources.facts_file import read_facts
from portal.sources.page import read_sources


@pytest.mark.parametrize(
    ("text", "column", "hint"),
    [
        ("Update auf Android 23.9.26.", 20, "write {{ android.minimum }} instead"),
        ("| Windows | 22.9.33 |", 13, "write {{ windows.minimum }} or {{ macos.minimum }} instead"),
        ("Bei 1.200 Arbeitsplätzen", 5, "write {{ duration.large.workplaces }} instead"),
        (
            "[x](https://cpbx-hilfe.deutschland-lan.de/de/grundlagen/systemvoraussetzungen/)",
            5,
            "write {{ link.requirements }} instead",
        ),
    ],
)
def test_a_value_written_by_hand_is_told_with_its_placeholder(project, text, column, hint):
    facts = read_facts(project / "docs/facts.yml").facts
    [problem] = check_literals(Line(text, "docs/de/a.md", 3), facts)
    assert (problem.code, str(problem.location), problem.hint) == ("fact-literal", f"docs/de/a.md:3:{column}", hint)


@pytest.mark.parametrize(
    "text",
    [
        "{{ android.minimum }}",
        "{{ duration.large.workplaces }} Arbeitsplätze",
        "Cloud PBX 2.0",
    ],
)
def test_placeholders_and_other_values_are_fine(project, text):
    assert list(check_literals(Line(text, "a.md", 1), read_facts(project / "docs/facts.yml").facts)) == []


@pytest.mark.parametrize(
    "words",
    [
        "[x](https://other.example/a)",
        "<https://other.example/a>",
        "[x]: http://other.example/a",
        "`https://other.example/a`",
        "https://other.example/a.",
    ],
)
def test_an_address_that_the_facts_lack_is_told_however_it_is_written(project, words):
    facts = read_facts(project / "docs/facts.yml").facts
    [problem] = check_literals(Line(words, "docs/de/a.md", 3), facts)
    assert problem.code == "address-literal" and words[problem.location.column - 1 :].startswith("http")


def test_an_address_in_code_is_an_example(write_docs):
    docs = write_docs({"de/a.md": "`https://a.example/` https://b.example/\n\n```\nhttps://c.example/\n```\n"})
    found = check_consistency(read_sources(docs), read_facts(docs / "facts.yml").facts)
    assert [str(problem.location) for problem in found if problem.code == "address-literal"] == ["docs/de/a.md:1:22"]
