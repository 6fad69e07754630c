"""Links of an article carry their full address for print."""

import pytest
from portal.publishing.print_addresses import add_print_addresses

PAGE = "https://help.example/user/after/"


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ('<a href="../help/">x</a>', "https://help.example/user/help/"),
        ('<a href="/en/">x</a>', "https://help.example/en/"),
        ('<a class="b" href="../../a.pdf"><b>x</b></a>', "https://help.example/a.pdf"),
        ('<a href="https://other.example/?a=1&amp;b=2">x</a>', "https://other.example/?a=1&amp;b=2"),
        ("<a href='../\"/'>x</a>", "https://help.example/user/&quot;/"),
        ('<a href="mailto:help@help.example">x</a>', "help@help.example"),
        ('<a href="tel:+49301234">x</a>', "+49301234"),
    ],
)
def test_a_link_gets_its_address(link, address):
    html = add_print_addresses(f"<article>{link}</article>", PAGE)
    assert html.count(f' data-address="{address}"') == 1
    assert html.replace(f' data-address="{address}"', "") == f"<article>{link}</article>"


@pytest.mark.parametrize(
    "link",
    [
        '<a href="#part">x</a>',
        '<a href="../after/#part">x</a>',
        '<a href="">x</a>',
        '<a id="x">x</a>',
        '<a href="javascript:x()">x</a>',
        '<a href="https://other.example">https://other.example</a>',
        '<a href="mailto:help@help.example">help@help.example</a>',
        '<abbr title="x">x</abbr>',
    ],
)
def test_links_that_are_useless_on_paper_are_not_changed(link):
    assert add_print_addresses(f"<article>{link}</article>", PAGE) == f"<article>{link}</article>"


def test_links_outside_the_article_are_not_changed():
    html = '<nav><a href="../">x</a></nav><article></article><footer><a href="../">x</a></footer>'
    assert add_print_addresses(html, PAGE) == html


def test_terms_have_no_address_on_paper():
    link = '<a class="term" href="../../terms/#pbx">PBX</a>'
    assert add_print_addresses(f"<article>{link}</article>", PAGE) == f"<article>{link}</article>"
