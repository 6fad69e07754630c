import pytest
from portal.checks.versions import check_family, check_platform, check_same_versions, check_unknown
from portal.sources.facts_file import read_facts
from portal.sources.page import parse_source
from portal.sources.sentences import sentences


@pytest.fixture
def facts(project):
    return read_facts(project / "docs/facts.yml").facts


@pytest.fixture
def read(write_docs, facts):
    docs = write_docs({})
    known = facts.version_numbers
    return lambda text: list(sentences(parse_source(docs, "de", "user/a.md", text), facts.values, known))


def test_an_unknown_version_is_told_with_the_placeholder_that_is_probably_meant(read, facts):
    [sentence] = read("Update auf Android 23.9.25\n")
    [problem] = check_unknown(sentence, facts)
    assert (problem.code, str(problem.location)) == ("version-unknown", "docs/de/user/a.md:1:20")
    assert problem.hint == "write {{ android.minimum }} instead"


def test_a_version_like_none_is_told_too(read, facts):
    [problem] = check_unknown(read("Version 7.1\n")[0], facts)
    assert "add it to docs/facts.yml" in problem.hint


@pytest.mark.parametrize(
    "text", ["Der neue Client braucht {{ android.minimum }}.", "Your old client needs {{ windows.webview2 }}."]
)
def test_a_version_in_a_sentence_about_the_other_family_is_told_at_its_placeholder(read, facts, text):
    [problem] = check_family(read(text)[0], facts)
    assert (problem.code, problem.location.column) == ("version-family", text.index("{{") + 1)


def test_comparing_the_families_is_told(read, facts):
    [problem] = check_family(read("Version {{ windows.webview2 }} ist neuer als {{ windows.minimum }}.")[0], facts)
    assert "compared" in problem.message


def test_a_version_said_of_another_platform_is_told(read, facts):
    [problem] = check_platform(read("| Mobile-Client | iOS | {{ android.minimum }} |")[0], facts)
    assert problem.code == "version-platform" and "android, not for ios" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "| Desktop | Windows | {{ windows.minimum }} |",
        "Windows und macOS {{ macos.minimum }}",
        "Android {{ android.minimum }} und iOS {{ ios.minimum }}",
    ],
)
def test_a_version_of_its_own_platform_is_fine(read, facts, text):
    assert list(check_platform(read(text)[0], facts)) == []


def test_a_version_that_only_one_language_has_is_told(read, facts):
    [problem] = check_same_versions(read("Ab {{ windows.webview2 }}."), read("From now on."), "docs/en/a.md")
    assert (problem.code, str(problem.location)) == ("version-differs", "docs/en/a.md")
