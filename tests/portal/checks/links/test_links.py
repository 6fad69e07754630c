import pytest
from contexts import site_context
from portal.checks.links import check_links
from portal.problems import merge
from portal.problems.reports.text import render
from portal.site.locate import Locator
from portal.site.site import Site
from portal.sources.page import read_sources


@pytest.fixture
def problems(write_docs, write_site, tmp_path):
    def check(files, docs=None, site_url="/"):
        site = Site(write_site(files), tmp_path)
        locator = Locator(site, read_sources(write_docs(docs or {})), {})
        return list(check_links(site, site_context(site, locator, site_url)))

    return check


def codes(problems):
    return sorted(problem.code for problem in problems)


def test_links_that_lead_somewhere_are_fine(problems):
    page = (
        '<h2 id="über">x</h2><a href="#über">B</a><a href="#%C3%BCber">C</a><a href="a/">A</a><a href="/a/#x">X</a>'
        '<a href="https://help.example/">x</a><a href="mailto:a@b.example">m</a><img src="a%20b.png"><img src="data:,">'
    )
    assert problems({"index.html": page, "a/index.html": '<p id="x">', "a b.png": ""}) == []


def test_a_dead_page_link_is_told_at_its_source_with_the_nearest_page(problems):
    docs = {"de/admin/a.md": "[B](stepp-1.md)\n", "de/admin/step-1.md": "# 1\n"}
    files = {"admin/a/index.html": '<a href="stepp-1.md">B</a>', "admin/step-1/index.html": ""}
    [problem] = problems(files, docs)
    assert (problem.code, str(problem.location), problem.hint) == (
        "link-page-missing",
        "docs/de/admin/a.md:1:5",
        "write step-1.md",
    )


def test_a_dead_anchor_is_told_with_the_nearest(problems):
    docs = {"de/a.md": "[B](b.md#chnges)\n", "de/b.md": "## B {#changes}\n"}
    files = {"a/index.html": '<a href="../b/#chnges">B</a>', "b/index.html": '<h2 id="changes">B</h2>'}
    [problem] = problems(files, docs)
    assert (problem.code, str(problem.location), problem.hint) == (
        "link-anchor-missing",
        "docs/de/a.md:1:5",
        "write #changes",
    )


@pytest.mark.parametrize(
    "html",
    [
        '<img src="x.png">',
        '<img srcset="x.png 1x">',
        '<script src="x.js"></script>',
        '<link rel="stylesheet" href="x.css">',
        '<video poster="x.png">',
        '<a href="x.pdf">x</a>',
        '<track src="x.vtt">',
        '<blockquote cite="x.pdf">x</blockquote>',
    ],
)
def test_a_missing_file_is_told_for_every_kind_of_asset(problems, html):
    assert codes(problems({"index.html": html})) == ["link-asset-missing"]


@pytest.mark.parametrize(
    "html",
    [
        '<img src="https://cdn.example/x.png">',
        '<script src="//cdn.example/x.js"></script>',
        '<link rel="stylesheet" href="https://fonts.example/x">',
        '<p style="background:url(https://cdn.example/x)">',
        '<style>@import "https://cdn.example/x.css";</style>',
        '<svg><use href="https://cdn.example/x.svg"/></svg>',
        '<iframe src="http://video.example/"></iframe>',
    ],
)
def test_what_makes_browsers_ask_another_host_is_told(problems, html):
    assert codes(problems({"index.html": html})) == ["request-external"]


def test_a_stylesheet_is_checked_as_pages_are(problems):
    assert codes(problems({"s/a.css": "a{b:url(../x.png)} c{d:url(https://cdn.example/y)} e{f:url(data:,)}"})) == [
        "link-asset-missing",
        "request-external",
    ]


def test_addresses_that_are_none_are_told(problems):
    page = '<a href="javascript:void(0)">x</a><a href="http://[x">y</a><a href="">z</a><img src="">'
    assert codes(problems({"index.html": page})) == ["link-invalid"] * 4


def test_the_top_of_a_page_and_a_piece_of_its_text_need_no_name(problems):
    assert problems({"index.html": '<a href="#top">x</a><a href="#:~:text=words">y</a>'}) == []


def test_a_misspelt_name_of_a_neighbour_is_mended_with_the_neighbour(problems):
    docs = {"de/user/help.md": "[x](aftr.md)\n", "de/user/after.md": "# A\n"}
    files = {"user/help/index.html": '<a href="aftr.md">x</a>', "user/after/index.html": ""}
    assert [problem.hint for problem in problems(files, docs)] == ["write after.md"]


def test_a_fault_that_a_template_writes_into_every_page_is_told_once(problems):
    files = {f"{name}/index.html": '<a href="/gone/">x</a>' for name in "abc"}
    [problem] = problems(files)
    assert problem.pages == ("a/index.html", "b/index.html", "c/index.html")


def test_a_site_below_a_path_keeps_its_absolute_addresses_there(problems):
    files = {"index.html": '<a href="/help/a/">in</a><a href="/a/">out</a>', "a/index.html": ""}
    assert codes(problems(files, site_url="https://help.example/help/")) == ["link-page-missing"]


def test_ten_thousand_links_to_one_missing_page_are_told_on_a_screen(problems, tmp_path):
    lines = [f"[Text {number}](gone.md)" for number in range(100)]
    docs = {f"de/user/p{page}.md": "\n\n".join(lines) + "\n" for page in range(100)}
    html = "".join(f'<a href="gone.md">Text {number}</a>' for number in range(100))
    found = problems({f"user/p{page}/index.html": html for page in range(100)}, docs)
    assert len(merge(found)) == 10_000
    report = render(found, tmp_path)
    assert len(report.splitlines()) < 40 and "9997" in report


def test_a_fault_that_no_page_writes_is_looked_for_in_the_templates(problems):
    page = {"a/index.html": '<a href="/gone/">x</a>'}
    [problem] = problems(page, {"de/a.md": "# A\n"})
    assert problem.hint == "no page writes this; look for it in the templates and mkdocs.yml"
    [problem] = problems(page, {"de/a.md": "`gone`\n"})
    assert problem.hint == ""


def test_a_template_gets_no_hint_that_holds_for_one_page_only(write_docs, write_site, tmp_path):
    files = {f"user/{name}/index.html": '<link rel="next" href="aftr/">' for name in ("help", "after")}
    sources = read_sources(write_docs({"de/user/help.md": "", "de/user/after.md": ""}))
    site = Site(write_site(files), tmp_path)
    locator = Locator(site, sources, {}, {"overrides/main.html": '<link rel="next" href="aftr/">'})
    [problem] = check_links(site, site_context(site, locator))
    assert (str(problem.location), problem.hint) == ("overrides/main.html:1:24", "")
    assert problem.pages == ("user/after/index.html", "user/help/index.html")


def test_what_a_template_writes_into_one_page_gets_no_hint_for_pages_either(write_docs, write_site, tmp_path):
    site = Site(write_site({"user/help/index.html": '<a href="../aftr/">x</a>', "user/after/index.html": ""}), tmp_path)
    sources = read_sources(write_docs({"de/user/help.md": "", "de/user/after.md": ""}))
    locator = Locator(site, sources, {}, {"overrides/main.html": "{{ '../aftr/' }}"})
    [problem] = check_links(site, site_context(site, locator))
    assert (str(problem.location), problem.hint) == ("overrides/main.html:1:5", "")


def test_a_switch_beside_a_link_is_not_told_with_it(problems):
    docs = {"de/user/a.md": "[Verwaltung](../admin/index.md){data-view=admin} [Plan](../admin/index.md)\n"}
    html = '<a href="../../admin/" data-view="admin">Verwaltung</a> <a href="../../admin/">Plan</a>'
    [problem] = problems({"user/a/index.html": html, "admin/index.html": ""}, docs)
    assert (problem.code, str(problem.location)) == ("link-view", "docs/de/user/a.md:1:57")
