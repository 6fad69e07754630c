import pytest
from contexts import NO_FACTS, facts_context
from portal.checks.lists import check_lists
from portal.sources.page import parse_source


def told(write_docs, text):
    source = parse_source(write_docs({}), "de", "user/a.md", text)
    return [(one.location.line, one.code) for one in check_lists(source, facts_context(facts=NO_FACTS))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. a\n\nText\n\n2. b", [(5, "list-restart")]),
        ("3. a\n4. b", [(1, "list-restart")]),
        ("1. a\n\n```\nx\n```\n\n2. b\n3. c", [(7, "list-restart")]),
        ("- a\n-\n- b", [(2, "markup-empty")]),
        ("1. a\n2.", [(2, "markup-empty")]),
        ("*   \n* a", [(1, "markup-empty")]),
        ("a ** ** b", [(1, "markup-empty")]),
    ],
)
def test_a_list_that_readers_get_otherwise_is_told(write_docs, text, expected):
    assert told(write_docs, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "1. a\n\n    Text\n\n2. b",
        "1. a\n1. b",
        "1. a\n\nText\n\n1. b",
        "1. a\n    - b\n2. c",
        "- a\n    1. b\n    2. c",
        "am\n5. Dezember",
        "5\\. Dezember",
        "Text\n\n---\n\n* * *",
        "A\n-",
        "`- a`\n\n```\n- a\n-\n```",
        "a ** b ** c",
    ],
)
def test_other_lists_are_not(write_docs, text):
    assert told(write_docs, text) == []
