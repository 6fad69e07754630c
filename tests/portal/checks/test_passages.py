from contexts import on_project
from portal.checks.passages import check_passages


def test_a_passage_is_used_by_a_page_of_its_language(write_docs):
    include = '{% include "shared/a.md" %}\n'
    docs = write_docs({"de/a.md": include, "de/shared/a.md": "A\n", "en/a.md": "A\n", "en/shared/a.md": "A\n"})
    assert [one.location.file for one in on_project(check_passages, docs)] == ["docs/en/shared/a.md"]
