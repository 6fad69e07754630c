"""Collapsible notes look like the house's notes, and tabs are headings with their panels."""

import re

from markdown import markdown
from portal.publishing.folds import FoldExtension


def render(text):
    extensions = ["admonition", "attr_list", "toc", "pymdownx.details", "pymdownx.tabbed", FoldExtension()]
    return re.sub(r"\n+", "", markdown(text, extensions=extensions))


def test_a_collapsible_note_is_a_note():
    html = render('??? tip "More"\n\n    Text\n\n???+ "Open"\n\n    Text')
    assert '<details class="admonition tip"><summary class="admonition-title">More</summary><p>Text</p>' in html
    assert '<details class="admonition note" open><summary class="admonition-title">Open</summary>' in html


def test_a_tab_is_a_heading_with_its_panel():
    html = render('## A {#a}\n\n=== "One {#one}"\n\n    x\n\n=== "**Two**"\n\n    y\n\ntext')
    one = '<div class="tabs__panel"><h3 class="tabs__label" id="one">One</h3><p>x</p></div>'
    two = '<div class="tabs__panel"><h3 class="tabs__label" id="two"><strong>Two</strong></h3><p>y</p></div>'
    assert html.endswith(f'<div class="tabs">{one}{two}</div><p>text</p>')
    assert "input" not in html and "label>" not in html


def test_the_level_of_a_tab_is_one_below_the_heading_before_the_tabs():
    html = render('=== "A"\n\n    === "B"\n\n        #### C\n\n=== "D"\n\n    x\n\n# E\n\n###### F\n\n=== "G"\n\n    x')
    assert re.findall(r"<(h\d)[^>]*>(\w)", html) == [
        ("h2", "A"),
        ("h3", "B"),
        ("h4", "C"),
        ("h2", "D"),
        ("h1", "E"),
        ("h6", "F"),
        ("h6", "G"),
    ]


def test_a_panel_has_the_language_of_its_label_and_only_the_first_is_searched():
    html = render('=== "Deutsch {lang=de}"\n\n    Text\n\n=== "English {lang=en}"\n\n    Text\n')
    assert '<div class="tabs__panel" lang="de">' in html
    assert '<div class="tabs__panel" data-search-exclude="" lang="en">' in html
    assert '<h2 class="tabs__label" id="english" lang="en">English' in html
