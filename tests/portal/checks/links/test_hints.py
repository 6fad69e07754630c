"""What an editor is told to write: on a site as MkDocs builds it, with hashes in the names of assets."""

import pytest
from contexts import site_context
from portal.checks.links import check_links
from portal.site.locate import Locator
from portal.site.site import Site
from portal.sources.page import read_sources

ASSET = {"assets/images/favicon.bc0e23df.svg": "<svg/>", "assets/stylesheets/site.c2fb0d4e.css": ""}


@pytest.fixture
def told(write_docs, write_site, tmp_path):
    def check(files, docs=None):
        site = Site(write_site(ASSET | files), tmp_path)
        locator = Locator(site, read_sources(write_docs(docs or {})), {}, project=tmp_path)
        return [(problem.code, problem.hint) for problem in check_links(site, site_context(site, locator))]

    return check


@pytest.mark.parametrize(("page", "language"), [("user/a", "de"), ("en/user/a", "en")])
def test_an_asset_in_other_case_is_mended_with_the_name_that_its_editor_gave_it(told, page, language):
    html = '<img src="../../assets/images/Favicon.svg">'
    docs = {f"{language}/user/a.md": "![x](../../assets/images/Favicon.svg)\n"}
    assert told({f"{page}/index.html": html}, docs) == [("link-case", "write ../../assets/images/favicon.svg")]


def test_a_misspelt_asset_is_mended_with_the_name_that_its_editor_gave_it(told):
    docs = {"en/user/a.md": "![x](../../assets/images/favikon.svg)\n"}
    files = {"en/user/a/index.html": '<img src="../../assets/images/favikon.svg">'}
    assert told(files, docs) == [("link-asset-missing", "write ../../assets/images/favicon.svg")]


def test_a_page_in_other_case_is_mended_with_its_file(told):
    docs = {"de/user/a.md": "[Text](Help.md)\n", "de/user/help.md": "# Hilfe\n"}
    files = {"user/a/index.html": '<a href="Help.md">Text</a>', "user/help/index.html": ""}
    assert told(files, docs) == [("link-case", "write help.md")]


def test_a_page_in_other_case_is_mended_with_its_address_where_that_is_written(told):
    docs = {"de/user/a.md": '<a href="../Help/">Text</a>\n', "de/user/help.md": "# Hilfe\n"}
    files = {"user/a/index.html": '<a href="../Help/">Text</a>', "user/help/index.html": ""}
    assert told(files, docs) == [("link-case", "write ../help/")]


def test_html_that_names_a_file_is_mended_with_the_address(told):
    docs = {"de/user/a.md": '<a href="help.md">Text</a>\n', "de/user/help.md": "# Hilfe\n"}
    files = {"user/a/index.html": '<a href="help.md">Text</a>', "user/help/index.html": ""}
    hint = "write ../help/: only links of Markdown name files as they lie in docs/"
    assert told(files, docs) == [("link-page-missing", hint)]


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        ("kontakt.md", "write help.md"),  # by its heading; the administrators' page has the same
        ("/elsewhere/help/", "write help.md"),
        ("help.html", "write help.md"),
        ("help/", "write help.md"),
        ("../guide.md", ""),  # the only page of that name is for administrators
    ],
)
def test_what_is_proposed_may_be_linked_to(told, address, hint):
    docs = {
        "de/user/a.md": f"[Hilfe]({address})\n",
        "de/user/help.md": "",
        "de/user/before.md": "",
        "de/admin/help.md": "",
        "de/admin/guide.md": "",
    }
    files = {f"{name}/index.html": "<h1>Hilfe</h1>" for name in ("user/help", "admin/help")}
    files |= {f"{name}/index.html": "<h1>Text</h1>" for name in ("user/before", "admin/guide")}
    name = "Leitfaden" if "guide" in address else "Hilfe"
    files["user/a/index.html"] = f'<a href="{address}">{name}</a>'
    links = "".join(f'<a href="/{path.removesuffix("index.html")}" data-view>x</a>' for path in files)
    assert told({"index.html": links} | files, docs) == [("link-page-missing", hint)]


def test_a_page_is_found_by_words_that_only_its_heading_has(told):
    docs = {"de/user/a.md": "[Konferenz Plus](zzz.md)\n", "de/user/meetings.md": ""}
    files = {
        "user/a/index.html": '<a href="zzz.md">Konferenz Plus</a>',
        "user/meetings/index.html": "<h1>Treffen mit Konferenz Plus</h1>",
    }
    assert told(files, docs) == [("link-page-missing", "write meetings.md")]


def test_an_anchor_is_found_by_its_heading_in_another_page_before_one_is_to_be_made(told):
    docs = {"de/user/a.md": "[Wenn es klemmt](help.md#klappt)\n", "de/user/help.md": "", "de/user/after.md": ""}
    files = {
        "user/a/index.html": '<a href="../help/#klappt">Wenn es klemmt</a>',
        "user/help/index.html": '<h2 id="call">Anruf</h2>',
        "user/after/index.html": '<h2 id="trouble">Wenn es klemmt</h2>',
    }
    assert told(files, docs) == [("link-anchor-missing", "it stands in another page: write after.md#trouble")]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(
    ("address", "code", "right"),
    [
        ("../admin/Checklist.pdf", "link-case", "../admin/checklist.pdf"),
        ("../admin/checkliste.pdf", "link-asset-missing", "../admin/checklist.pdf"),
        ("Form.pdf", "link-case", "form.pdf"),
        ("../../assets/Form.svg", "link-case", "../../assets/form.svg"),
    ],
)
def test_a_file_that_the_build_makes_is_named_from_file_to_file(told, language, address, code, right):
    at = "" if language == "de" else "en/"
    docs = {f"{language}/user/a.md": f"[Text]({address})\n", f"{language}/admin/checklist.md": ""}
    files = {f"{at}user/a/index.html": f'<a href="{address}">Text</a>', "assets/form.0123abcd.svg": "<svg/>"}
    files |= {f"{at}admin/checklist.pdf": "", f"{at}user/form.pdf": ""}
    assert told(files, docs) == [(code, f"write {right}")]


@pytest.mark.parametrize(
    ("address", "hint"), [("help", "write help.md"), ("help#x", "write help.md#x"), ("../admin/guide", "")]
)
def test_a_page_without_its_ending_is_mended_with_it_where_it_may_be_linked_to(told, address, hint):
    docs = {"de/user/a.md": f"[Text]({address})\n", "de/user/help.md": "", "de/admin/guide.md": ""}
    files = {"user/a/index.html": f'<a href="{address}">Text</a>', "user/help/index.html": ""}
    found = told(files | {"admin/guide/index.html": ""}, docs)
    assert ("link-page-missing", hint) in found and "link-asset-missing" not in dict(found)


@pytest.mark.parametrize(
    ("address", "code", "hint"),
    [
        ("..\\user\\help.md", "link-page-missing", "write ../user/help.md"),
        ("help.md%20", "link-page-missing", "write help.md"),
        ("%20help.md#a", "link-page-missing", "write help.md#a"),
        ("plan#1.png", "link-asset-missing", "write plan%231.png"),
        ("https://https://help.example/", "link-invalid", "write https://help.example/"),
        ("http://https://help.example/", "link-invalid", "write https://help.example/"),
        ("hlp.md#a", "link-page-missing", "write help.md#a"),
        ("hlp.md#gone", "link-page-missing", "write help.md"),
    ],
)
def test_an_address_that_is_put_wrongly_is_mended_as_addresses_are_written(told, address, code, hint):
    docs = {"de/user/a.md": f"[Text](<{address}>)\n", "de/user/help.md": "# Hilfe\n", "de/user/plan#1.png": ""}
    files = {"user/a/index.html": f'<a href="{address}">Text</a>', "user/help/index.html": '<h1 id="a">Hilfe</h1>'}
    assert told(files, docs) == [(code, hint)]
