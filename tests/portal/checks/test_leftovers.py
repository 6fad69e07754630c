import pytest
from contexts import site_context
from markdown import Markdown
from portal.checks.leftovers import check_leftovers
from portal.site.locate import Locator
from portal.site.site import Site
from portal.sources.page import parse_source

EXTENSIONS = ["attr_list", "tables", "admonition", "md_in_html", "fenced_code"]


@pytest.fixture
def left(write_docs, write_site):
    """Return a function that publishes a page and returns what is left over: line, column and words in its source."""

    def find(text, built=None):
        source = parse_source(write_docs({}), "de", "user/a.md", text)
        html = Markdown(extensions=EXTENSIONS).convert(source.text) if built is None else built
        site = Site(write_site({"user/a/index.html": f"<body><main><article>{html}</article></main>"}))
        problems = list(check_leftovers(site, site_context(site, Locator(site, [source], {}))))
        return [(one.location.line, one.location.column, one.message.values["words"]) for one in problems]

    return find


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Das ist **wichtig", (1, 9)),
        ("**a** b **c", (1, 9)),
        ("Wählen Sie ** Ton**.", (1, 15)),
        ("Das __Ende", (1, 5)),
        ("`a` und `b", (1, 9)),
        ("Der *Wert** gilt", (1, 5)),
        ("Der **Wert* gilt", (1, 5)),
        ("[A](b.md", (1, 1)),
        ("[A](b.md) [C](d.md", (1, 11)),
        ("[A] (b.md)", (1, 1)),
        ("(A)[b.md]", (1, 1)),
        ("[A][a]", (1, 1)),
        ("![A(b.png)", (1, 1)),
        ("x[^1]", (1, 2)),
        ("Wort {#id} Wort", (1, 6)),
        ("Wort {width=1} Wort", (1, 6)),
        ("Anruf**übernahme steht", (1, 6)),
        ("15&nbps;%", (1, 3)),
        ("9,90&amp;nbsp;€", (1, 5)),
        ("Zeile.&lt;br&gt;Zeile", (1, 7)),
        ("a :smile: b", (1, 3)),
        ("a ~~b~~ c", (1, 3)),
        ("--8<-- a.md", (1, 1)),
        ("| a | b |\n| c | d |", (1, 1)),
        ("Text:\n- a", (2, 1)),
        ("Text\n* a\n* b", (2, 1)),
        ("Text:\n1. a", (2, 1)),
        ("Text <!-- a", (1, 6)),
        ("- a **b\n- **c**", (1, 5)),
        ("| a |\n| --- |\n| **b |", (3, 3)),
        ("!!! note\n\n    Das [A](b.md", (3, 9)),
        ("*a* und `**b**` und **c", (1, 21)),
        ("Das „**wichtige Wort", (1, 6)),
        ("- *a: b\n- *c:* d", (1, 3)),
    ],
)
def test_markup_that_readers_see_is_told_at_its_place(left, text, place):
    [(line, column, _)] = left(text)
    assert (line, column) == place


@pytest.mark.parametrize(
    "text",
    [
        "4 * 5, 2**3 und 2 ** 3",
        "a === b, a == b == c",
        "C:\\x und \\\\server",
        "[Weiter] (unten rechts), [Strg][Alt]",
        "snake_case und obj.__init__",
        "12:30:15 und a:b:c",
        "Wirklich??? Ja!!! Achtung",
        "`**a` und ``b ` c``",
        "```\n**a\n<<<<<<< HEAD\n```",
        "    **a\n    [b](c",
        "<!-- **a [b](c -->",
        "\\*\\*a und \\`b und \\[c\\](d)",
        "2,49 €** im Monat\n\n\\*\\* nur für Neue",
        "PIN: ****",
        "9,90 €* im Monat\n\n*zuzüglich Versand",
        "Kolleg*innen",
        "Kennwort ** und ****",
        "Name: ______",
        "src/**/*.md",
        "**21*0228123#",
        "Preis **10 €***",
        "am\n5. Dezember 2026",
        "Text - mit\n- Strich",
        "{a, b}, ${HOME}, {#fff}",
        "R&D; Müller&Co;",
        "Es heißt &amp;nbsp; in HTML, &lt;br&gt; auch",
        "C++ und ++i",
        "Der Betrag |x| und\n|y|",
        "[x] gewählt",
        "<kbd>`</kbd>",
        "fe80::1 und sip:a:b@c",
    ],
)
def test_signs_that_are_meant_are_not(left, text):
    assert left(text) == []


def test_syntax_that_another_parser_reads_is_no_leftover(left):
    assert left('??? note "Mehr"\n\n    Text', "<details><summary>Mehr</summary><p>Text</p></details>") == []


def test_what_an_unclosed_element_swallows_is_not_told_too(left):
    assert left("<div>\n\n**a** und [b](c.md)\n") == []


def test_what_no_source_has_is_told_in_the_built_page(left):
    [(line, column, words)] = left("Text", "<p>Text **neu</p>")
    assert (line, column, words) == (1, 30, "**neu")
