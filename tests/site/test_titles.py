"""Titles, names and descriptions are text: whatever characters they have, readers see those and nothing else."""

import json
import re
from io import BytesIO

import pytest
from audit.markup import nu_faults
from lxml import etree
from portal.site.site import Site
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

HEADING = """# Der **neue** "Client" &amp; <i>Co</i> &quot;x&quot; 'y' a < b"""
TITLE = """Der neue „Client“ & Co "x" ‚y‘ a < b"""  # what entities write stays
NAME = """"A" & <b>B</b> 'c' &amp; d"""
SET = """„A“ & <b>B</b> ‚c‘ &amp; d"""  # a page's title and description get the quotes of their language
PAGES = ("admin/checklist", "admin/versions", "user/notice")


@pytest.fixture
def titled(copy, build_project):
    """The site with such headings, front matter, section, site name and description."""
    for page in PAGES:
        file = copy / f"docs/de/{page}.md"
        text = re.sub(r"(?m)^title: .*\n", "", file.read_text("utf-8"))
        file.write_text(re.sub(r"(?m)^# .*$", lambda _: HEADING, text, count=1), "utf-8")
    file = copy / "docs/de/user/before.md"
    text = re.sub(r"(?m)^(?:title|description): .*\n", "", file.read_text("utf-8"))
    head = f"---\ntitle: {json.dumps(NAME)}\ndescription: {json.dumps(NAME)}\n"
    file.write_text(text.replace("---\n", head, 1), "utf-8")
    config = copy / "mkdocs.yml"
    text = re.sub(
        r"(?m)^(site_name|site_description): .*$", lambda m: f"{m[1]}: {json.dumps(NAME)}", config.read_text()
    )
    config.write_text(text.replace("Vorbereiten:", f"{json.dumps(NAME)}:"), "utf-8")
    run = build_project(copy, "--no-strict")
    assert run.returncode == 0, run.stdout
    return Site(copy / "site")


def test_readers_see_titles_as_they_are_meant(titled):
    page = LexborHTMLParser(titled.pages["admin/checklist/index.html"].html)
    assert page.css_first("title").text().startswith(TITLE)
    assert page.css_first("meta[property='og:title']").attributes["content"] == TITLE
    assert page.css_first("meta[property='og:site_name']").attributes["content"] == NAME
    assert page.css_first(".brand span").text() == NAME
    assert [item.text().strip() for item in page.css(".path li")][-2:] == [NAME, TITLE]
    assert {NAME, TITLE} <= {entry.text().strip() for entry in page.css(".menu .section, .menu a")}
    named = LexborHTMLParser(titled.pages["user/before/index.html"].html)
    assert named.css_first("meta[name='description']").attributes["content"] == SET
    assert named.css_first("meta[property='og:title']").attributes["content"] == SET
    assert named.css_first(".neighbours__next").text().strip().endswith(TITLE)
    start = LexborHTMLParser(titled.pages["index.html"].html)
    assert start.css_first("title").text() == NAME
    sitemap = LexborHTMLParser(titled.pages["sitemap/index.html"].html)
    assert {NAME, TITLE} <= {entry.text().strip() for entry in sitemap.css("article .section, article a")}
    feed = etree.parse(titled.root / "admin/versions/feed.xml")
    assert feed.findtext("{*}title") == TITLE and feed.findtext("{*}author/{*}name") == NAME
    assert json.loads((titled.root / "admin/checklist.json").read_text("utf-8"))["title"] == TITLE
    pdf = PdfReader(BytesIO((titled.root / "admin/checklist.pdf").read_bytes()))
    assert (pdf.metadata.title, pdf.metadata.author, pdf.outline[0].title) == (TITLE, NAME, TITLE)
    [index] = [path for path in titled.files if path.startswith("assets/search/de-admin.") and path.endswith(".json")]
    found = next(page for page in json.loads(titled.read(index))["pages"] if page["url"] == "admin/checklist/")
    assert found["title"] == TITLE
    assert nu_faults(titled.root) == []
