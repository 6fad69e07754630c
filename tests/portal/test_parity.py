from portal.parity import check_same_pages
from portal.sources import read_sources


def test_a_page_that_a_language_lacks_is_told(write_docs):
    docs = write_docs({"de/a.md": "", "en/a.md": "", "en/user/b.md": ""})
    [problem] = check_same_pages(read_sources(docs))
    assert (problem.code, str(problem.place), problem.hint) == (
        "translation-missing",
        "docs/en/user/b.md",
        "write docs/de/user/b.md",
    )


def test_the_same_pages_are_fine(write_docs):
    assert list(check_same_pages(read_sources(write_docs({"de/a.md": "", "en/a.md": ""})))) == []
