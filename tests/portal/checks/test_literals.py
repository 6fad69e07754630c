import pytest
from contexts import on_page
from portal.checks.literals import check_literals
from portal.formats.markdown.text import Line
from portal.sources.facts_file import read_facts
from portal.sources.page import Source, read_sources


def found(text, facts, head=False):
    """Return what is found in a text that is the third line of a page's body, or of its front matter."""
    line = (Line(text, "docs/de/a.md", 3),)
    source = Source("de", "a.md", "docs/de/a.md", {}, line if head else (), () if head else line)
    return on_page(check_literals, source, facts)


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
    [problem] = found(text, facts)
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
    assert found(text, read_facts(project / "docs/facts.yml").facts) == []


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
    [problem] = [*found(words, facts, head=True)]
    assert problem.code == "address-literal" and words[problem.location.column - 1 :].startswith("http")


def test_an_address_in_code_is_an_example(write_docs):
    docs = write_docs({"de/a.md": "`https://a.example/` https://b.example/\n\n```\nhttps://c.example/\n```\n"})
    [source] = read_sources(docs)
    problems = on_page(check_literals, source, read_facts(docs / "facts.yml").facts)
    assert [str(problem.location) for problem in problems if problem.code == "address-literal"] == ["docs/de/a.md:1:22"]
