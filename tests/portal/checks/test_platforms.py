import pytest
from contexts import on_page
from portal.checks.platforms import check_platform
from portal.sources.facts_file import read_facts
from portal.sources.page import parse_source


@pytest.fixture
def told(write_docs, project):
    docs, facts = write_docs({}), read_facts(project / "docs/facts.yml").facts

    def find(text):
        found = on_page(check_platform, parse_source(docs, "de", "user/a.md", text), facts)
        return [(problem.code, problem.location.line) for problem in found]

    return find


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("## Android {#a}\n\nSie brauchen mindestens {{ ios.minimum }}.", 3),
        ("## Android {#a}\n\n### Laden {#b}\n\nSie brauchen mindestens {{ ios.minimum }}.", 5),
        ('=== "Android"\n\n    Sie brauchen {{ ios.minimum }}.', 3),
        ("Der android client braucht {{ ios.minimum }}.", 1),
        ("Für Apple-Mobilgeräte gilt {{ android.minimum }}.", 1),
        ("Auf Samsung-Geräten brauchen Sie {{ ios.minimum }}.", 1),
        ("The windows client needs {{ macos.minimum }}.", 1),
    ],
)
def test_a_version_below_another_platform_or_beside_its_brand_is_told(told, text, line):
    assert told(text) == [("version-platform", line)]


@pytest.mark.parametrize(
    "text",
    [
        "## Android {#a}\n\nSie brauchen mindestens {{ android.minimum }}.",
        "## Android {#a}\n\nAuf dem iPhone brauchen Sie {{ ios.minimum }}.",
        "## Android {#a}\n\n## Andere {#b}\n\nSie brauchen {{ ios.minimum }}.",
        "## Android und iOS {#a}\n\nSie brauchen {{ ios.minimum }}.",
        '=== "Android"\n\n    Text\n\nSie brauchen {{ ios.minimum }}.',
        "Die MAC-Adresse steht neben {{ android.minimum }}.",
        "Close all windows, then install {{ android.minimum }}.",
    ],
)
def test_a_version_of_the_platform_that_is_meant_is_not(told, text):
    assert told(text) == []
