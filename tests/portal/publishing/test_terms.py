"""Terms: the glossary is a list of definitions, and the first mention of a term elsewhere leads to it."""

import pytest
from markdown import markdown
from portal.problems import Location
from portal.publishing.terms import TermExtension
from portal.sources.glossary import Term

PLACE = Location("shared/terms.md", 1)
LINK = '<a class="term" href="../terms.md#{}" title="{}">'


def render(text, *, shows=False, address="../terms.md"):
    extension = TermExtension()
    extension.terms = [Term("PBX", "Telefonanlage", PLACE), Term("client", "Programm", PLACE)]
    extension.address, extension.shows = address, shows
    return markdown(text, extensions=["attr_list", "tables", "admonition", extension])


def test_the_first_mention_is_linked():
    html = render("Die PBX und der client. PBX, clients.\n\nPBX")
    pbx = LINK.format("pbx", "Telefonanlage") + "<abbr>PBX</abbr></a>"
    client = LINK.format("client", "Programm") + "client</a>"
    assert html == f"<p>Die {pbx} und der {client}. PBX, clients.</p>\n<p>PBX</p>"


@pytest.mark.parametrize("words", ["Clients", "Client", "clients", "client"])
def test_plurals_and_beginnings_of_sentences_are_mentions(words):
    assert f">{words}</a>" in render(f"{words} an.")


@pytest.mark.parametrize(
    "text",
    [
        "# PBX {#a}",
        "[PBX](a.md)",
        "`PBX`",
        "**PBX**",
        "*PBX*{lang=en}",
        "PBX-Anwendung",
        "<b>x</b>PBXe",
        '!!! note "PBX"',
    ],
)
def test_names_headings_code_and_parts_of_words_are_none(text):
    assert 'class="term"' not in render(text)


def test_without_a_page_nothing_is_linked():
    assert render("PBX", address="") == "<p>PBX</p>"


def test_the_glossary_shows_its_terms_and_links_none():
    html = render("PBX:\n*[PBX]: Die *Anlage*\n*[Desk phone]: Telefon", shows=True)
    assert html.replace("\n", "") == (
        '<p>PBX:</p><dl><dt id="pbx">PBX</dt><dd>Die <em>Anlage</em></dd>'
        '<dt id="desk-phone">Desk phone</dt><dd>Telefon</dd></dl>'
    )
