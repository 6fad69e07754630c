import pytest
from portal.checks.planner import TEXTS, check_planner
from portal.languages import LANGUAGES
from portal.sources.page import read_source


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_portals_own_planner_is_complete(project, language):
    assert list(check_planner(read_source(project / "docs", language, "admin/plan.md"), None)) == []


def test_a_page_of_another_name_is_no_planner(write_docs):
    docs = write_docs({"de/admin/index.md": "# Plan\n"})
    assert list(check_planner(read_source(docs, "de", "admin/index.md"), None)) == []


def test_each_blank_that_is_missing_is_told_in_each_language(write_docs):
    headings = "\n\n".join(f"## Text {{#{name}}}" for name in TEXTS)
    docs = write_docs({"de/admin/plan.md": f"# Plan\n\n{headings}\n"})
    problems = list(check_planner(read_source(docs, "de", "admin/plan.md"), None))
    blanks = [one for one in problems if "blank" in str(one.message)]
    assert len(blanks) == len(LANGUAGES) * sum(map(len, TEXTS.values()))
    assert {one.location.line for one in blanks} == {3, 5, 7}


def test_blanks_in_code_are_none(write_docs):
    page = '## Text {#same-day}\n\n> `<span data-fill="today">[day]</span>`\n'
    docs = write_docs({"de/admin/plan.md": page})
    problems = list(check_planner(read_source(docs, "de", "admin/plan.md"), None))
    assert any("“today”" in str(one.message) for one in problems)
