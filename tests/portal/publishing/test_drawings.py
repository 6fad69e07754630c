import re

import pytest
from portal.publishing.drawings import place_drawings
from portal.sources.drawings import read_drawings

SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 80">
  <!-- a button -->
  <rect class="press" x="16" y="16" width="288" height="44"/>
  <text class="button" x="160" y="43">{{ upgrade }}</text>
  <text class="small" x="16" y="70">{{ since }}</text>
  <use href="#cursor" x="270" y="50"/>
</svg>
"""
FILES = {
    "drawings/banner.svg": SVG,
    "drawings/symbols.svg": (
        '<svg xmlns="http://www.w3.org/2000/svg"><symbol id="cursor"><path class="cursor" d="M0 0h4"/></symbol></svg>'
    ),
    "drawings/de.yml": 'upgrade: Cloud PBX upgraden\nsince: "ab {{ windows.webview2 }}, < {{ duration }} & mehr"\n',
    "drawings/en.yml": 'upgrade: upgrade Cloud PBX\nsince: "from {{ windows.webview2 }}, {{ duration }} <"\n',
}
IMAGE = '<p><img alt="Das Banner &quot;A&quot; &amp; mehr." src="drawing:banner" /></p>'
FACTS = {"windows.webview2": "42.6", "duration": 1200}


@pytest.fixture
def place(write_docs):
    def place(html, language="de", files=FILES):
        return place_drawings(html, read_drawings(write_docs(files)), language, FACTS, "Schematisch")

    return place


def test_an_image_becomes_a_figure_with_its_alternative_text_and_a_caption(place):
    html = place(f"<p>a</p>\n{IMAGE}\n<p>b</p>")
    assert html.startswith('<p>a</p>\n<figure class="drawing" data-search-exclude><svg ')
    assert '<title id="drawing-1">Das Banner &quot;A&quot; &amp; mehr.</title>' in html
    assert 'role="img" aria-labelledby="drawing-1" width="320" height="80"' in html
    assert html.endswith("</svg><figcaption>Schematisch</figcaption></figure>\n<p>b</p>")
    assert "xmlns" not in html
    assert "a button" not in html


def test_words_and_facts_are_those_of_the_language(place):
    assert ">ab 42.6, &lt; 1.200 &amp; mehr</text>" in place(IMAGE)
    assert ">from 42.6, 1,200 &lt;</text>" in place(IMAGE, "en")


def test_a_name_of_the_product_stays_german_with_its_translation_below(place):
    assert (
        '<text class="drawing__button" x="160" y="43">Cloud PBX upgraden</text><text class="drawing__small"'
        in place(IMAGE)
    )
    html = place(IMAGE, "en")
    assert '<text class="drawing__button" x="160" y="35" lang="de">Cloud PBX upgraden</text>' in html
    assert '<text class="drawing__button drawing__gloss" x="160" y="53">upgrade Cloud PBX</text>' in html


def test_a_name_that_both_languages_share_stands_once(place):
    html = place(IMAGE, "en", FILES | {"drawings/en.yml": "upgrade: Cloud PBX upgraden\nsince: a\n"})
    assert html.count("Cloud PBX upgraden") == 1
    assert "lang=" not in html


def test_symbols_are_drawn_where_they_are_used(place):
    assert '<g transform="translate(270 50)"><path class="drawing__cursor" d="M0 0h4"/></g>' in place(IMAGE)


def test_ids_are_unique_however_often_a_drawing_is_shown(place):
    ids = re.findall(r' id="([^"]+)"', place(IMAGE * 3))
    assert ids == ["drawing-1", "drawing-2", "drawing-3"]


@pytest.mark.parametrize(
    "html",
    [
        IMAGE.replace("banner", "baner"),
        '<p>Here is <img alt="a" src="drawing:banner">.</p>',
        '<img src="drawing:banner" alt="a">',
    ],
)
def test_what_cannot_be_drawn_reaches_no_reader(place, html):
    assert "drawing:" not in place(html)


def test_other_images_stay(place):
    html = '<p><img alt="drawing:banner" src="a.png" /></p>'
    assert place(html) == html
