import pytest
from portal.links.resolve import Resolver
from portal.locate import Locator
from portal.pages import Link
from portal.site import Site
from portal.sources import read_sources


@pytest.fixture
def place(write_docs, write_site, tmp_path):
    def find(markdown, target, files=None):
        docs = write_docs({"de/admin/a.md": markdown, **(files or {})})
        site = Site(write_site({"admin/a/index.html": f'<a\nhref="{target}">x</a>'}), tmp_path)
        locator = Locator(site, read_sources(docs), {"link.home": "https://help.example"})
        page = site.pages["admin/a/index.html"]
        places = locator.link(page, Link("a", target), Resolver()(page.path, target).path)
        return " ".join(str(place) for place, _ in places)

    return find


def test_a_link_is_found_where_the_editor_wrote_it(place):
    assert place("# A\n\nSiehe [B](b.md#c).\n", "../b/#c") == "docs/de/admin/a.md:3:11"


def test_a_link_that_stands_twice_is_found_twice_and_comments_are_passed_over(place):
    assert (
        place("[B](b.md) [C](b.md) <!-- [D](b.md) -->\n", "../b/") == "docs/de/admin/a.md:1:5 docs/de/admin/a.md:1:15"
    )


def test_a_link_of_the_same_page_is_found(place):
    assert place("# A\n\n[B](#c)\n", "#c") == "docs/de/admin/a.md:3:5"


def test_a_link_that_mkdocs_left_as_it_stood_is_found(place):
    assert place("[B](missing.md)\n", "missing.md") == "docs/de/admin/a.md:1:5"


def test_a_reference_and_raw_html_are_found(place):
    assert place("[B][b]\n\n[b]: b.md\n", "../b/") == "docs/de/admin/a.md:3:6"
    assert place('<a href="../b/">B</a>\n', "../b/") == "docs/de/admin/a.md:1:10"


def test_a_placeholder_is_found_by_its_value(place):
    assert place("[B]({{ link.home }})\n", "https://help.example") == "docs/de/admin/a.md:1:5"
    assert place("[B]( {{link.home}} )\n", "https://help.example") == "docs/de/admin/a.md:1:6"


def test_a_link_in_an_included_passage_is_found_there(place):
    shared = {"de/shared/s.md": "Text\n[B](b.md)\n"}
    assert place('{% include "shared/s.md" %}\n', "../b/", shared) == "docs/de/shared/s.md:2:5"


def test_what_no_source_holds_is_found_in_the_built_page(place):
    assert place("# A\n", "../b/") == "site/admin/a/index.html:2:7"
