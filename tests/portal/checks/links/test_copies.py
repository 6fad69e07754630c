"""Links of pages' copies as Markdown, and of llms.txt."""

import pytest
from contexts import site_context
from portal.checks.links import check_links
from portal.site.site import Site

ADDRESS = "https://help.example/"


@pytest.fixture
def told(write_site, tmp_path):
    def check(files):
        pages = {"index.html": '<a href="a/">A</a>', "a/index.html": '<h1 id="top-1">A</h1><a href="gone.pdf">G</a>'}
        site = Site(write_site(pages | files), tmp_path)
        found = check_links(site, site_context(site, site_url=ADDRESS))
        return [(problem.code, str(problem.location)) for problem in found if ".html" not in problem.location.file]

    return check


@pytest.mark.parametrize(
    ("path", "link", "code"),
    [
        ("a/index.md", "b/", "link-page-missing"),
        ("a/index.md", "a/#gone", "link-anchor-missing"),
        ("llms.txt", "a/gone.md", "link-page-missing"),
    ],
)
def test_a_link_of_a_copy_must_lead_somewhere(told, path, link, code):
    assert told({path: f"# A\n\nSee [B]({ADDRESS}{link}).\n"}) == [(code, f"site/{path}:3:9")]


@pytest.mark.parametrize("link", ["", "a/", "a/#top-1", "a/index.md", "a/gone.pdf"])
def test_what_is_there_or_told_of_the_page_is_not_told(told, link):
    assert told({"a/index.md": f"[B]({ADDRESS}{link})\n"}) == []
