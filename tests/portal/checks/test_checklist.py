import pytest
from contexts import facts_context
from portal.checks.checklist import PATH, check_checklist
from portal.sources.page import read_source

WHOLE = """\
# Checkliste

Vorab.

- ein Punkt, der zu keiner Checkliste gehört

Danach.

- [-] **Bleibt** {#stays}

- [ ] **Planen** {#plan}

    Siehe [Schritt](step-3.md) und `![kein Bild]` <!-- | keine | Tabelle | -->

    - eins
    - [zwei](b.md)

    !!! tip "Tipp"

        Früh.

- [ ] __Prüfen__ {#check}

Nachwort.

- noch ein Punkt
"""


def problems(write_docs, text, path=PATH):
    docs = write_docs({f"de/{path}": text})
    return [
        (problem.location.line, problem.message)
        for problem in check_checklist(read_source(docs, "de", path), facts_context(docs))
    ]


def test_a_whole_checklist_is_fine(write_docs):
    assert problems(write_docs, WHOLE) == []


@pytest.mark.parametrize(
    ("item", "line", "message"),
    [
        ("- [ ] **Planen**", 3, "no id"),
        ("- [ ] Planen {#plan}", 3, "no bold title"),
        ("- [x] **Planen** {#plan}", 3, "empty box"),
        ("- [ ] **A** {#plan}\n- [ ] **B** {#plan}", 4, "stands here twice"),
        ("* [ ] **Planen** {#plan}", 3, "begins with `- [ ] `"),
        ("-[ ] **Planen** {#plan}", 3, "begins with `- [ ] `"),
        ("- [] **Planen** {#plan}", 3, "empty box"),
        ("- [ ]**Planen** {#plan}", 3, "begins with `- [ ] `"),
        ("1. [ ] **Planen** {#plan}", 3, "begins with `- [ ] `"),
        ("- [ ] **A** {#a}\n\n    - [ ] **B** {#b}", 5, "belongs to the one before"),
        ("- [ ] **A** {#a}\n  - [ ] **B** {#b}", 4, "belongs to the one before"),
        ("- [ ] **A** {#a}\n- B\n- [ ] **C** {#c}", 4, "has no box"),
        ("- A\n- [ ] **B** {#b}", 3, "has no box"),
        ("- [ ] **A** {#a}\nText", 4, "part of the item's title"),
        ("- [ ] **A** {#a}\n\n  Text", 5, "indented too little"),
        ("- [ ] **A** {#a}\n\nText\n\n- [ ] **B** {#b}", 5, "begins a second one"),
        *((f"- [ ] **{title}** {{#a}}", 3, "no bold title") for title in (" ", "&nbsp;", "–", "__", "<br>")),
        ("- [ ] **A** {#a}\n\n    a\n\n- [ ] **B** {#b}\n\n    b\n\n- [ ] **C** {#c}\n\nc", 13, "no text of its own"),
        ("- [ ] **A** {#a}\n\n    | a | b |", 5, "can't show a table"),
        ("- [ ] **A** {#a}\n\n    ![Bild](b.png)", 5, "can't show an image"),
        ('- [ ] **A** {#a}\n\n    ??? note "Mehr"', 5, "can't show what folds"),
        ('- [ ] **A** {#a}\n\n    === "Windows"', 5, "can't show what folds"),
        ("- [ ] **A** {#a}\n\n---", 5, "can't show a rule"),
        ("- [ ] **A** {#a}\n\n<video src='a'>", 5, "can't show this element"),
        ("- [ ] **A** {#a}\n\n```\n- [ ] kein Punkt\n```", 5, "can't show a block of code"),
    ],
)
def test_an_item_that_page_or_pdf_would_get_wrong_is_told(write_docs, item, line, message):
    [(found, said)] = problems(write_docs, f"# C\n\n{item}\n")
    assert (found, message in said) == (line, True)


def test_a_heading_parts_checklists_on_purpose(write_docs):
    assert problems(write_docs, "# C\n\n- [ ] **A** {#a}\n\n## D {#d}\n\nText.\n\n- [ ] **B** {#b}\n") == []


def test_words_below_the_last_of_items_without_a_text_are_fine(write_docs):
    items = "- [ ] **A** {#a}\n\n- [ ] **B** {#b}\n\n    b\n\n- [ ] **C** {#c}\n\n"
    assert problems(write_docs, f"# C\n\n{items}Text.\n") == []
    assert (
        problems(write_docs, f"# C\n\n{items.replace('}', '}' + chr(10) * 2 + '    a', 1)}## D {{#d}}\n\nText.\n") == []
    )


def test_a_checklist_without_an_item_is_told(write_docs):
    [(line, said)] = problems(write_docs, "# C\n\nText.\n")
    assert (line, said) == (0, "this page has no checklist item")


def test_a_box_in_a_block_of_code_is_no_item(write_docs):
    assert problems(write_docs, "~~~~\n- [ ] A\n~~~\n- [x] B\n~~~~\n", "admin/guide.md") == []


def test_an_item_in_a_comment_over_lines_is_none(write_docs):
    assert problems(write_docs, "<!--\n- [x] A\n-->\n", "admin/guide.md") == []


def test_indented_code_is_told_once(write_docs):
    found = problems(write_docs, "# C\n\n- [ ] **A** {#a}\n\nText\n\n    one\n\n    two\n")
    assert found == [(7, "the checklist's PDF can't show a block of code")]


def test_other_pages_may_hold_what_the_pdf_can_not_show(write_docs):
    assert problems(write_docs, "| a |\n|---|\n| b |\n\n![x](y.png)\n", "admin/guide.md") == []


def test_tasks_on_other_pages_need_their_box_only(write_docs):
    assert list(problems(write_docs, "- [ ] a\n- [x] b\n\n1. [X] c\n", "user/a.md")) == []
    told = list(problems(write_docs, "- [] a\n- [v] b\n", "user/a.md"))
    assert len(told) == 2


def test_icons_in_the_checklist_are_told(write_docs):
    assert "icon" in str(problems(write_docs, "- [ ] **A** {#a}\n\n    :material-cog: b\n")[0])
