import markdown
import pytest
from portal.checklist import check_checklist, plain_text, read_checklist
from portal.checklist_markdown import ChecklistExtension
from portal.sources import read_source

PAGE = """\
# Checkliste

Vorab. [PDF](checklist.pdf)

- [ ] **Planen** {#plan}

    Siehe [Schritt](../step-3/).

    !!! tip "Tipp"

        Früh.

- [ ] **Prüfen** {#check}
"""


def read(text):
    html = markdown.markdown(text, extensions=[ChecklistExtension(), "admonition"])
    return read_checklist(html, "de", "https://help.example/admin/checklist/")


def test_the_items_of_the_page_are_the_items_of_the_checklist():
    checklist = read(PAGE)
    assert checklist.title == "Checkliste"
    assert [item.id for item in checklist.items] == ["plan", "check"]
    assert plain_text(checklist.items[0].blocks).split() == "Planen Siehe Schritt. Tipp Früh.".split()


def test_links_are_full_addresses_for_paper():
    assert "https://help.example/admin/step-3/" in str(read(PAGE).items[0].blocks)


def test_the_paragraph_that_offers_the_pdf_is_not_in_the_pdf():
    assert "PDF" not in plain_text(read(PAGE).intro)


@pytest.mark.parametrize(
    ("item", "message"),
    [
        ("- [ ] **Planen**", "no id"),
        ("- [ ] Planen {#plan}", "no bold title"),
        ("- [x] **Planen** {#plan}", "empty box"),
        ("- [ ] **A** {#plan}\n- [ ] **B** {#plan}", "stands here twice"),
    ],
)
def test_an_item_that_is_not_whole_is_told(write_docs, item, message):
    docs = write_docs({"de/admin/checklist.md": f"# C\n\n{item}\n"})
    [problem] = check_checklist(read_source(docs, "de", "admin/checklist.md"))
    assert problem.code == "checklist-item" and message in problem.message


def test_a_whole_checklist_is_fine(write_docs):
    docs = write_docs({"de/admin/checklist.md": PAGE})
    assert list(check_checklist(read_source(docs, "de", "admin/checklist.md"))) == []
