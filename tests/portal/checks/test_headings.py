import pytest
from contexts import NO_FACTS, facts_context
from portal.checks.headings import check_headings
from portal.sources.page import parse_source


def codes(write_docs, text):
    source = parse_source(write_docs({}), "de", "user/a.md", text)
    return [(one.location.line, one.code) for one in check_headings(source, facts_context(facts=NO_FACTS))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# A\n\n### B {#b}", [(3, "heading-level")]),
        ("# A\n\n# B", [(3, "heading-second")]),
        ("# A\n\nB\n===", [(3, "heading-second")]),
        ("# A\n\n## **** {#b}", [(3, "heading-empty")]),
        ("# A\n\nB\n---", [(3, "heading-id")]),
        ("# A\n\n> ## B", [(3, "heading-id")]),
        ("# A\n\n## B {# b}", [(3, "heading-id")]),
        ("#", [(1, "heading-empty")]),
    ],
)
def test_a_heading_that_breaks_the_outline_is_told(write_docs, text, expected):
    assert codes(write_docs, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "# A\n\n## B {#b}\n\n### C {#c}\n\n## D {#d .big}",
        "# A\n\nB {#b}\n---",
        "## {{ android.minimum }} {#b}",
        "## ![Bild](b.png) {#b}",
        "## `x` {#b}",
        "## ?! {#b}",
        '## <span lang="en" id="b">B</span>',
        "```\n# A\n# B\n```",
        "<!--\n##\n-->",
        "- a\n-\n- b",
        "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x",
    ],
)
def test_other_headings_are_not(write_docs, text):
    assert codes(write_docs, text) == []
