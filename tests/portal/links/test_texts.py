import pytest
from portal.links.texts import check_text
from portal.pages import BuiltPage


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
        '<a href="/" aria-labelledby="b"></a>',
        '<a href="/">hier im Portal</a>',
        '<img src="a.png">',
    ],
)
def test_a_link_that_says_where_it_leads_is_fine(html):
    assert codes(html) == []


@pytest.mark.parametrize(
    "words", ["hier", "Hier.", "„hier“", "<b>hier</b>", "Here", "click&nbsp;here", "mehr …", "", " ", "<svg></svg>"]
)
def test_a_link_that_does_not_is_told(words):
    assert codes(f'<a href="/">{words}</a>') == ["link-text"]
