import pytest
from contexts import site_context
from portal.checks.feeds import check_feeds
from portal.checks.links import check_links
from portal.checks.links.anchors import has_anchor
from portal.site.pdfs import Pdf
from portal.site.resolve import Resolver
from portal.site.site import Site

PDF = Pdf("plan.pdf", "", (), 3, frozenset({"end"}))


@pytest.fixture
def site(write_site):
    def write(**more):
        files = {"index.html": '<h1 id="a">A</h1><h2 id="ä">Ä</h2>', "plan.pdf": "", "notes.txt": "", **more}
        return Site(write_site(files))

    return write


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/#a", True),
        ("/#%C3%A4", True),
        ("/#A", False),
        ("/#", True),
        ("/#top", True),
        ("/#TOP", True),
        ("/#:~:text=x", True),
        ("/#a:~:text=x#b", True),
        ("/#b:~:text=x", False),
        ("plan.pdf#page=3", True),
        ("plan.pdf#page=4", False),
        ("plan.pdf#end", True),
        ("plan.pdf#:~:text=x", True),
        ("plan.pdf#top", False),
        ("notes.txt#L1", True),
    ],
)
def test_what_a_fragment_leads_to_is_there_or_not(site, address, expected):
    assert has_anchor(Resolver()("index.html", address), site(), {PDF.path: PDF}) is expected


def test_feeds_and_drawings_are_held_to_the_same_anchors(site):
    linked = ["/#top", "/#:~:text=A", "/#b", "/plan.pdf#page=3", "/plan.pdf#page=4"]
    feed = "<feed>" + "".join(f'<link href="{address}"/>' for address in linked) + "</feed>"
    drawing = "<svg>" + "".join(f'<a href="{address}"/>' for address in linked) + "</svg>"
    here = site(**{"feed.xml": feed, "plan.svg": drawing})
    expected = ["/#b leads to a page without #b", "/plan.pdf#page=4 leads to a place that the PDF has not"]
    assert [problem.message for problem in check_feeds(here, site_context(here, pdfs=[PDF]))] == expected
    found = check_links(here, site_context(here, pdfs=[PDF]))
    assert [problem.message for problem in found if problem.code == "link-anchor-missing"] == expected
