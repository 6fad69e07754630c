from portal.check import check_all, check_sources

START = {f"{language}/index.md": "# A\n" for language in ("de", "en")}


def test_all_kinds_of_problems_are_told_at_once(write_docs, write_site):
    docs = write_docs({**START, "de/a.md": "Lorem ipsum, Version 23.9.25, {{ andriod.minimum }}, [x](gone.md)\n"})
    site = write_site({"a/index.html": 'Lorem ipsum, Version 23.9.25, {{ andriod.minimum }}, <a href="gone.md">x</a>'})
    found = {problem.code: str(problem.place) for problem in check_all(site, docs).problems}
    assert found == {
        "translation-missing": "docs/de/a.md",
        "fact-unknown": "docs/de/a.md:1:31",
        "version-unknown": "docs/de/a.md:1:22",
        "placeholder-text": "docs/de/a.md:1:1",
        "link-page-missing": "docs/de/a.md:1:58",
    }


def test_a_clean_site_has_no_problems_and_says_what_was_looked_at(write_docs, write_site):
    result = check_all(write_site({"index.html": "<p>23.9.26", "en/index.html": "<p>42.6"}), write_docs(START))
    assert result.problems == ()
    assert dict(result.checked) == {"pages": 2, "languages": 2, "links and assets": 0, "version numbers": 2, "checklist PDFs": 0}


def test_a_pdf_that_is_none_is_told(write_docs, write_site):
    result = check_all(write_site({"a.pdf": "no pdf"}), write_docs(START))
    assert [problem.code for problem in result.problems] == ["pdf-unreadable"]


def test_sources_are_checked_even_when_facts_are_broken(write_docs):
    codes = {problem.code for problem in check_sources(write_docs({**START, "facts.yml": "a: [", "en/b.md": "# B\n"}))}
    assert codes == {"facts-invalid", "translation-missing"}
