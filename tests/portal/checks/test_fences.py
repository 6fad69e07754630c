import pytest
from contexts import NO_FACTS, facts_context
from portal.checks.fences import check_fences
from portal.sources.page import parse_source


def told(write_docs, text):
    source = parse_source(write_docs({}), "de", "user/a.md", text)
    return [(one.location.line, one.location.column) for one in check_fences(source, facts_context(facts=NO_FACTS))]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('```py tilte="x"\na\n```', (1, 1)),
        ("- a\n\n    ```py eins zwei\n    a\n    ```", (3, 5)),
        ('> ```py hl_lines="a"\n> a\n> ```', (1, 3)),
        ("a\n\n~~~ py\nb", (3, 1)),
        ("```mermaid\na\n```", (1, 4)),
        ("> ~~~ plantuml\n> a\n> ~~~", (1, 7)),
    ],
)
def test_a_block_that_readers_do_not_get_as_such_is_told(write_docs, text, place):
    assert told(write_docs, text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        '```py title="a b" linenums="1" hl_lines="1 3-4"\na\n```',
        "``` { .py .numbers }\na\n```",
        "````\n```py foo bar\n````",
        "<!--\n~~~ py\n-->",
        "``` a ``` b",
        "```dot\ndigraph {}\n```",
    ],
)
def test_other_blocks_are_none_of_its_business(write_docs, text):
    assert told(write_docs, text) == []
