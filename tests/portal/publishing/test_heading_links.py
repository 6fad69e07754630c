import pytest
from portal.publishing.heading_links import link_headings
from selectolax.lexbor import LexborHTMLParser


def test_a_heading_gets_a_link_behind_it_named_after_its_words():
    html = link_headings('<h2 class="a" id="date">The <b>"date"</b> &amp; time</h2><p>Text', "Copy link to {heading}")
    heading, link, _ = LexborHTMLParser(html).body.iter()
    assert (heading.tag, heading.attributes["id"], heading.text()) == ("h2", "date", 'The "date" & time')
    assert link.attributes == {
        "class": "copy-link",
        "href": "#date",
        "aria-label": 'Copy link to The "date" & time',
    }


@pytest.mark.parametrize(
    "html",
    [
        '<h1 id="a">A</h1>',
        '<h4 id="a">A</h4>',
        "<h2>A</h2>",
        '<h2 id="a"><a href="b/">A</a></h2>',
        '<h3 class="tabs__label" id="a">A</h3>',
        '<details><summary class="x">\n<h2 id="a">A</h2></summary></details>',
    ],
)
def test_titles_links_tabs_and_buttons_get_none(html):
    assert link_headings(html, "{heading}") == html
