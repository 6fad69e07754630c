import pytest
from contexts import on_pair, on_project
from portal.checks.translations import check_same_pages, check_same_parts
from portal.sources.page import read_sources
from test_structure import PAGE


def compare(write_docs, original, translation):
    docs = write_docs({"de/admin/a.md": original, "en/admin/a.md": translation})
    return on_pair(check_same_parts, *read_sources(docs))


def test_a_page_that_a_language_lacks_is_told(write_docs):
    docs = write_docs({"de/a.md": "", "en/a.md": "", "en/user/b.md": ""})
    [problem] = on_project(check_same_pages, docs)
    assert (problem.code, str(problem.location)) == ("translation-missing", "docs/en/user/b.md")
    assert problem.hint == "write docs/de/user/b.md"


def test_a_page_and_its_faithful_translation_are_fine(write_docs):
    assert compare(write_docs, PAGE, PAGE.replace("Titel", "Title")) == []


def test_translations_list_the_same_checklist_items(write_docs):
    [problem] = compare(write_docs, "- [ ] **Planen** {#plan}\n", "")
    assert (problem.code, str(problem.location)) == ("translation-item-missing", "docs/en/admin/a.md:1:1")


@pytest.mark.parametrize(
    ("right", "wrong", "code", "line"),
    [
        ("## Teil", "### Teil", "translation-heading", 3),
        ("{#part}", "{#prt}", "translation-id", 3),
        ("{#item}", "{#itm}", "translation-item", 8),
        ("2. Zwei", "Zwei", "translation-step", 5),
        ("!!! tip", "!!! note", "translation-admonition", 10),
        ("| A | B |", "| A | B | C |", "translation-table", 12),
        ("{{ x.y }}", "{{ x.z }}", "translation-placeholder", 14),
        ("b.md#c", "b.md#d", "translation-link", 5),
        ("x.png", "y.png", "translation-image", 6),
    ],
)
def test_each_kind_of_difference_is_told_at_its_line(write_docs, right, wrong, code, line):
    found = {(problem.code, problem.location.line) for problem in compare(write_docs, PAGE, PAGE.replace(right, wrong))}
    assert (code, line) in found
    assert {other for other, _ in found} == {code}


def test_links_may_stand_in_another_order(write_docs):
    assert compare(write_docs, "[a](a.md) [b](b.md)\n", "[b](b.md) [a](a.md)\n") == []
