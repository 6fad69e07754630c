"""The shipped configuration in Debian's nginx: what a browser, a robot and an attacker get."""

import gzip

import brotli
import pytest
from audit.replies import FOR_GOOD, FOR_NOW, HEADERS, asset, headers_of

OLD = "/de/ratgeber-zur-konfiguration/cpbx-2.0/administrator"


@pytest.mark.parametrize(
    "path", ["/", "/admin/book/", "/admin/step-1/", "/en/", "/404.html", "/sitemap.xml", "/facts.json"]
)
def test_pages_and_data_have_all_headers(ask, path):
    reply = ask(path)
    assert (reply.status, headers_of(reply)) == (200, HEADERS | FOR_NOW)


@pytest.mark.parametrize("pattern", ["stylesheets/site.*.css", "javascripts/theme.*.js", "fonts/*.woff2"])
def test_assets_have_all_headers_and_are_kept_for_good(ask, folder, pattern):
    reply = ask(asset(folder, pattern))
    assert (reply.status, headers_of(reply)) == (200, HEADERS | FOR_GOOD)


def test_a_reply_that_nothing_has_changed_has_all_headers(ask, folder):
    for path, kept in (("/user/", FOR_NOW), (asset(folder, "stylesheets/site.*.css"), FOR_GOOD)):
        reply = ask(path, If_None_Match=ask(path).getheader("ETag"))
        assert (reply.status, headers_of(reply)) == (304, HEADERS | kept)


def test_every_file_of_the_site_has_its_headers_and_its_type(serving, site, ask):
    wrong = {}
    for path in sorted(site.files - {"_headers", "_redirects"}):
        reply = ask(f"/{path}")
        sent = {name: reply.getheader(name) for name in serving.headers_of(path)}
        if reply.status != 200 or sent != serving.headers_of(path):
            wrong[path] = reply.status, sent
    assert wrong == {}


@pytest.mark.parametrize(
    ("path", "method", "status"),
    [
        ("/", "HEAD", 200),
        ("/user", "GET", 301),
        ("/?mode=user", "GET", 301),
        (OLD, "GET", 301),
        ("/nowhere", "GET", 404),
        ("/en/nowhere", "GET", 404),
        ("/.git/config", "GET", 404),
        ("/assets/stylesheets/site.00000000.css", "GET", 404),
        ("/", "POST", 405),
        # nginx can't parse these, so they reach no location:
        ("/%2e%2e/x", "GET", 400),
        ("/%", "GET", 400),
        ("/..%00/", "GET", 400),
        ("/" + "x" * 40_000, "GET", 414),
    ],
)
def test_replies_without_a_page_have_the_same_headers(ask, path, method, status):
    reply = ask(path, method)
    assert (reply.status, headers_of(reply)) == (status, HEADERS | FOR_NOW)


def test_a_part_that_is_not_there_is_refused_with_the_same_headers(ask):
    reply = ask("/admin/checklist.pdf", Range="bytes=99999999-")
    sent = {name: set(reply.headers.get_all(name)) for name in HEADERS}
    # Twice each: nginx adds them to the part, finds that there is none, and adds them to the error. The same value
    # twice means what it means once.
    assert (reply.status, sent) == (416, {name: {value} for name, value in HEADERS.items()})


def test_a_request_without_a_host_is_refused_with_the_same_headers(ask):
    reply = ask("/", skip_host=True)
    assert (reply.status, headers_of(reply)) == (400, HEADERS | FOR_NOW)


def test_no_reply_tells_the_version_of_the_server(ask):
    for path in ("/", "/nowhere", "/%2e%2e/"):
        reply = ask(path)
        assert reply.getheader("Server") == "nginx" and b"nginx/" not in reply.body


# ---- Compression
@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br", "br"),
        ("br, gzip;q=0", "br"),
        ("gzip, br;q=0", "gzip"),
        ("gzip", "gzip"),
        ("br;q=0, gzip;q=0", None),
        ("identity", None),
        ("", None),
    ],
)
def test_a_page_comes_compressed_as_the_client_accepts_it(ask, folder, accepted, encoding):
    reply = ask("/user/", Accept_Encoding=accepted)
    plain = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[encoding](reply.body)
    assert (reply.getheader("Content-Encoding"), reply.getheader("Vary")) == (encoding, "Accept-Encoding")
    assert plain == (folder / "user/index.html").read_bytes()


def test_a_client_behind_a_proxy_gets_it_compressed_too(ask):
    assert ask("/", Accept_Encoding="gzip", Via="1.1 cdn").getheader("Content-Encoding") == "gzip"


def test_fonts_and_pdfs_are_not_compressed_again(ask, folder):
    for path in (asset(folder, "fonts/*.woff2"), "/admin/checklist.pdf"):
        reply = ask(path, Accept_Encoding="br, gzip")
        assert (reply.status, reply.getheader("Content-Encoding")) == (200, None)


def test_a_compressed_copy_asked_for_by_name_is_a_download(ask):
    reply = ask("/index.html.gz", Accept_Encoding="gzip")
    assert (reply.status, reply.getheader("Content-Type")) == (200, "application/gzip")
    assert reply.getheader("Content-Encoding") is None


# ---- Cache
def test_a_page_that_has_not_changed_is_not_sent_again(ask):
    for encoding in ("br", "gzip", "identity"):
        first = ask("/admin/", Accept_Encoding=encoding)
        second = ask("/admin/", Accept_Encoding=encoding, If_None_Match=first.getheader("ETag"))
        assert (first.getheader("Cache-Control"), second.status, second.body) == ("no-cache", 304, b"")
        assert second.getheader("Cache-Control") == "no-cache"


def test_each_encoding_has_an_etag_of_its_own(ask):
    assert len({ask("/", Accept_Encoding=encoding).getheader("ETag") for encoding in ("br", "gzip", "identity")}) == 3


@pytest.mark.parametrize("pattern", ["stylesheets/site.*.css", "search/de-user.*.json"])
def test_assets_with_a_hash_are_kept_for_good_and_a_missing_one_is_not(ask, folder, pattern):
    path = asset(folder, pattern)
    assert ask(path).getheader("Cache-Control") == "public, max-age=31536000, immutable"
    missing = ask("/assets/stylesheets/site.00000000.css")
    assert (missing.status, missing.getheader("Cache-Control")) == (404, "no-cache")


@pytest.mark.parametrize("path", ["/admin/checklist.pdf", "/sitemap.xml", "/facts.json"])
def test_what_has_no_hash_in_its_name_is_asked_for_again(ask, path):
    assert ask(path).getheader("Cache-Control") == "no-cache"


# ---- Films
FILMS = ["guide-de.*.mp4", "guide-de.*.webm", "guide-en.*.mp4", "guide-en.*.webm"]


@pytest.mark.parametrize("pattern", FILMS)
def test_players_get_the_part_of_a_film_that_they_ask_for(ask, folder, pattern):
    path = asset(folder, f"video/{pattern}")
    whole = (folder / path[1:]).read_bytes()
    for asked, part in (("bytes=0-1", whole[:2]), ("bytes=1000-1999", whole[1000:2000]), ("bytes=-500", whole[-500:])):
        reply = ask(path, Range=asked, Accept_Encoding="br, gzip")
        assert (reply.status, reply.body, reply.getheader("Content-Encoding")) == (206, part, None)
        assert reply.getheader("Content-Range").endswith(f"/{len(whole)}")
        assert headers_of(reply) == HEADERS | FOR_GOOD
        assert reply.getheader("Content-Type") == f"video/{path.rpartition('.')[2]}"


def test_a_film_that_has_changed_in_between_is_sent_as_a_whole(ask, folder):
    path = asset(folder, "video/guide-de.*.mp4")
    reply = ask(path, Range="bytes=0-99", If_Range='"another"')
    assert (reply.status, len(reply.body)) == (200, (folder / path[1:]).stat().st_size)


def test_films_and_their_posters_are_kept_for_good_and_not_compressed_again(ask, folder):
    for pattern in (*FILMS, "guide-de.*.webp"):
        reply = ask(asset(folder, f"video/{pattern}"), "HEAD", Accept_Encoding="br, gzip")
        assert (reply.status, reply.getheader("Content-Encoding")) == (200, None)
        assert reply.getheader("Cache-Control") == FOR_GOOD["Cache-Control"]


def test_captions_are_asked_for_again_each_time(ask):
    for kind in ("captions-de", "chapters-en"):
        path = f"/assets/video/{kind}.vtt"
        reply = ask(path, Accept_Encoding="br")
        assert (reply.getheader("Content-Type"), headers_of(reply)) == ("text/vtt; charset=utf-8", HEADERS | FOR_NOW)
        assert ask(path, Accept_Encoding="br", If_None_Match=reply.getheader("ETag")).status == 304


def test_manifests_have_their_type(ask):
    for path in ("/site.webmanifest", "/en/site.webmanifest"):
        assert ask(path).getheader("Content-Type") == "application/manifest+json"
