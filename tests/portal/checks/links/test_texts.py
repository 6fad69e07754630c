import pytest
from portal.checks.links.texts import check_text
from portal.site.page import BuiltPage


def codes(html):
    return [finding.code for link in BuiltPage("index.html", html).links if (finding := check_text(link))]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="/">Checkliste</a>',
        '<a href="/" aria-label="Startseite"><svg></svg></a>',
        '<a href="/"><img src="a.png" alt="Logo"></a>',
        '<a href="/"><svg><title>Logo</title></svg></a>',
        '<a href="/" title="Startseite"></a>',
        '<a href="/" aria-labelledby="b c">hier</a><i id="b">Mehr</i><i id="c">zum Upgrade</i>',
        '<a href="/" aria-labelledby="gone">Checkliste</a>',
        '<a href="/">Weiter: Upgrade buchen</a>',
        '<a href="#more">Mehr dazu</a>',  # a heading, in the table of contents
        '<a href="/">hier im Portal</a>',
        '<img src="a.png">',
    ],
)
def test_a_link_that_says_where_it_leads_is_fine(html):
    assert codes(html) == []


@pytest.mark.parametrize(
    "html",
    [
        '<a href="/" aria-labelledby="b">Checkliste</a><i id="b">hier</i>',
        '<a href="/" aria-labelledby="gone">hier</a>',
        '<a href="/" aria-labelledby="gone"></a>',
    ],
)
def test_a_link_that_is_named_by_another_element_says_what_that_says(html):
    assert codes(html) == ["link-text"]


@pytest.mark.parametrize(
    "words", ["Klick hier!", "weiter", "Mehr erfahren", "Details", "Learn more »", "Further information"]
)
def test_a_link_that_only_asks_to_be_followed_is_told(words):
    assert codes(f'<a href="/">{words}</a>') == ["link-text"]


@pytest.mark.parametrize(
    "words", ["hier", "Hier.", "„hier“", "<b>hier</b>", "Here", "click&nbsp;here", "mehr …", "", " ", "<svg></svg>"]
)
def test_a_link_that_does_not_is_told(words):
    assert codes(f'<a href="/">{words}</a>') == ["link-text"]
