"""Addresses in files other than pages, and in scripts and styles within one; assets have hashes in their names."""

import pytest
from contexts import site_context
from portal.checks.links import check_links
from portal.site.site import Site

ASSETS = {"assets/icon.1a2b3c4d.svg": "<svg/>", "assets/state.1a2b3c4d.js": "", "user/index.html": ""}


@pytest.fixture
def told(write_site, tmp_path):
    def check(files):
        site = Site(write_site(ASSETS | files), tmp_path)
        found = check_links(site, site_context(site))
        return [(problem.code, problem.hint) for problem in found if problem.code != "page-unreachable"]

    return check


@pytest.mark.parametrize(
    ("path", "text", "code", "hint"),
    [
        ("assets/a.css", "a{b:url(Icon.svg)}", "link-case", "write icon.svg"),
        ("assets/a.css", "a{b:url(../icon.svg)}", "link-asset-missing", "write ../assets/icon.svg"),
        ("assets/a.js", 'import "./stat.js"', "link-asset-missing", "write ./state.js"),
        ("assets/a.js", 'import "./icon.js"', "link-asset-missing", ""),  # no script, but a drawing is like it
        ("assets/a.svg", '<svg><image href="icn.svg"/></svg>', "link-asset-missing", "write icon.svg"),
        ("a.webmanifest", '{"icons": [{"src": "/assets/icn.svg"}]}', "link-asset-missing", "write /assets/icon.svg"),
        ("a.webmanifest", '{"start_url": "/usr/"}', "link-asset-missing", "write /user/"),
        ("a.webmanifest", '{"icons": [', "file-unreadable", ""),
    ],
)
def test_an_address_in_a_file_is_mended_with_the_nearest_file_of_its_kind(told, path, text, code, hint):
    assert told({path: text}) == [(code, hint)]


@pytest.mark.parametrize(
    "html",
    [
        '<script type="module">import("./x.js")</script>',
        '<script>new Worker("x.js")</script>',
        "<p style=\"background: image-set('x.png' 1x)\">",
        "<style>@import 'x.css'</style>",
    ],
)
def test_what_a_script_or_style_within_a_page_loads_is_relative_to_the_page(told, html):
    assert [code for code, _ in told({"user/a/index.html": html})] == ["link-asset-missing"]
    assert told({"user/a/index.html": html, **{f"user/a/x.{ending}": "" for ending in ("js", "png", "css")}}) == []


def test_a_link_within_a_drawing_of_a_page_is_followed(told):
    page = '<svg><a xlink:href="/gone/">x</a></svg>'
    assert [code for code, _ in told({"index.html": page})] == ["link-page-missing"]


def test_a_drawing_may_link_to_another_host_and_load_nothing_from_it(told):
    link, image = '<svg><a href="https://b.example/"/></svg>', '<svg><image href="https://b.example/x.png"/></svg>'
    assert told({"a.svg": link}) == []
    assert [code for code, _ in told({"a.svg": image})] == ["request-external"]


def test_a_worker_is_relative_to_whichever_page_runs_the_script(told):
    script = {"assets/a.js": 'new Worker("./x.js")'}
    assert [code for code, _ in told(script)] == ["link-asset-missing"]
    assert told(script | {"user/x.js": ""}) == []
