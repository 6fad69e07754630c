import pytest
from contexts import on_page, on_pair
from portal.checks.platforms import check_platform
from portal.checks.versions import check_family, check_same_versions, check_unknown
from portal.sources.facts_file import read_facts
from portal.sources.page import parse_source


@pytest.fixture
def facts(project):
    return read_facts(project / "docs/facts.yml").facts


@pytest.fixture
def read(write_docs, facts):
    docs = write_docs({})
    return lambda text, language="de", path="user/a.md": parse_source(docs, language, path, text)


def test_an_unknown_version_is_told_with_the_placeholder_that_is_probably_meant(read, facts):
    [problem] = on_page(check_unknown, read("Update auf Android 23.9.25\n"), facts)
    assert (problem.code, str(problem.location)) == ("version-unknown", "docs/de/user/a.md:1:20")
    assert problem.hint == "write {{ android.minimum }} instead"


def test_the_hint_names_the_placeholder_of_the_platform_in_the_sentence(read, facts):
    [problem] = on_page(check_unknown, read("Der alte Mac-Client gilt ab 22.9.34 als aktuell.\n"), facts)
    assert problem.hint == "write {{ macos.minimum }} instead"


def test_a_version_like_none_is_told_too(read, facts):
    [problem] = on_page(check_unknown, read("Version 7.1\n"), facts)
    assert "add it to docs/facts.yml" in problem.hint


@pytest.mark.parametrize(
    "text", ["Der neue Client braucht {{ android.minimum }}.", "Your old client needs {{ windows.webview2 }}."]
)
def test_a_version_in_a_sentence_about_the_other_family_is_told_at_its_placeholder(read, facts, text):
    [problem] = on_page(check_family, read(text), facts)
    assert (problem.code, problem.location.column) == ("version-family", text.index("{{") + 1)


def test_comparing_the_families_is_told(read, facts):
    [problem] = on_page(
        check_family, read("Version {{ windows.webview2 }} ist neuer als {{ windows.minimum }}."), facts
    )
    assert "compared" in problem.message


def test_a_version_said_of_another_platform_is_told(read, facts):
    [problem] = on_page(check_platform, read("| Mobile-Client | iOS | {{ android.minimum }} |"), facts)
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
    assert on_page(check_platform, read(text), facts) == []


def test_a_version_that_only_one_language_has_is_told(read, facts):
    original, translation = read("Ab {{ windows.webview2 }}."), read("From now on.", "en", "a.md")
    [problem] = on_pair(check_same_versions, original, translation, facts)
    assert (problem.code, str(problem.location)) == ("version-differs", "docs/en/a.md")
