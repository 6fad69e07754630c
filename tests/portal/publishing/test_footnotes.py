"""Footnotes: what editors write never ends the build, and what readers get is in their order and language."""

import pytest
from markdown import markdown
from portal.publishing.footnotes import FootnoteExtension

WORDS = {"mark": "Fußnote {number}", "list": "Fußnoten", "back": "Zurück", "back_label": "Zurück zu {number}"}


def render(text):
    extension = FootnoteExtension()
    extension.words = WORDS
    return markdown(text, extensions=["attr_list", "tables", extension])


def test_footnotes_have_roles_names_and_stable_ids():
    html = render("A[^x]\n\n[^x]: Text")
    assert 'id="fnref-x"><a aria-label="Fußnote 1" class="footnote-ref" href="#fn-x" role="doc-noteref">1</a>' in html
    assert '<section aria-label="Fußnoten" class="footnotes" role="doc-endnotes">' in html
    assert '<li id="fn-x">\n<p>Text <a' in html
    assert '<a aria-label="Zurück zu 1" class="footnotes__back"' in html
    assert 'href="#fnref-x" role="doc-backlink">Zurück</a>' in html


def test_footnotes_are_numbered_as_readers_meet_them():
    html = render("- A[^b]\n\n    B[^a]\n\nC[^b]\n\n[^a]: One\n[^b]: Two")
    assert html.index('id="fn-b"') < html.index('id="fn-a"')
    assert 'href="#fnref2-b" role="doc-backlink">Zurück (2)</a>' in html


@pytest.mark.parametrize(
    "text",
    [
        "A[^x]\n\n[^x]:",
        "[^x]: Text",
        "A[^x]\n\n[^x]: B\n\n    [^y]: C",
        "A[^x]\n\n[^x]: B[^x]",
        "[^]: x",
        "A[^x]",
        "[^x]: - a",
    ],
)
def test_whatever_is_written_is_rendered(text):
    assert render(text) is not None


def test_a_note_that_nothing_refers_to_leads_nowhere():
    assert "doc-backlink" not in render("[^x]: Text")
