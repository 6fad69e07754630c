"""The time that files take grows with their length: what would take its square takes minutes at this size."""

import pytest
from contexts import site_context
from portal.checks.feeds import check_feeds
from portal.checks.links.files import check_files
from portal.checks.sitemap import read_sitemap
from portal.formats.css import css_addresses
from portal.formats.javascript import module_addresses, worker_addresses
from portal.site.locate import Locator
from portal.site.resolve import Resolver
from portal.site.site import Site

LENGTH = 100_000
# What begins an address, a comment or a string and does not end it.
PIECES = ["url(", "url( ", "url('", 'url("', "image-set(", "image-set('", "@import ", "/*", "//", "'", '"', '\\"', "*/"]
PIECES += [
    "<a ",
    "<link ",
    "<!--",
    "<url>",
    "<loc>",
    "from ",
    "import(",
    "import ( ",
    "url(\\",
    "@namespace url(",
    "f(",
    "new URL(",
    "new Worker( '",
]


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("read", [css_addresses, module_addresses, worker_addresses])
@pytest.mark.parametrize("rest", ["", " "])
def test_a_text_of_mere_beginnings_is_read_to_its_end(read, piece, rest):
    text = piece * (LENGTH // 2 // len(piece)) + (rest or piece) * (LENGTH // 2)
    assert all(address in text for address in read(text))


@pytest.mark.parametrize("piece", ["<a ", "<link ", "<!--", "<url>", "<loc>", "url("])
def test_files_of_mere_beginnings_are_read_to_their_end(write_site, tmp_path, piece):
    text = "<svg>" + piece * (LENGTH // len(piece))
    names = ("a.svg", "feed.xml", "sitemap.xml", "a.css", "a.js")
    site = Site(write_site(dict.fromkeys(names, text)), tmp_path)
    assert {problem.location.file for problem in check_files(site, Locator(site, [], {}), Resolver())} <= site_files(
        site
    )
    assert {problem.location.file for problem in check_feeds(site, site_context(site))} <= site_files(site)
    pages, problems = read_sitemap(site, Resolver())
    assert pages.keys() <= {"index.html"} and all(problem.location.file in site_files(site) for problem in problems)


def site_files(site):
    return {f"{site.label}/{path}" for path in site.files}
