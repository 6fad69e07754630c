import json

import markdown
import pytest
from portal.publishing.checklist.content import ChecklistPdfError, plain_text, walk
from portal.publishing.checklist.markdown import ChecklistExtension
from portal.publishing.checklist.page import read_checklist

URL = "https://help.example/admin/checklist/"
PAGE = """\
# Checkliste

Vorab.

[PDF](../checklist.pdf)

Auch ein [anderes PDF](../other.pdf).

- [ ] **Planen** {#plan}

    Siehe [Schritt](../step-3/ä?a=1#b).

    !!! tip "Tipp"

        Früh.

- [ ] **Prüfen** {#check}

Danach.
"""


def read(text):
    html = markdown.markdown(text, extensions=[ChecklistExtension(), "admonition", "tables", "md_in_html"])
    return read_checklist(html, "de", URL)


def words(text):
    return plain_text(read(text).blocks)


def test_the_items_of_the_page_are_the_items_of_the_checklist():
    checklist = read(PAGE)
    assert checklist.title == "Checkliste"
    assert [(item.id, item.title, item.text) for item in checklist.items] == [
        ("plan", "Planen", "Siehe Schritt.\nTipp\nFrüh."),
        ("check", "Prüfen", ""),
    ]


def test_text_keeps_its_place_before_or_after_the_list():
    assert [block["kind"] for block in read(PAGE).blocks] == ["par", "par", "checklist", "par"]


def test_links_are_absolute_and_ascii():
    links = [node["url"] for node in walk(read(PAGE).blocks) if node["kind"] == "link"]
    assert "https://help.example/admin/step-3/%C3%A4?a=1#b" in links


def test_only_the_paragraph_with_the_link_to_the_pdf_is_left_out():
    text = words(PAGE)
    assert "anderes PDF" in text and "Vorab" in text and text.count("PDF") == 1


def test_spaces_collapse_as_in_a_browser():
    assert words("a\u00a0b  *c*  d  \n e") == "a\u00a0b c d\ne"


@pytest.mark.parametrize(
    "text", ["| a |\n|---|\n| b |", "![Bild](b.png)", "    code", "<video src='a.mp4'></video>", "---"]
)
def test_unsupported_elements_are_an_error(text):
    with pytest.raises(ChecklistPdfError, match="can't show the element <"):
        read(f"# T\n\n{text}\n")


def test_an_item_without_an_id_is_an_error():
    with pytest.raises(ChecklistPdfError, match="no id") as error:
        read("- [ ] **Planen**\n")
    assert error.value.words == "Planen"


def test_headings_quotes_and_numbered_lists_are_kept():
    kinds = [block["kind"] for block in read("## H {#h}\n\n> Q\n\n3. x\n4. y\n").blocks]
    assert kinds == ["heading", "note", "enum"]


def test_the_json_has_the_items_of_the_page():
    document = json.loads(read(PAGE).to_json())
    assert document["items"][0] == {
        "id": "plan",
        "title": "Planen",
        "text": "Siehe Schritt.\nTipp\nFrüh.",
        "task": True,
    }
    assert (document["schema"], document["language"], document["title"]) == (1, "de", "Checkliste")
