"""What the site tells search engines, other sites and feed readers, on a site of two pages that is right."""

import pytest
from contexts import site_context
from portal.checks.feeds import check_feeds
from portal.checks.seo import check_seo
from portal.site.site import Site

URL = "https://help.example/"
CANONICAL = '<link rel="canonical" href="https://help.example/">'
ALTERNATES = (
    '<link rel="alternate" hreflang="de" href="https://help.example/">'
    '<link rel="alternate" hreflang="en" href="https://help.example/en/">'
)
ENGLISH = '<head><link rel="canonical" href="https://help.example/en/">' + ALTERNATES
SITEMAP = """\
<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url> <loc>https://help.example/</loc></url>
<url> <loc>https://help.example/en/</loc></url>
</urlset>
"""


@pytest.fixture
def told(write_site, tmp_path):
    def check(head=CANONICAL + ALTERNATES, sitemap=SITEMAP, url=URL, files=None, english=ENGLISH):
        pages = {"index.html": f"<head>{head}", "en/index.html": english, "sitemap.xml": sitemap}
        site = Site(write_site({**pages, **(files or {})}), tmp_path)
        context = site_context(site, site_url=url)
        found = [*check_seo(site, context), *check_feeds(site, context)]
        return [(problem.code, str(problem.location), problem.message) for problem in found]

    return check


@pytest.mark.parametrize("url", [URL, "/"])
def test_a_site_that_tells_the_truth_is_fine(told, url):
    assert told(url=url) == []


@pytest.mark.parametrize(
    "address",
    [
        "./",
        "http://help.example/",
        "https://help.example/index.html",
        "https://other.example/",
        "https://help.example/?a",
        "http://[",
    ],
)
def test_a_canonical_address_is_the_pages_own_letter_by_letter(told, address):
    head = f'<link rel="canonical" href="{address}">'
    message = f"the canonical address {address} is not this page's"
    assert told(head + ALTERNATES) == [("canonical-wrong", "site/index.html:1:35", message)]


def test_a_page_has_one_canonical_address(told):
    assert told(ALTERNATES) == [("canonical-wrong", "site/index.html:1:1", "this page has no canonical address")]
    assert [code for code, *_ in told(CANONICAL * 2 + ALTERNATES)] == ["canonical-wrong"]


def test_a_canonical_address_may_write_umlauts_in_either_way(told):
    for address in ("https://help.example/%C3%BC/", "https://help.example/ü/"):
        page = f'<head><link rel="canonical" href="{address}">'
        sitemap = SITEMAP.replace("</urlset>", f"<url><loc>{address}</loc></url></urlset>")
        assert told(files={"ü/index.html": page}, sitemap=sitemap) == []


def test_translations_are_named_even_where_no_page_names_any(told):
    found = told(CANONICAL, english=ENGLISH.replace(ALTERNATES, ""))
    assert [code for code, *_ in found] == ["alternate-missing"] * 4  # each page, of itself and of the other


@pytest.mark.parametrize("language", ["xx-invalid", "de_DE", "german"])
def test_a_language_that_search_engines_do_not_know_is_told(told, language):
    more = f'<link rel="alternate" hreflang="{language}" href="https://help.example/">'
    message = f"{language} is no language that search engines know"
    assert [(code, words) for code, _, words in told(CANONICAL + ALTERNATES + more)] == [("alternate-wrong", message)]


@pytest.mark.parametrize(
    ("language", "right"), [("x-default", True), ("de-AT", True), ("de-Latn-DE", True), ("fr", False)]
)
def test_a_language_is_that_of_the_page(told, language, right):
    more = f'<link rel="alternate" hreflang="{language}" href="https://help.example/">'
    assert (told(CANONICAL + ALTERNATES + more) == []) is right


@pytest.mark.parametrize(
    ("old", "new", "location", "message"),
    [
        ("</urlset>", f"<url> <loc>{URL}en/</loc></url></urlset>", ":5:12", f"{URL}en/ stands here twice"),
        (f"{URL}en/<", "en/<", ":4:12", "en/ is no full address"),
        ("en/<", "gone/<", ":4:12", f"{URL}gone/ is no page of the site"),
        (f"<loc>{URL}en/", f"<loc>\n {URL}gone/\n", ":5:2", f"{URL}gone/ is no page of the site"),
    ],
)
def test_an_entry_of_the_sitemap_that_is_wrong_is_told_at_its_place(told, old, new, location, message):
    assert ("sitemap-wrong", f"site/sitemap.xml{location}", message) in told(sitemap=SITEMAP.replace(old, new))


def test_a_sitemap_that_is_cut_short_is_told_and_counts_for_nothing(told):
    message = "this file is no XML: no element found"
    assert told(sitemap=SITEMAP.replace("</urlset>\n", "")) == [("file-unreadable", "site/sitemap.xml:5:1", message)]


@pytest.mark.parametrize("name", ["og:image", "og:video", "og:image:secure_url", "og:url"])
def test_what_is_shown_where_a_page_is_shared_is_of_this_site(told, name):
    meta = '<meta property="{}" content="https://{}/x.png">'.format
    assert told(CANONICAL + ALTERNATES + meta(name, "help.example")) == []
    assert [code for code, *_ in told(CANONICAL + ALTERNATES + meta(name, "cdn.example"))] == ["request-external"]


ATOM = """\
<feed xmlns="http://www.w3.org/2005/Atom">
  <entry><link rel="alternate" href="https://help.example/{}"/></entry></feed>
"""
RSS = "<rss><channel>\n<link>https://help.example/{}</link></channel></rss>"


@pytest.mark.parametrize(
    ("path", "feed", "column"), [("news/index.xml", ATOM, 38), ("feed.xml", ATOM, 38), ("a.rss", RSS, 7)]
)
def test_a_feed_is_known_by_its_content_and_its_links_are_told_at_their_place(told, path, feed, column):
    assert told(files={path: feed.format("en/")}) == []
    message = "https://help.example/gone/ does not exist"
    assert told(files={path: feed.format("gone/")}) == [("link-page-missing", f"site/{path}:2:{column}", message)]
    message = "https://help.example/en/#x leads to a page without #x"
    assert told(files={path: feed.format("en/#x")}) == [("link-anchor-missing", f"site/{path}:2:{column}", message)]


def test_a_feed_that_a_page_announces_is_xml(told):
    head = CANONICAL + ALTERNATES + '<link rel="alternate" type="application/atom+xml" href="news">'
    assert [code for code, *_ in told(head, files={"news": "no feed"})] == ["file-unreadable"]
