"""Every form in which editors write an address is found where it stands, and what is none is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from portal.formats.markdown.link_text import link_text
from portal.formats.markdown.links import read_links
from portal.formats.markdown.text import Line, MarkdownText


def written(markdown):
    lines = [Line(text, "docs/de/a.md", number) for number, text in enumerate(markdown.split("\n"), 1)]
    return read_links(MarkdownText(lines))


def found(markdown):
    return [f"{one.line.number}:{one.start + 1} {one.address}" for one in written(markdown)]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("[x](a.md)", "1:5 a.md"),
        ("[x]()", "1:5 "),
        ("[x]( a.md )", "1:6 a.md"),
        ('[x](a.md "T (x")', "1:5 a.md"),
        ("[x](javascript:void(0)) b)", "1:5 javascript:void(0)"),
        ("[x](foo_(bar).md)", "1:5 foo_(bar).md"),
        ("[x](<foo bar.md>)", "1:6 foo bar.md"),
        ("[x](tel:+49 30 123)", "1:5 tel:+49 30 123"),
        ("[x](a b.md 'T')", "1:5 a b.md"),
        ("[x](\na.md)", "2:1 a.md"),
        ("> [x](\n> a.md)", "2:3 a.md"),
        ("[x]({{ link.home }}#a)", "1:5 {{ link.home }}#a"),
        ("[a [b] c](d.md)", "1:11 d.md"),
        ("![x](a.png){width=3}", "1:6 a.png"),
        ("[x]: a.md 'T'", "1:6 a.md"),
        ("[x]: <a b.md>", "1:7 a b.md"),
        ("[x]:\n    a.md", "2:5 a.md"),
        ("<https://a.example/>", "1:2 https://a.example/"),
        ("<a@b.example>", "1:2 mailto:a@b.example"),
        ('<A class="x"\nHREF = "../a/">x</A>', '2:9 ../a/'),
        ("<img src=a.png>", "1:10 a.png"),
        ('<video poster="a.jpg"></video>', "1:16 a.jpg"),
        ('<p style="background: url(a.png)">', "1:27 a.png"),
        ("<style>a { b: url('a.png') }</style>", "1:20 a.png"),
        ("![x](){data-x=1 poster='a.jpg'}", "1:6 , 1:25 a.jpg"),
        ('<img srcset="a.png 1x, b.png 2x">', "1:14 a.png, 1:24 b.png"),
        ('<img srcset="a,1x,b.png, c.png 1x (,),d.png">', "1:14 a,1x,b.png, 1:26 c.png, 1:39 d.png"),
        ('<link imagesrcset="{{ link.home }}a.png 2x, b.png">', "1:20 {{ link.home }}a.png, 1:45 b.png"),
        ('<p style="background: image-set(&quot;a.png&quot; 1x)">', "1:39 a.png"),
        (
            '<p style="background: url(&#39;a&amp;b.png&#39;) url({{ link.home }}c.png)">',
            "1:32 a&b.png, 1:54 {{ link.home }}c.png",
        ),
        ("<style>a { b: '<' image-set('a.png' 1x) }</style> 'b.png'", "1:30 a.png"),
        ('<a href="a.md" ping="/b /c">x</a>', "1:10 a.md, 1:22 /b, 1:25 /c"),
    ],
)  # fmt: skip
def test_an_address_is_found_where_it_stands(markdown, expected):
    assert ", ".join(found(markdown)) == expected


@pytest.mark.parametrize(
    "markdown",
    [
        "`[x](a.md)`",
        "``[x](a.md) ` ``",
        "`a\n[x](a.md)`",
        "```\n[x](a.md)\n```",
        "~~~ text\n[x](a.md)\n~~~",
        "- a\n\n    ```\n    [x](a.md)\n    ```",
        "Text\n\n    [x](a.md)\n\n    [x](a.md)",
        "- a\n\n        [x](a.md)",
        "<!-- [x](a.md) -->",
        "<!--\n\n[x](a.md)\n-->",
        r"\[x](a.md)",
        "[x]\n\n(a.md)",
        "[x] (a.md)",
        "<p data-href='a.md'>",
        '<a href="`[`"',
    ],
)
def test_code_comments_and_what_is_no_link_hold_no_address(markdown):
    assert found(markdown) == []


@pytest.mark.parametrize(
    "markdown",
    [
        "- a\n\n    [x](a.md)",
        "1. a\n\n    - b\n\n        [x](a.md)",
        "!!! note\n\n    [x](a.md)",
        "a `b [x](a.md)",
        "- a `b\n- [x](a.md) `c",
        "```\n[x](a.md)",
        "`<!--` [x](a.md) `-->`",
        "<!-- [x](a.md)",
        "<div>\n\n    <a href='a.md'>x</a>\n</div>",
        "| `a` | [x](a.md) |",
    ],
)
def test_what_only_looks_like_code_or_a_comment_holds_links(markdown):
    assert [one.address for one in written(markdown)] == ["a.md"]


def test_a_reference_knows_its_text_and_the_address_that_it_leads_to():
    [definition, full, collapsed, short] = written("[x]: a.md\n\n[the *text*][x] [X][] [x]")
    assert (definition.name, full.name, collapsed.name, short.name) == (None, "the *text*", "X", "x")
    assert [one.address for one in (full, collapsed, short)] == ["a.md"] * 3
    assert [one.text[1:] for one in (full, collapsed, short)] == [(1, 11), (17, 18), (23, 24)]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("**Hier!**", "Hier!"),
        ("`hier`", "hier"),
        ("a [b](c.md) d", "a b d"),
        ("![Logo](a.png)", "Logo"),
        ("![Logo](a.png) Text", "Text"),
        ('<img src="a.png" alt="Logo">', "Logo"),
        ("<b>F&uuml;r</b> Sie", "Für Sie"),
        ("", ""),
    ],
)
def test_the_words_of_a_link_are_what_readers_get(name, words):
    assert link_text(name) == words


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "](",
        "[x](",
        "[x](a(",
        "[[x](a)",
        "[x][y] ",
        "[a]: ",
        "`",
        "`` ` ",
        "```\n",
        "<!--",
        "<a ",
        "<a href='x'>",
        "<style>",
        "{a=",
        "url(",
        '<img srcset="a ',
        "    \n",
        "> ",
        "- \n",
        "<div>\n",
        "{{",
    ],
)
def test_a_page_of_nothing_but_beginnings_is_read_to_its_end(piece):  # with a square in it, for minutes
    assert all(address.line.text for address in written(piece * (100_000 // len(piece))))


@given(st.lists(st.sampled_from([*'[](){}<>!`"\\\n #:a', "](", "[a]", "a.md", "    ", "<a href=", "<!--", "-->"])))
def test_every_address_stands_where_it_is_said_to(pieces):
    for one in written("".join(pieces)):
        shown = one.line.text[one.start : one.end]
        assert one.address in (shown, f"mailto:{shown}") or one.address.startswith(f"{shown}\n")
