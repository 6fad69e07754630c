"""The time that files take grows with their length: what would take its square takes minutes at this size."""

import time
from collections.abc import Callable

import pytest
from portal.css import css_addresses
from portal.feeds import check_feeds
from portal.javascript import module_addresses, worker_addresses
from portal.links.files import check_files
from portal.links.resolve import Resolver
from portal.locate import Locator
from portal.site import Site
from portal.sitemap import read_sitemap

LENGTH = 400_000
SECONDS = 15  # of CPU; about a hundred times what is needed
# What begins an address, a comment or a string and does not end it.
PIECES = ["url(", "url( ", "url('", 'url("', "image-set(", "image-set('", "@import ", "/*", "//", "'", '"', '\\"', "*/"]
PIECES += ["<a ", "<link ", "<!--", "<url>", "<loc>", "from ", "import(", "import ( ", "new URL(", "new Worker( '"]


def cpu_seconds(function: Callable, *arguments) -> float:
    start = time.process_time()
    list(function(*arguments))
    return time.process_time() - start


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("read", [css_addresses, module_addresses, worker_addresses])
@pytest.mark.parametrize("rest", ["", " "])
def test_a_text_of_mere_beginnings_takes_no_longer_than_another(read, piece, rest):
    text = piece * (LENGTH // 2 // len(piece)) + (rest or piece) * (LENGTH // 2)
    assert cpu_seconds(read, text) < SECONDS


@pytest.mark.parametrize("piece", ["<a ", "<link ", "<!--", "<url>", "<loc>", "url("])
def test_files_of_mere_beginnings_take_no_longer_than_others(write_site, tmp_path, piece):
    text = "<svg>" + piece * (LENGTH // len(piece))
    names = ("a.svg", "feed.xml", "sitemap.xml", "a.css", "a.js")
    site = Site(write_site(dict.fromkeys(names, text)), tmp_path)
    assert cpu_seconds(check_files, site, Locator(site, [], {}), Resolver()) < SECONDS
    assert cpu_seconds(check_feeds, site, Resolver()) < SECONDS
    assert cpu_seconds(read_sitemap, site, Resolver()) < SECONDS
