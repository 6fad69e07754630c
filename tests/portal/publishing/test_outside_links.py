"""Links that leave the portal are described, with the language behind them."""

import pytest
from portal.publishing.outside_links import mark_outside_links

OWN = "https://help.example/"
WORDS = '<span id="link-outside">externer Link</span>'
LANGUAGES = {"https://other.example/de": "de"}


def marked(link, language="de"):
    return mark_outside_links(link + WORDS, OWN, language, LANGUAGES).removesuffix(WORDS)


def test_a_link_to_another_host_is_described():
    assert marked('<a href="https://x.example">x</a>') == (
        '<a href="https://x.example" aria-describedby="link-outside">x</a>'
    )


@pytest.mark.parametrize("place", ["", "#part"])
def test_a_link_to_a_page_in_another_language_names_it(place):
    link = f'<a href="https://other.example/de{place}"'
    assert marked(f"{link}>x</a>", "en") == (f'{link} hreflang="de" aria-describedby="link-outside link-in-de">x</a>')
    assert marked(f"{link}>x</a>") == f'{link} aria-describedby="link-outside">x</a>'
    assert marked(f'{link} hreflang="de">x</a>', "en").count("hreflang") == 1


@pytest.mark.parametrize(
    "href", ["../a/", "#a", "https://help.example/a/", "mailto:a@x.example", "tel:+1", "https:///"]
)
def test_other_links_stay_as_they_are(href):
    assert marked(f'<a href="{href}">x</a>') == f'<a href="{href}">x</a>'


def test_a_page_without_the_words_stays_as_it_is():
    html = '<a href="https://x.example">x</a>'
    assert mark_outside_links(html, OWN, "de", LANGUAGES) == html
