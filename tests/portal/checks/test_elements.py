import pytest
from contexts import NO_FACTS, facts_context
from portal.checks.elements import check_cells, check_elements
from portal.sources.page import parse_source


def told(write_docs, text):
    source, context = parse_source(write_docs({}), "de", "user/a.md", text), facts_context(facts=NO_FACTS)
    return [
        (one.location.line, one.location.column, one.code)
        for one in (*check_elements(source, context), *check_cells(source, context))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<div class="a">\n\nText', (1, 1, "element-unclosed")),
        ('Text <span title="a > b">c', (1, 6, "element-unclosed")),
        ("<div><div></div>", (1, 1, "element-unclosed")),
        ("Nummer <Ihre Rufnummer> wählen", (1, 8, "words-lost")),
        ("(<Name>)", (1, 2, "words-lost")),
        ("| a | b |\n| --- | --- |\n| c | d | e |", (3, 11, "words-lost")),
    ],
)
def test_what_swallows_words_is_told(write_docs, text, expected):
    assert told(write_docs, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "<div>\n<p>a\n<br>\n</div>",
        "<ul><li>a<li>b</ul>",
        "`<div>` und `<Name>`",
        "```\n<div>\n<Name>\n```",
        "<!-- <div> <Name> -->",
        "\\<Name>",
        "<https://help.example/> und <a@help.example>",
        "[a](<b.md>)",
        "a < b und c > d, 5 <6",
        "<my-element>a</my-element>",
        '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>',
        "| a | b |\n| --- | --- |\n| c \\| d | `e|f` | |",
        "| a |\n| --- | --- |\n| b | c |",
    ],
)
def test_other_signs_are_not(write_docs, text):
    assert told(write_docs, text) == []
