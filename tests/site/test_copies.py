"""Copies of the built pages as Markdown, the list of them, and the button that copies one."""

import re

import pytest
import yaml
from markdown import Markdown
from portal.languages import LANGUAGES
from portal.publishing.copies import has_copy
from portal.publishing.plain_markdown import LEFT_OUT
from portal.site.copies import LIST, copy_of
from selectolax.lexbor import LexborHTMLParser

COPIED = {"de": "Seite kopiert", "en": "Page copied"}
RAW = re.compile(r"\{\{|\{%|\{\s*[#.:]|%\}|\}\}")  # what editors write for the build


@pytest.fixture(scope="module")
def copied(site):
    return {path: page for path, page in site.pages.items() if has_copy(page)}


def parts(site, path):
    """Return the front matter and the text of a copy."""
    _, head, text = site.read(path).split("---\n", 2)
    return yaml.safe_load(head), text.lstrip("\n")


def test_every_page_that_readers_may_find_has_a_copy_and_names_it(site, copied):
    assert len(copied) > 40
    assert {path for path in site.files if path.endswith(".md")} == {copy_of(path) for path in copied}
    for page in site.pages.values():
        named = [link.target for link in page.links if link.tag == "link" and link.target.endswith(".md")]
        assert len(named) == (1 if page.path in copied else 0), page.path


def test_a_copy_says_what_it_is_of(site):
    head, text = parts(site, "en/admin/duration/index.md")
    assert head.pop("checked").count("-") == 2
    assert len(head.pop("description")) > 50
    assert head == {
        "title": "Duration and date of the upgrade",
        "language": "en",
        "view": "Administrator view",
        "url": "https://help.example/en/admin/duration/",
        "site": "Upgrade help for Cloud PBX 2.0",
    }
    assert text.startswith("# Duration and date of the upgrade\n\n## Examples")
    assert "| 1,200 | approx. 60 minutes |" in text
    assert "[Estimate the duration](https://help.example/en/admin/duration/#estimate)" in text
    assert "view" not in parts(site, "index.md")[0]


def test_copies_have_no_raw_syntax_and_full_addresses_only(site, copied):
    for path in (*map(copy_of, copied), LIST):
        text = site.read(path)
        assert not RAW.search(text), path
        assert all(re.match(r"https?:|mailto:|tel:", target) for target in re.findall(r"\]\(([^)]*)\)", text)), path


def test_another_parser_reads_the_words_of_the_page_in_its_copy(site, copied):
    for page in copied.values():
        tree = LexborHTMLParser(page.html)
        article = tree.css_first("article")
        if article.css("form, svg, table, img, video"):
            continue  # told in other words, or with words in between
        for node in article.css(LEFT_OUT):
            node.decompose()
        text = parts(site, copy_of(page.path))[1].replace("- [ ] ", "- ")
        html = Markdown(extensions=["sane_lists"]).convert(text.replace("\\\n", "\n"))
        assert _words(html) == _words(article.html), page.path


def _words(html):
    text = LexborHTMLParser(re.sub(r"</(?:p|h\d|li|dt|dd)>", " ", html)).text()
    return re.sub("[\xa0\u202f]", " ", text).replace("\u2011", "-").split()


def test_the_list_names_every_copy_once_in_the_order_of_the_menus(site, copied):
    text = site.read(LIST)
    assert re.match(r"# [^\n]+\n\n> [^\n]+\n>\n> [^\n]+\n\n## ", text)
    named = re.findall(r"^- \[[^\]]+\]\(https://help\.example/(\S*)\): .{40,}$", text, re.M)
    assert sorted(named) == sorted(map(copy_of, copied))
    assert re.findall(r"^## (.*)$", text, re.M) == [
        f"{section} ({language})"
        for language, sections in (
            ("Deutsch", ("Anwender-Ansicht", "Administrator-Ansicht", "Weitere Seiten")),
            ("English", ("User view", "Administrator view", "Other pages")),
        )
        for section in sections
    ]
    order = [path.removesuffix("/index.md") for path in named if path.startswith("admin/")]
    assert order.index("admin/plan") < order.index("admin/checklist") < order.index("admin/book")


def test_copies_are_served_as_markdown(ask):
    for path in ("/admin/book/index.md", "/index.md", "/en/index.md"):
        reply = ask(path)
        assert (reply.status, reply.headers["Content-Type"]) == (200, "text/markdown; charset=utf-8")
    assert ask("/llms.txt").headers["Content-Type"] == "text/plain; charset=utf-8"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_button_copies_the_page_and_says_so(open_page, site, language):
    path = {"de": "admin/book/", "en": "en/admin/book/"}[language]
    page = open_page(path)
    page.context.grant_permissions(["clipboard-write"])
    page.locator(".js").wait_for(state="attached")
    assert not page.evaluate(
        "performance.getEntriesByType('resource').some(({name}) => /page-copy|index.md/.test(name))"
    )
    page.locator(".copy-page__button").press("Enter")
    page.get_by_role("status").get_by_text(COPIED[language], exact=True).wait_for()
    page.evaluate("document.querySelector('article').append(document.createElement('textarea'))")
    page.locator("textarea").press("Control+V")  # the policy forbids scripts to read the clipboard
    assert page.locator("textarea").input_value() == site.read(f"{path}index.md")


def test_where_the_clipboard_is_refused_the_button_leads_to_the_copy(open_page, address):
    page = open_page("user/")
    page.evaluate("Navigator.prototype.__defineGetter__('clipboard', () => undefined)")
    page.locator(".js").wait_for(state="attached")
    page.locator(".copy-page__button").click()
    page.locator(f'.copy-page__said a[href="{address}user/index.md"]').wait_for()
    assert page.locator(".copy-page__said").inner_text().endswith(f"{address}user/index.md")


def test_without_scripts_and_on_paper_there_is_no_button(open_page):
    page = open_page("user/", java_script_enabled=False)
    assert not page.locator(".copy-page").is_visible()
    page = open_page("user/")
    assert page.locator(".copy-page").is_visible()
    page.emulate_media(media="print")
    assert not page.locator(".copy-page").is_visible()
    assert open_page("search/").locator(".copy-page").count() == 0
