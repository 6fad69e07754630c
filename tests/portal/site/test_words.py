import pytest
from portal.formats.markdown.text import Line, MarkdownText
from portal.site.words import find_words


def found(source, text, words, count=1):
    """Return what the source has where the built text has ``words`` for the ``count``-th time."""
    start = -1
    for _ in range(count):
        start = text.index(words, start + 1)
    markdown = MarkdownText([Line(line, "a.md", number) for number, line in enumerate(source.split("\n"), 1)])
    span = find_words(markdown, text, start, start + len(words))
    return span and (span[0], markdown.text[slice(*span)])


@pytest.mark.parametrize(
    ("source", "text", "words", "expected"),
    [
        ("a **b** c **d", "a b c **d", "**", (10, "**")),
        ("`**b` **d", "\ufffc **d", "**", (6, "**")),
        ("[a](b.md) **d [c](d.md)", "a **d c", "**", (10, "**")),
        ("a \\*\\*b", "a **b", "**", (2, "\\*\\*")),
        ("a &lt;br&gt;", "a <br>", "<br>", (2, "&lt;br&gt;")),
        ('"a" **b', "„a“ **b", "**", (4, "**")),
        ("a -- **b", "a – **b", "**", (5, "**")),
        ("a", "b **", "**", None),
    ],
)
def test_words_are_found_where_they_are_written(source, text, words, expected):
    assert found(source, text, words) == expected


def test_of_places_that_look_alike_each_is_found():
    source = "x **a\n\nx **a\n"
    assert [found(source, "x **a\nx **a", "**", count) for count in (1, 2)] == [(2, "**"), (9, "**")]
