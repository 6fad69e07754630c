"""Quotes, dashes and dots are set as the language does, and nothing else is touched."""

import pytest
from markdown import markdown
from portal.formats.markdown.text import Line, MarkdownText
from portal.publishing.typeset import set_text
from portal.publishing.typography import TypographyExtension
from portal.site.words import find_words


def render(text, language="de"):
    html = markdown(text, extensions=["attr_list", "toc", "tables", "md_in_html", TypographyExtension(language)])
    return html.removeprefix("<p>").removesuffix("</p>")


@pytest.mark.parametrize(
    ("written", "german", "english"),
    [
        ('Er sagt "Ja".', "Er sagt „Ja“.", "Er sagt “Ja”."),
        ('("Ja", "nein")', "(„Ja“, „nein“)", "(“Ja”, “nein”)"),
        ("\"Er sagt 'so'\"", "„Er sagt ‚so‘“", "“Er sagt ‘so’”"),
        ("geht's, users' '90s", "geht’s, users’ ’90s", "geht’s, users’ ’90s"),
        ('"**Ja**" und *"x"*', "„<strong>Ja</strong>“ und <em>„x“</em>", "“<strong>Ja</strong>” und <em>“x”</em>"),
        ('„Ja"', "„Ja“", "„Ja”"),
        ("eins - zwei -\ndrei", "eins – zwei –\ndrei", "eins – zwei –\ndrei"),
        ("a -- b --- c d---e", "a – b – c d–e", "a – b — c d—e"),
        ("usw... und ... (...)", "usw… und … (…)", "usw… und … (…)"),
        ('"x"&nbsp;"y"', "„x“&nbsp;„y“", "“x”&nbsp;“y”"),
    ],
)
def test_signs_are_those_of_the_language(written, german, english):
    assert render(written) == german
    assert render(written, "en") == english


@pytest.mark.parametrize(
    "text",
    [
        *("19\" und 5'", '"offen', '3 "', "5 - 3", "-5", "a-b", "23.9.26"),
        *("--help", "xn--mnchen-3ya.de", "https://x.example/a--b/...", "../x", "1...9", "a....b", "x--", "-"),
        *('<code>"x" - y...</code>', '<kbd>"</kbd>', "C:\\temp--x"),
    ],
)
def test_numbers_addresses_and_code_stay(text):
    assert render(text) == text.strip()


def test_escaped_signs_attributes_and_ids_stay():
    assert render('\\"x\\" `"x" - ...`') == '"x" <code>"x" - ...</code>'
    assert render('[a](b.md "T\'s - x...")') == '<a href="b.md" title="T\'s - x...">a</a>'
    assert render('# "A" - b') == '<h1 id="a-b">„A“ – b</h1>'
    assert render("Text:\n- x") == "Text:\n- x"  # a list that is none, which is reported


def test_the_language_of_an_element_is_its_own():
    assert render('**"Ja"**{lang=de} "x"', "en") == '<strong lang="de">„Ja“</strong> “x”'
    assert render('"x" <span lang="de">"Ja" <b>"so"</b></span> "y"', "en") == (
        '“x” <span lang="de">„Ja“ <b>„so“</b></span> “y”'
    )
    assert render('<div lang="de" markdown>\n\n"Ja"\n\n</div>', "en") == '<div lang="de">\n<p>„Ja“</p>\n</div>'
    assert render('**"Oui"**{lang=fr}') == '<strong lang="fr">"Oui"</strong>'


def test_titles_and_descriptions_are_set():
    assert set_text('"Ja" - und geht\'s 5 - 3', "de") == "„Ja“ – und geht’s 5 - 3"
    assert set_text('"Yes"', "en") == "“Yes”"


def test_cells_and_items_are_set_by_themselves():
    assert '<td>„a“</td>\n<td>"</td>' in render('| A | B |\n| - | - |\n| "a" | " |')
    assert render('- "a\n- b"') == '<ul>\n<li>"a</li>\n<li>b"</li>\n</ul>'


@pytest.mark.parametrize("written", ['Sagt "Ja" - gut... **oder** nicht', "a -- b, geht's '90s --- \"x\""])
def test_what_is_set_is_found_in_its_source(written):
    source = MarkdownText([Line(written, "x.md", 1)])
    built = render(written).replace("<strong>", "").replace("</strong>", "")
    last = built.split()[-1]
    span = find_words(source, built, built.index(last), len(built))
    assert span == (written.index(written.split()[-1]), len(written))
