import gzip

import brotli
from portal.publishing.compress import compress
from portal.site.site import Site

TEXT = "Willkommen im Hilfeportal. " * 100


def test_a_text_file_gets_both_copies_with_the_same_content(write_site):
    site = write_site({"a/index.html": TEXT})
    assert compress(Site(site)) == 1
    assert gzip.decompress((site / "a/index.html.gz").read_bytes()).decode() == TEXT
    assert brotli.decompress((site / "a/index.html.br").read_bytes()).decode() == TEXT


def test_small_and_already_compressed_files_get_no_copies(write_site):
    site = write_site({"small.html": "x" * 1023, "a.woff2": b"x" * 5000, "a.pdf": b"x" * 5000, "a.png": b"x" * 5000})
    assert compress(Site(site)) == 0
    assert not [*site.rglob("*.gz"), *site.rglob("*.br")]


def test_copies_are_reproducible(write_site):
    site = write_site({"a.html": TEXT, "b.html": TEXT})
    compress(Site(site))
    assert (site / "a.html.gz").read_bytes()[4:8] == bytes(4)  # RFC 1952, section 2.3.1: MTIME 0 means no time stamp
    for ending in ("gz", "br"):
        assert (site / f"a.html.{ending}").read_bytes() == (site / f"b.html.{ending}").read_bytes()


def test_copies_are_the_same_from_every_version_of_python(write_site):
    site = write_site({"a.html": TEXT})
    compress(Site(site))
    assert (site / "a.html.gz").read_bytes()[9] == 255  # RFC 1952, section 2.3.1: the system is unknown
