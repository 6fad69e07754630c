import pytest
from contexts import facts_context
from portal.checks.context import Page
from portal.checks.item_counts import check_item_counts

ITEMS = "- [ ] **A** {#a}\n\n    Noch fünf Punkte.\n\n- [-] **B** {#b}\n\n- [ ] **C** {#c}\n\nSieben Punkte.\n"


def told(write_docs, text, path="admin/checklist.md", language="de"):
    pages = {f"{language}/admin/checklist.md": f"# C\n\n{ITEMS}"}
    context = facts_context(write_docs(pages | {f"{language}/{path}": text}))
    page = Page(context.project.page(language, path), context.facts)
    return [(one.location.line, one.location.column, one.hint) for one in check_item_counts(page, context)]


@pytest.mark.parametrize(
    ("language", "words", "column", "hint"),
    [
        ("de", "Neun Punkte", 1, "write Zwei"),
        ("de", "Diese drei wichtigen Punkte", 7, "write zwei"),
        ("de", "Die 9-Punkte-Liste", 5, "write 2"),
        ("de", "Mit drei Prüfpunkten", 5, "write zwei"),
        ("en", "Three of the nine points", 14, "write two"),
        ("en", "Go through these 3 items", 18, "write 2"),
    ],
)
def test_another_number_than_that_of_the_items_to_tick_is_told(write_docs, language, words, column, hint):
    assert told(write_docs, f"# C\n\n{words}.\n\n{ITEMS}", language=language) == [(3, column, hint)]


@pytest.mark.parametrize(
    "words",
    [
        "Zwei Punkte",
        "Nur 2 Punkte",
        "Die ersten drei Punkte",
        "Noch fünf Punkte",
        "Ein Punkt",
        "Um 9.30 Uhr, drei Tage später",
        "9,5 Punkte",
        "The last three points",
    ],
)
def test_the_right_number_and_numbers_of_some_items_are_not(write_docs, words):
    assert told(write_docs, f"# C\n\n{words}.\n\n{ITEMS}") == []


def test_another_page_is_told_beside_a_link_to_the_checklist_only(write_docs):
    linked = "Die [neun Punkte](../admin/checklist.md).\n\n"
    other = "Diese vier Punkte, [Hilfe](help.md), [eins](../admin/checklist.md#a).\n"
    assert told(write_docs, linked + other, "user/a.md") == [(1, 6, "write zwei")]


def test_a_project_without_a_checklist_is_fine(write_docs):
    context = facts_context(write_docs({"de/a.md": "Neun Punkte, [Liste](checklist.md).\n"}))
    page = Page(context.project.page("de", "a.md"), context.facts)
    assert list(check_item_counts(page, context)) == []
