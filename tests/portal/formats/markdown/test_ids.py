import pytest
from portal.formats.markdown.ids import written_ids
from portal.formats.markdown.text import Line, MarkdownText


def found(markdown):
    lines = [Line(text, "docs/de/a.md", number) for number, text in enumerate(markdown.split("\n"), 1)]
    page = MarkdownText(lines)
    locations = ((page.location(one.start, one.end), one.name) for one in written_ids(page))
    return [f"{location.line}:{location.column} {name}" for location, name in locations]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("## A {#one}", ["1:8 one"]),
        ("## A {: #one }", ["1:10 one"]),
        ("## A {.big #one}", ["1:13 one"]),
        ('## A {lang="en" id="one"}', ["1:21 one"]),
        ("## A {id=one}", ["1:10 one"]),
        ("Text\n{#one}", ["2:3 one"]),
        ("**a**{#one} and [b](c.md){.x #two}", ["1:8 one", "1:31 two"]),
        ("`a`{#one} b", ["1:6 one"]),
        ("| a {#one} | b |", ["1:7 one"]),
        ("- [ ] **a** {#one}", ["1:15 one"]),
        ('=== "A {#one}"', ["1:10 one"]),
        ('- x\n\n    === "A {#one}" ', ["3:14 one"]),
        ('??? note "### A {#one}"', ["1:19 one"]),
        ('<a id="one"></a> <b\nclass=x id=two>', ["1:8 one", "2:12 two"]),
    ],
)
def test_an_id_is_found_where_it_stands(markdown, expected):
    assert found(markdown) == expected


@pytest.mark.parametrize(
    "markdown",
    [
        "`{#one}`",
        "<!-- {#one} -->",
        "```\n## a {#one}\n```",
        "a {#one} b",
        'a "b {#one}"',
        "[a](#one)",
        "{{ a.b }}",
        "[a]: #one 'T'",
        "## A {.b}",
    ],
)
def test_what_gives_no_element_an_id_is_none(markdown):
    assert found(markdown) == []
