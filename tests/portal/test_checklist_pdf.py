from datetime import datetime, timezone
from io import BytesIO

import pytest
from portal.checklist import Checklist, ChecklistItem
from portal.checklist_pdf import ChecklistPdfError, render_pdf
from pypdf import PdfReader

DATE = datetime(2026, 11, 22, tzinfo=timezone.utc)


def checklist(words="„Grüße“ – ®"):
    text = {"kind": "text", "text": words}
    title = {"kind": "par", "children": [{"kind": "strong", "children": [text]}]}
    link = {"kind": "link", "url": "https://help.example/", "children": [text]}
    items = tuple(ChecklistItem(f"i{n}", (title, {"kind": "par", "children": [link]})) for n in range(9))
    return Checklist("de", "Checkliste", (), items)


def test_the_pdf_holds_the_words_language_title_and_links(project):
    reader = PdfReader(BytesIO(render_pdf(checklist(), project / "docs/assets/fonts", DATE)))
    assert reader.pages[0].extract_text().count("„Grüße“ – ®") == 18
    assert (reader.metadata.title, reader.root_object["/Lang"]) == ("Checkliste", "de")
    assert "https://help.example/" in {str(a.get_object()["/A"]["/URI"]) for a in reader.pages[0]["/Annots"]}


def test_the_same_content_gives_the_same_bytes(project):
    assert len({render_pdf(checklist(), project / "docs/assets/fonts", DATE) for _ in range(2)}) == 1


def test_text_is_never_taken_for_markup(project):
    words = '#let *a* _b_ $c$ \\ "[x]" <y> @z // =='
    text = PdfReader(BytesIO(render_pdf(checklist(words), project / "docs/assets/fonts", DATE))).pages[0].extract_text()
    assert words in text


def test_a_missing_font_is_told_with_its_mend(tmp_path):
    with pytest.raises(ChecklistPdfError, match="restore the WOFF2 files"):
        render_pdf(checklist(), tmp_path, DATE)
