import os
import re
import shutil
import subprocess
import sys
import unicodedata
from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise

import markdown
import pikepdf
import pypdfium2.raw as pdfium
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from portal.publishing.checklist import pdf as checklist_pdf
from portal.publishing.checklist.content import Checklist, ChecklistPdfError
from portal.publishing.checklist.fonts import SHAPED_AWAY, read_typeface
from portal.publishing.checklist.form import Field, add_form
from portal.publishing.checklist.markdown import ChecklistExtension
from portal.publishing.checklist.page import read_checklist
from portal.publishing.checklist.pdf import render_pdf
from portal.publishing.checklist.words import PdfWords
from pypdf import PdfReader, PdfWriter
from pypdfium2 import PdfDocument

DATE = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
WORDS = PdfWords(
    "zum Ausfüllen, {size} KB",
    "Administrator",
    "Unternehmen",
    "Datum",
    "Notizen",
    "Seite {page} von {pages}",
    "Stand: {date}",
    "Zweck",
)
URL = "https://help.example/admin/checklist/"
TYPED = "Łódź Žluťoučký Őrség Şile"
NAMES = f"{TYPED} Ķīša"  # PDFium has no character set for letters of the Baltic: it takes them from the system's fonts
LETTERS = "ÄÖÜäöüßéèñøåŁłÓóŹźŻżĄąĆćĘęŃńŚśČčĎďĚěŇňŘřŠšŤťŮůŽžŐőŰűĂăȘșȚțĐđĞğĪīĶķĻļŅņŪū€"
PAGE = """\
# Checkliste

Vorab.

- [ ] **Planen** {#plan}

    Siehe [den *dritten* Schritt](../step-3/) und [mehr](https://x.example/).

    - eins
    - zwei

    !!! tip "Tipp"

        1. Früh.

- [ ] **Prüfen, ä** {#date}

## Danach

Text mit [Adresse](mailto:a@b.example).
"""


def read(text):
    html = markdown.markdown(text, extensions=[ChecklistExtension(), "admonition"])
    return read_checklist(html, "de", URL)


def made_of(words):
    """A checklist of one item with this text."""
    title = {"kind": "par", "children": [{"kind": "strong", "children": [{"kind": "text", "text": "Titel"}]}]}
    text = {"kind": "par", "children": [{"kind": "text", "text": words}]}
    return Checklist(
        "de", "C", ({"kind": "checklist", "children": [{"kind": "item", "id": "a", "children": [title, text]}]},)
    )


@pytest.fixture(scope="module")
def render(project):
    def render_it(page=PAGE):
        checklist = read(page) if isinstance(page, str) else page
        return render_pdf(checklist, WORDS, "Hilfe", project / "docs/assets/fonts", DATE)

    return render_it


@pytest.fixture(scope="module")
def pdf(render):
    with pikepdf.open(BytesIO(render())) as opened:
        yield opened


def text_of(data):
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)


def squeezed(text):
    return "".join(char for char in text if not char.isspace() and char not in SHAPED_AWAY)


def elements(node, parents=()):
    """Yield (element, its ancestors' roles) of the structure tree, in reading order."""
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid, parents
            yield from elements(kid, (*parents, str(kid.S)))


def annotations(element):
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            yield from [kid.Obj] if kid.get("/Type") == "/OBJR" else annotations(kid)


def test_the_pdf_has_its_metadata(render):
    reader = PdfReader(BytesIO(render()))
    root, about = reader.root_object, reader.metadata
    assert (about.title, about.author, about.subject, root["/Lang"]) == ("Checkliste", "Hilfe", "Zweck", "de")
    assert about.creation_date.date() == about.modification_date.date() == DATE.date()
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] and root["/MarkInfo"]["/Marked"]
    assert [entry.title for entry in reader.outline if not isinstance(entry, list)] == ["Checkliste"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()


def test_date_and_page_number_are_shown(render):
    text = text_of(render())
    assert "Stand: 22.11.2026" in text and "Seite 1 von 1" in text


def test_each_field_has_name_label_role_and_position_in_reading_order(pdf):
    found = [
        (str(note.T), str(note.TU), str(note.FT), parents[-1])
        for element, parents in elements(pdf.Root.StructTreeRoot)
        for note in annotations(element)
        if element.S == "/Form"
    ]
    assert found == [
        ("text:administrator", "Administrator", "/Tx", "/P"),
        ("text:company", "Unternehmen", "/Tx", "/P"),
        ("text:date", "Datum", "/Tx", "/P"),
        ("plan", "Planen", "/Btn", "/Lbl"),
        ("date", "Prüfen, ä", "/Btn", "/Lbl"),
        ("text:notes", "Notizen", "/Tx", "/P"),
    ]
    assert [str(field.T) for field in pdf.Root.AcroForm.Fields] == [name for name, *_ in found]
    widgets = [note for page in pdf.pages for note in page.Annots if note.Subtype == "/Widget"]
    assert [str(widget.T) for widget in widgets] == [name for name, *_ in found]


def test_widgets_are_printed_and_have_no_remains_of_the_link(pdf):
    for field in pdf.Root.AcroForm.Fields:
        assert (field.Subtype, field.F) == ("/Widget", 4)
        assert not {"/A", "/Contents", "/Border", "/QuadPoints"} & set(field.keys())
    assert all(page.Tabs == "/S" for page in pdf.pages)
    assert "/NeedAppearances" not in pdf.Root.AcroForm
    assert pdf.Root.AcroForm.Fields[-1].Ff == 1 << 12  # the notes have more than one line


def test_boxes_are_drawn_as_lines_and_empty_without_a_tick(pdf):
    boxes = [field for field in pdf.Root.AcroForm.Fields if field.FT == "/Btn"]
    for box in boxes:
        assert (box.V, box.AS) == ("/Off", "/Off") and set(box.AP.N.keys()) == {"/Yes", "/Off"}
        assert box.AP.N.Off.read_bytes() == b"q Q" and box.AP.N.Off.read_raw_bytes()  # an empty stream is a broken one
        drawing = box.AP.N.Yes.read_bytes()
        assert b" S" in drawing and b"Tf" not in drawing
        # Viewers that draw their own tick take the character and the font from here; without, PyMuPDF draws a 3.
        assert (str(box.MK.CA), str(box.DA)) == ("4", "/ZaDb 0 Tf 0 g")
    assert len(boxes) == 2


def test_typed_text_is_rendered_with_an_embedded_font(pdf):
    font = pdf.Root.AcroForm.DR.Font.Text
    assert (font.Subtype, font.Encoding) == ("/Type0", "/Identity-H")
    inner = font.DescendantFonts[0]
    assert (inner.Subtype, inner.CIDToGIDMap) == ("/CIDFontType2", "/Identity")
    assert len(inner.FontDescriptor.FontFile2.read_bytes()) == inner.FontDescriptor.FontFile2.Length1
    data = TTFont(BytesIO(inner.FontDescriptor.FontFile2.read_bytes()))
    assert data.getBestCmap().keys() >= set(map(ord, LETTERS))
    assert len(inner.W[1]) == len(data.getGlyphOrder())
    mapped = re.findall(
        "<([0-9A-F]{4})> <([0-9A-F]{4})>", font.ToUnicode.read_bytes().decode().partition("endcodespacerange")[2]
    )
    assert {int(code, 16) for _, code in mapped} >= set(map(ord, LETTERS))
    assert all(data.getBestCmap()[int(code, 16)] == data.getGlyphName(int(glyph, 16)) for glyph, code in mapped)
    for field in pdf.Root.AcroForm.Fields:
        if field.FT == "/Tx":
            assert str(field.DA).startswith("/Text ") and field.AP.N.read_bytes() == b"/Tx BMC EMC"


def test_links_are_described_by_text_and_address(pdf):
    links = [element for element, _ in elements(pdf.Root.StructTreeRoot) if element.S == "/Link"]
    assert [str(note.Contents) for link in links for note in annotations(link)] == [
        "den dritten Schritt (https://help.example/admin/step-3/)",
        "mehr (https://x.example/)",
        "Adresse (mailto:a@b.example)",
    ]


def test_headings_and_lists_are_tagged_as_such(pdf):
    tree = list(elements(pdf.Root.StructTreeRoot))
    assert [str(element.S) for element, _ in tree if str(element.S).startswith("/H")] == ["/H1", "/H2"]
    for element, parents in tree:
        expected = {"/LI": "/L", "/Lbl": "/LI", "/LBody": "/LI"}.get(str(element.S))
        assert expected is None or parents[-1] == expected
    lists = [element for element, _ in tree if element.S == "/L"]
    assert str(lists[0].A[0].ListNumbering) == "/None"


def test_all_content_is_tagged_or_an_artifact(pdf):
    painting = {"Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh"}
    for page in pdf.pages:
        marked = []
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) in ("BDC", "BMC"):
                marked.append(str(operands[0]) == "/Artifact" or "/MCID" in operands[1])
            elif str(operator) == "EMC":
                marked.pop()
            assert str(operator) not in painting or any(marked)


def filled(data):
    writer = PdfWriter(clone_from=BytesIO(data))
    values = {"text:administrator": "Ärztin Süß", "text:notes": "Zeile\nZeile", "plan": "/Yes"}
    writer.update_page_form_field_values(None, values, auto_regenerate=False)
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_a_filled_form_keeps_its_values_and_its_tags(render):
    with pikepdf.open(BytesIO(filled(render()))) as form:
        fields = {str(field.T): field for field in form.Root.AcroForm.Fields}
        assert (str(fields["text:administrator"].V), fields["plan"].AS, fields["date"].AS) == (
            "Ärztin Süß",
            "/Yes",
            "/Off",
        )
        assert b"BMC" in fields["text:administrator"].AP.N.read_bytes()
        assert str(fields["text:administrator"].AP.N.Resources.Font.Text.Subtype) == "/Type0"
        assert [str(element.S) for element, _ in elements(form.Root.StructTreeRoot)].count("/Form") == 6


def test_names_of_any_latin_alphabet_can_be_filled_in(render):
    writer = PdfWriter(clone_from=BytesIO(render()))
    writer.update_page_form_field_values(None, {"text:company": NAMES}, auto_regenerate=False)
    buffer = BytesIO()
    writer.write(buffer)
    with PdfDocument(buffer.getvalue()) as document:
        document.init_forms()
        document[0].flatten()
        assert NAMES in document[0].get_textpage().get_text_range()


def test_names_can_be_typed_in_the_viewer_of_chromium(pdf, render):
    [field] = [field for field in pdf.Root.AcroForm.Fields if field.T == "text:company"]
    left, bottom, _, top = map(float, field.Rect)
    with PdfDocument(render()) as document:
        document.init_forms()
        form, page = document.formenv.raw, document[0]
        pdfium.FORM_OnAfterLoadPage(page, form)
        pdfium.FORM_OnLButtonDown(form, page, 0, left + 5, (bottom + top) / 2)
        pdfium.FORM_OnLButtonUp(form, page, 0, left + 5, (bottom + top) / 2)
        for letter in TYPED:
            pdfium.FORM_OnChar(form, page, ord(letter), 0)
        pdfium.FORM_ForceToKillFocus(form)
        buffer = BytesIO()
        document.save(buffer)
    with PdfDocument(buffer.getvalue()) as document:
        document.init_forms()
        document[0].flatten()
        assert TYPED in document[0].get_textpage().get_text_range()


SCRIPT = """
import sys
sys.path[:0] = [sys.argv[1], sys.argv[2]]
from pathlib import Path
from test_pdf import DATE, PAGE, WORDS, read, render_pdf
sys.stdout.buffer.write(render_pdf(read(PAGE), WORDS, "Hilfe", Path(sys.argv[3]), DATE))
"""


@pytest.mark.parametrize(
    ("zone", "locale", "seed"), [("Pacific/Auckland", "C", "1"), ("America/Lima", "de_DE.UTF-8", "2")]
)
def test_the_pdf_is_reproducible_on_any_machine(project, render, tmp_path, zone, locale, seed):
    fonts = shutil.copytree(project / "docs/assets/fonts", tmp_path / "elsewhere")
    hooks = shutil.copytree(project / "hooks", tmp_path / "hooks")
    command = [sys.executable, "-c", SCRIPT, str(hooks), str(project / "tests/portal/publishing/checklist"), str(fonts)]
    env = {**os.environ, "TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": seed, "TMPDIR": str(tmp_path)}
    assert subprocess.run(command, env=env, cwd=tmp_path, capture_output=True, check=True).stdout == render()


def test_text_is_never_interpreted_as_markup(render):
    words = "#let *a* _b_ $c$ \\ \"[x]\" <y> @z // == -- ... 'q'"
    assert words in text_of(render(made_of(words)))


@pytest.fixture(scope="module")
def alphabet(project):
    drawable = read_typeface(project / "docs/assets/fonts").characters
    return sorted(char for char in drawable if char.isprintable() and not unicodedata.combining(char))


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_any_text_of_an_item_is_in_the_pdf_with_its_fields(render, alphabet, data):
    word = st.text(st.sampled_from(alphabet), min_size=1, max_size=12)
    words = " ".join(" ".join(data.draw(st.lists(word, min_size=1, max_size=40))).split())
    rendered = render(made_of(words or "x"))
    found = PdfReader(BytesIO(rendered))
    with pikepdf.open(BytesIO(rendered)) as opened:
        spoken = "".join(str(field.T) for field in opened.Root.AcroForm.Fields)
    assert spoken == "text:administratortext:companytext:dateatext:notes"
    between = squeezed("".join(page.extract_text() for page in found.pages)).split("Titel", 1)[1]
    assert comparable(words or "x") in comparable(between)


def comparable(text):
    """Text from a PDF may split ligatures, and swap characters that share a glyph."""
    return squeezed(unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize("char", ["\U0001f600", "ש", "ب", "漢"])
def test_a_character_missing_from_the_typeface_is_reported(render, char):
    with pytest.raises(ChecklistPdfError, match=f"no glyph for .*U\\+{ord(char):04X}") as error:
        render(made_of(f"Text {char}"))
    assert error.value.words == char


def test_a_word_wider_than_the_column_is_reported(render):
    with pytest.raises(ChecklistPdfError, match="wider than the column") as error:
        render(made_of("Ein " + "Wort" * 60))
    assert "WortWort" in error.value.words
    render(made_of("Wort " * 60))


def test_the_notes_have_room_for_four_lines(pdf):
    notes = pdf.Root.AcroForm.Fields[-1]
    _, bottom, _, top = map(float, notes.Rect)
    assert notes.Ff == 1 << 12 and top - bottom > 4 * 10 * 1.2  # 10 points, with space between lines


@pytest.mark.parametrize("millimetres", [12, 30])
def test_the_layout_and_the_check_of_its_width_use_the_same_margin(render, monkeypatch, millimetres):
    margin = millimetres / 25.4 * 72
    monkeypatch.setattr(checklist_pdf, "MARGIN", margin)
    data = render(made_of("Wort " * 60))
    with pikepdf.open(BytesIO(data)) as made:
        notes, (_, _, width, _) = made.Root.AcroForm.Fields[-1], made.pages[0].MediaBox
        left, _, right, _ = map(float, notes.Rect)
        assert (left, right) == pytest.approx((margin, float(width) - margin), abs=0.5)


def test_a_word_that_only_extends_into_the_margin_is_reported(render):
    """It stays on the page: the longest word that passes ends less than a letter before the margin."""
    passed = next(count for count in range(20, 100) if _is_too_wide(render, "m" * (count + 1)))
    with PdfDocument(render(made_of("m" * passed))) as document:
        text = document[0].get_textpage()
        edge = max(text.get_charbox(index)[2] for index in range(text.count_chars()))
        first = text.get_text_range().index("mm")
        letter = text.get_charbox(first + 1)[0] - text.get_charbox(first)[0]
        limit = document[0].get_width() - checklist_pdf.MARGIN + 1
    assert limit - letter - 1 < edge <= limit


def _is_too_wide(render, word):
    try:
        render(made_of(word))
    except ChecklistPdfError:
        return True
    return False


def test_an_item_longer_than_a_page_continues_on_the_next(render):
    data = render(made_of("Wort " * 2500 + "Ende"))
    text = text_of(data)
    assert text.count("Wort") == 2500 and "Ende" in text and "Seite 3 von 3" in text


def test_two_hundred_items_are_two_hundred_boxes(render):
    data = render("# C\n\n" + "".join(f"- [ ] **Punkt {n}** {{#p{n}}}\n\n    Text {n}.\n\n" for n in range(200)))
    reader = PdfReader(BytesIO(data))
    assert [name for name in reader.get_fields() if name.startswith("p")] == [f"p{n}" for n in range(200)]
    rects = [
        (number, -note["/Rect"][3])
        for number, page in enumerate(reader.pages)
        for note in page["/Annots"]
        if note["/FT"] == "/Btn"
    ]
    assert all(one < other for one, other in pairwise(rects))


def test_a_duplicate_id_is_reported(render):
    with pytest.raises(ChecklistPdfError, match="contains the id a twice"):
        render("# C\n\n- [ ] **A** {#a}\n- [ ] **B** {#a}\n")


def test_a_checklist_without_items_is_reported(render):
    with pytest.raises(ChecklistPdfError, match="no checklist item"):
        render("# C\n\nText.\n")


def test_a_skipped_heading_level_is_reported(render):
    with pytest.raises(ChecklistPdfError, match="Typst can't lay out"):
        render("# C\n\n#### D\n\n- [ ] **A** {#a}\n")


@pytest.mark.parametrize("address", ["https://form.invalid/3", "https://form.invalid/x", "https://form.invalid/99"])
def test_a_link_to_the_placeholder_of_a_field_is_reported(render, address):
    with pytest.raises(ChecklistPdfError, match="is duplicated or unknown in the PDF"):
        render(f"# C\n\n- [ ] **A** {{#a}}\n\n    [x]({address})\n")


def test_a_missing_field_is_reported(render):
    with pikepdf.open(BytesIO(render())) as made, pytest.raises(ChecklistPdfError, match="field new is missing"):
        add_form(made, [Field("new", "Neu")], pikepdf.Dictionary())


def test_on_paper_each_link_has_a_number_and_each_address_is_told_once(render):
    again = PAGE + "\nNoch einmal [dort](https://x.example/).\n"
    text = "".join(PdfReader(BytesIO(render(again))).pages[0].extract_text().split())
    assert "Schritt1und" in text and "mehr2." in text and "Adresse3." in text and "dort2." in text
    assert text.count("1help.example/admin/step-3") == text.count("2x.example") == text.count("3a@b.example") == 1
