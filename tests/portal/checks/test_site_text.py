import pytest
from contexts import site_context
from portal.checks.site_text import check_other_files, check_pages
from portal.site.locate import Locator
from portal.site.pdfs import Pdf, read_pdfs
from portal.site.site import Site
from portal.sources.facts_file import read_facts
from portal.sources.page import read_sources


@pytest.fixture
def problems(write_docs, write_site, tmp_path):
    def check(files, docs=None, pdfs=()):
        folder = write_docs(docs or {})
        facts = read_facts(folder / "facts.yml").facts
        site = Site(write_site(files), tmp_path)
        locator = Locator(site, read_sources(folder), facts.values)
        context = site_context(site, locator, pdfs=pdfs, facts=facts)
        found = [*check_pages(site, context), *check_other_files(site, context)]
        return [(problem.code, str(problem.location)) for problem in found]

    return check


@pytest.mark.parametrize(
    "html",
    [
        "<p>Version 7.1",
        '<img alt="Version 7.1">',
        '<meta name="description" content="Version 7.1">',
        '<p data-x="Version 7.1">',
        '<script type="application/ld+json">{"v": "Version 7.1"}</script>',
        "<title>Version 7.1</title>",
    ],
)
def test_an_unknown_version_is_found_wherever_a_page_may_have_it(problems, html):
    assert [code for code, _ in problems({"index.html": html})] == ["version-unknown"]


def test_the_version_of_the_generator_is_none_of_ours(problems):
    assert problems({"index.html": '<meta name="Generator" content="Hugo 0.140.2 Version 7.1">'}) == []


def test_a_version_that_the_source_has_is_told_by_the_check_of_the_sources(problems):
    assert problems({"a/index.html": "<p>Version 7.1"}, {"de/a.md": "Version 7.1\n"}) == []


def test_search_indexes_and_pdfs_are_read(problems):
    files = {"assets/search/de.json": '{"text": "Version 7.1"}'}
    assert problems(files, pdfs=[Pdf("a.pdf", "Version 7.2 TODO", ())]) == [
        ("version-unknown", "site/assets/search/de.json"),
        ("version-unknown", "site/a.pdf"),
        ("placeholder-text", "site/a.pdf"),
    ]


def test_a_pdf_that_is_none_is_told(write_site):
    pdfs, [problem] = read_pdfs(Site(write_site({"a.pdf": "no pdf"})))
    assert (pdfs, problem.code) == ([], "pdf-unreadable")


def test_copies_of_pages_are_read_and_a_problem_of_the_page_is_told_once(problems):
    assert problems({"a/index.md": "# A\n\nVersion 7.1 \\[TODO\\] {{ x }}\n"}) == [
        ("version-unknown", "site/a/index.md:3:9"),
        ("placeholder-text", "site/a/index.md:3:15"),
        ("placeholder-malformed", "site/a/index.md:3:22"),
        ("placeholder-malformed", "site/a/index.md:3:27"),
    ]
    page = ("version-unknown", "site/a/index.html:1:12")
    assert problems({"a/index.html": "<p>Version 7.1", "a/index.md": "Version 7.1"}) == [page] * 2
    assert ("version-unknown", "site/llms.txt:1:19") in problems({"llms.txt": "- [A](x): Version 7.1"})
