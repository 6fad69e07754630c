"""The checklist's PDF and checklist.json as the real build makes them."""

import json
import shutil
from io import BytesIO
from urllib.parse import urljoin

import pytest
import yaml
from portal.languages import LANGUAGES, published_path
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

EPOCH = "1795305600"  # 2026-11-22
INFORMS = "desk-phones"  # an item with nothing to tick
TEXT_FIELDS = ["text:administrator", "text:company", "text:date"]


def squeezed(text):
    # A PDF breaks lines, and Typst may break at a hyphen: what is left are the letters.
    return "".join(char for char in text if not char.isspace())


def article(site, language):
    node = LexborHTMLParser(site.pages[published_path(language, "admin/checklist.md") + "index.html"].html).css_first(
        "article"
    )
    own = [paragraph for paragraph in node.css("p") if "checklist.pdf" in (paragraph.html or "")]
    for part in own + node.css(".headerlink, .checklist__box, .checklist-tools, dialog, template, nav, script"):
        part.decompose()
    return node


def readable(url):
    """An address as paper has it, to type."""
    return url.removeprefix("https://").rstrip("/")


def published(site, language, suffix):
    return (site.root / (published_path(language, "admin/checklist.md").rstrip("/") + suffix)).read_bytes()


def own_words(project, language):
    text = (project / f"docs/{language}/admin/checklist.md").read_text("utf-8")
    return yaml.safe_load(text.split("---\n")[1])["pdf"]


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


def test_the_pdf_has_the_words_of_the_page_and_its_own_and_nothing_else(site, project, language):
    reader, words = PdfReader(BytesIO(published(site, language, ".pdf"))), own_words(project, language)
    page = article(site, language)
    links = page.css("a")
    base = f"https://help.example/{published_path(language, 'admin/checklist.md')}"

    def full_address(link):
        return urljoin(base, link.attributes["href"])

    addresses = list(dict.fromkeys(map(full_address, links)))
    title = page.css_first("h1").text().strip()
    rest = squeezed("".join(sheet.extract_text() for sheet in reader.pages))
    lines = [
        words["administrator"] + words["company"] + words["date"],
        words["notes"],
        words["page"].format(page=1, pages=1),
    ]
    version = next(
        line for line in reader.pages[0].extract_text().splitlines() if line.startswith(words["version"].split("{")[0])
    )
    for own in map(squeezed, [version, *lines]):
        assert rest.count(own) == 1
        rest = rest.replace(own, "")
    for link in links:
        link.insert_after(str(addresses.index(full_address(link)) + 1))
    printed = squeezed("".join(f"{number}{readable(url)}" for number, url in enumerate(addresses, 1)))
    assert len(addresses) == 11 and rest.count(printed) == 1
    rest = rest.replace(printed, "")
    title_of_informing = squeezed(page.css_first(f"#{INFORMS} strong").text())
    assert rest.count(f"i{title_of_informing}") == 1  # the sign in the place of the box
    rest = rest.replace(f"i{title_of_informing}", title_of_informing)
    assert rest == squeezed(page.text())
    assert reader.metadata.title == title and len(reader.pages) == 1


def test_the_pdf_has_a_field_for_each_item_of_the_page_in_its_order(site, language):
    fields = PdfReader(BytesIO(published(site, language, ".pdf"))).get_fields()
    items = [
        (item.attributes["id"], item.css_first("strong").text())
        for item in article(site, language).css("ul.checklist > li")
        if item.attributes["id"] != INFORMS
    ]
    assert list(fields) == [*TEXT_FIELDS, *(name for name, _ in items), "text:notes"] and len(items) == 8
    for name, title in items:
        assert squeezed(fields[name]["/TU"]).startswith(squeezed(title))


def test_the_json_has_the_items_of_the_page(site, language):
    document = json.loads(published(site, language, ".json"))
    items = article(site, language).css("ul.checklist > li")
    assert [item["id"] for item in document["items"]] == [item.attributes["id"] for item in items]
    assert [squeezed(item["title"] + item["text"]) for item in document["items"]] == [
        squeezed(item.text()) for item in items
    ]
    assert [item["id"] for item in document["items"] if not item["task"]] == [INFORMS]
    assert document["language"] == language


def test_the_pdf_is_the_same_in_another_folder_and_time_zone(copy, build_project, tmp_path):
    other = shutil.copytree(copy, tmp_path / "other")
    for folder, zone in ((copy, "Pacific/Auckland"), (other, "America/Lima")):
        run = build_project(folder, SOURCE_DATE_EPOCH=EPOCH, TZ=zone, PYTHONHASHSEED=str(len(zone)))
        assert run.returncode == 0, run.stdout
    for path in ("admin/checklist.pdf", "en/admin/checklist.pdf", "admin/checklist.json"):
        assert (copy / "site" / path).read_bytes() == (other / "site" / path).read_bytes()
    about = PdfReader(other / "site/admin/checklist.pdf").metadata
    assert f"{about.creation_date:%Y-%m-%d}" == "2026-11-22"


@pytest.mark.parametrize(
    ("old", "new", "location", "message"),
    [
        ("  notes:", "  note:", "docs/de/admin/checklist.md", "the front matter has no text for pdf.notes"),
        ("Sollte doch", "Sollte \U0001f600 doch", "docs/de/admin/checklist.md:", "the typeface has no glyph for"),
    ],
)
def test_what_keeps_the_pdf_from_being_made_stops_the_build_at_its_place(
    copy, build_project, old, new, location, message
):
    page = copy / "docs/de/admin/checklist.md"
    text = page.read_text("utf-8")
    assert old in text
    page.write_text(text.replace(old, new), "utf-8")
    run = build_project(copy)
    assert run.returncode == 1
    assert f"error[checklist-item]: {message}" in run.stdout and f"  --> {location}" in run.stdout
    assert "Traceback" not in run.stdout
