import pytest
from portal.problems import Location
from portal.site.links import Link
from portal.site.locate import Locator
from portal.site.page import BuiltPage
from portal.site.resolve import Resolver
from portal.site.site import Site
from portal.sources.page import read_sources


@pytest.fixture
def location(write_docs, write_site, tmp_path):
    def find(markdown, target, files=None):
        docs = write_docs({"de/admin/a.md": markdown, **(files or {})})
        site = Site(write_site({"admin/a/index.html": f'<a\nhref="{target}">x</a>'}), tmp_path)
        locator = Locator(site, read_sources(docs), {"link.home": "https://help.example"})
        page = site.pages["admin/a/index.html"]
        locations = locator.link(page, Link("a", target), Resolver()(page.path, target).path)
        return " ".join(str(location) for location, _ in locations)

    return find


def test_a_link_is_found_where_the_editor_wrote_it(location):
    assert location("# A\n\nSiehe [B](b.md#c).\n", "../b/#c") == "docs/de/admin/a.md:3:11"


def test_a_link_that_stands_twice_is_found_twice_and_comments_are_passed_over(location):
    assert (
        location("[B](b.md) [C](b.md) <!-- [D](b.md) -->\n", "../b/")
        == "docs/de/admin/a.md:1:5 docs/de/admin/a.md:1:15"
    )


def test_a_link_of_the_same_page_is_found(location):
    assert location("# A\n\n[B](#c)\n", "#c") == "docs/de/admin/a.md:3:5"


def test_a_link_that_mkdocs_left_as_it_stood_is_found(location):
    assert location("[B](missing.md)\n", "missing.md") == "docs/de/admin/a.md:1:5"


def test_a_reference_and_raw_html_are_found(location):
    assert location("[B][b]\n\n[b]: b.md\n", "../b/") == "docs/de/admin/a.md:3:6"
    assert location('<a href="../b/">B</a>\n', "../b/") == "docs/de/admin/a.md:1:10"


def test_a_placeholder_is_found_by_its_value(location):
    assert location("[B]({{ link.home }})\n", "https://help.example") == "docs/de/admin/a.md:1:5"
    assert location("[B]( {{link.home}} )\n", "https://help.example") == "docs/de/admin/a.md:1:6"


def test_a_link_in_an_included_passage_is_found_there(location):
    shared = {"de/shared/s.md": "Text\n[B](b.md)\n"}
    assert location('{% include "shared/s.md" %}\n', "../b/", shared) == "docs/de/shared/s.md:2:5"


def test_what_no_source_holds_is_found_in_the_built_page(location):
    assert location("# A\n", "../b/") == "site/admin/a/index.html:2:7"


@pytest.fixture
def locate(write_docs, write_site, tmp_path):
    """Return a function that places a link of the page admin/a; ``others`` are templates and assets."""

    def find(markdown, html, target, by_name=None, others=None, site_files=None):
        site = Site(write_site({"admin/a/index.html": html, **(site_files or {})}), tmp_path)
        sources = read_sources(write_docs({"de/admin/a.md": markdown}))
        facts = {"link.home": Location("docs/facts.yml", 7, 3, 9)}
        locator = Locator(site, sources, {"link.home": "https://help.example"}, others, facts, tmp_path)
        page = site.pages["admin/a/index.html"]
        link = Link("a", target, name=by_name)
        locations = locator.link(page, link, Resolver()(page.path, target).path, by_name=by_name is not None)
        return " ".join(str(location) for location, _ in locations)

    return find


BOTH = '<a href="../b/">B</a> <a href="../b/">hier</a>'


def test_markdown_and_html_that_lead_to_the_same_page_are_both_found(locate):
    locations = locate('[B](b.md) <a href="../b/">B</a>\n', BOTH, "../b/")
    assert locations == "docs/de/admin/a.md:1:5 docs/de/admin/a.md:1:20"


@pytest.mark.parametrize("text", ["hier", "**hier**", "Hier!", "`hier`", "![hier](c.png)"])
def test_a_fault_of_the_text_is_found_at_the_links_that_have_it(locate, text):
    markdown = f'[B](b.md) <a href="../b/">B</a> [{text}](b.md)\n'
    location = markdown.rindex("b.md") + 1
    assert (
        locate(markdown, BOTH, "../b/", "hier" if "!]" not in text else "Hier!") == f"docs/de/admin/a.md:1:{location}"
    )


def test_texts_that_differ_in_a_letter_or_mark_are_told_apart(locate):
    markdown = "[hier](b.md) [Hier!](b.md)\n"
    html = '<a href="../b/">hier</a> <a href="../b/">Hier!</a>'
    assert locate(markdown, html, "../b/", "hier") == "docs/de/admin/a.md:1:8"
    assert locate(markdown, html, "../b/", "Hier!") == "docs/de/admin/a.md:1:22"


def test_a_fault_of_the_text_of_a_reference_is_found_at_its_use(locate):
    assert locate("[B](b.md) [hier][b]\n\n[b]: b.md\n", BOTH, "../b/", "hier") == "docs/de/admin/a.md:1:12"


def test_a_fault_of_the_text_that_only_a_template_writes_is_told_at_no_sound_link_of_the_page(locate):
    assert locate("[B](b.md)\n", BOTH, "../b/", "hier") == "site/admin/a/index.html:1:32"
    others = {"overrides/a.html": '<a href="/b/">B</a> <a href="/b/">hier</a>'}
    assert locate("[B](b.md)\n", BOTH, "../b/", "hier", others) == "overrides/a.html:1:30"


def test_a_text_that_is_not_as_it_is_written_is_found_where_no_other_link_leads_there(locate):
    assert locate("[B](b.md){aria-label=hier}\n", '<a href="../b/">x</a>', "../b/", "hier") == "docs/de/admin/a.md:1:5"


def test_a_link_to_a_file_is_not_the_one_that_stands_in_the_page_as_it_was_written(locate):
    """Generators make an address of the first; the second fails from where the page is."""
    markdown = '[B](../c/b.md) <a href="../c/b.md">B</a>\n'
    assert locate(markdown, "", "../c/b.md", site_files={"c/b/index.html": ""}) == "docs/de/admin/a.md:1:25"


def test_code_and_comments_are_no_places(locate):
    assert locate("`[B](b.md)` [B](b.md) <!--\n[B](b.md)\n-->\n", BOTH, "../b/") == "docs/de/admin/a.md:1:17"


def test_an_asset_is_found_by_its_name_without_what_the_build_adds(locate):
    markdown = "[B](../../assets/b.pdf)\n"
    assert locate(markdown, "", "../../assets/b.0123abcd.pdf", "B") == "docs/de/admin/a.md:1:5"


def test_a_fact_that_a_template_writes_is_found_in_facts_yml(locate):
    assert locate("", "", "https://help.example") == "docs/facts.yml:7:3"


@pytest.fixture
def asset(write_site, write_docs, tmp_path):
    """Return a function that places words of a built file, beside the texts of what editors wrote."""

    def find(built, words, others):
        site = Site(write_site(built), tmp_path)
        locator = Locator(site, read_sources(write_docs({"de/a.md": ""})), {}, others, {}, tmp_path)
        return " ".join(str(location) for location in locator.file(next(iter(built)), words))

    return find


def test_a_fault_of_a_joined_stylesheet_is_found_in_each_part_that_has_it(asset):
    parts = {
        "docs/assets/s/a.css": "a{b:url(x.png)}",
        "docs/assets/s/b.css": '/* url(x.png) */\nc{d:url("x.png")}',
        "docs/assets/t/c.css": "e{f:url(x.png)}",
    }
    built = {"assets/s/site.0123abcd.css": "".join(parts.values())}
    assert asset(built, "x.png", parts) == "docs/assets/s/a.css:1:9 docs/assets/s/b.css:2:10"


def test_a_fault_of_a_file_that_is_published_as_it_is_is_found_in_that_alone(asset):
    texts = {"docs/assets/a.js": 'import "./x.js"', "docs/assets/b.js": 'import "./x.js"'}
    assert asset({"assets/b.0123abcd.js": 'import "./x.js"'}, "./x.js", texts) == "docs/assets/b.js:1:9"
    assert asset({"assets/c.js": 'import "./x.js"'}, "./x.js", {}) == "site/assets/c.js:1:9"


def test_a_pdf_below_docs_is_told_there(write_site, write_docs, tmp_path):
    site = Site(write_site({"assets/a.0123abcd.pdf": ""}), tmp_path)
    docs = write_docs({"de/a.md": "", "assets/a.pdf": ""})
    locator = Locator(site, read_sources(docs), {}, {}, {}, tmp_path)
    page = BuiltPage("assets/a/index.html", "")
    assert locator.pdf_link("assets/a.0123abcd.pdf", page, "/b/", "b/index.html")[0].file == "docs/assets/a.pdf"
    assert locator.pdf_link("admin/a.pdf", page, "/b/", "b/index.html")[0].file == "site/admin/a.pdf"


def test_names_of_pages_are_worked_out_once_for_a_folder(write_docs, write_site, tmp_path):
    docs = {f"de/{name}.md": "" for name in ("index", "user/a", "user/b", "admin/a")} | {"en/user/a.md": ""}
    pages = ("index.html", "user/a/index.html", "user/b/index.html", "admin/a/index.html", "en/user/a/index.html")
    site = Site(write_site(dict.fromkeys(pages, "")), tmp_path)
    locator = Locator(site, read_sources(write_docs(docs)), {})
    start, first, second, admin, english = (locator.pages_from(site.pages[path], "") for path in pages)
    links = ("../index.md", "a.md", "b.md", "../admin/a.md")
    assert first == dict(zip(pages, links, strict=False))  # the other language's page is left out
    assert first is second  # or a site with many faults would be compared page by page
    assert (start[pages[1]], admin[pages[1]], english) == ("user/a.md", "../user/a.md", {pages[-1]: "a.md"})
