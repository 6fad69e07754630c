import pytest
from contexts import site_context
from portal.checks.search_words import check_answer_links, check_synonyms
from portal.problems.catalogue import in_words
from portal.site.site import Site
from portal.sources.facts_file import read_facts

PAGES = {f"{language}/{path}.md": "# Title" for language in ("de", "en") for path in ("index", "user/help", "old")}
SITE = {
    f"{root}{path}": html
    for root in ("", "en/")
    for path, html in {
        "index.html": "<article><h1>Start</h1><p>Mobile-Clients bleiben",
        "user/help/index.html": "<article><h1>Title</h1><h2 id=contact>Contact</h2>",
        "old/index.html": "<meta http-equiv=refresh content='0; url=../user/help/'>",
    }.items()
}


@pytest.fixture
def problems(write_docs, write_site):
    def check(run, words):
        docs = write_docs({"search.yml": words, **PAGES})
        site = Site(write_site(SITE))
        context = site_context(site, facts=read_facts(docs / "facts.yml").facts, docs=docs)
        assert context.project.search_file.problems == ()
        return [
            (one.code, str(one.location), in_words(one.message, "en"), in_words(one.hint, "en"))
            for one in run(site, context)
        ]

    return check


def answer(to):
    title = "" if ".md" in to else ", title: {de: A, en: A}"
    return (
        "answers:\n  - id: a\n    queries: {de: [a], en: [a]}\n    text: {de: A, en: A}\n"
        f"    links:\n      - {{to: {to}{title}}}\n"
    )


@pytest.mark.parametrize("to", ["index.md", "user/help.md", "'user/help.md#contact'", "link.home"])
def test_links_to_pages_ids_and_facts_are_fine(problems, to):
    assert problems(check_answer_links, answer(to)) == []


@pytest.mark.parametrize(
    ("to", "message", "hint"),
    [
        ("user/halp.md", "there is no page user/halp.md in the language de", "did you mean user/help.md?"),
        ("'user/help.md#contct'", "user/help.md has no id contct in the language de", "did you mean contact?"),
        ("old.md", "old.md has moved; the answer would lead over a redirect", "name the page that it leads to"),
        ("link.hom", "facts.yml has no address link.hom", "did you mean link.home?"),
        ("android.minimum", "facts.yml has no address android.minimum", ""),
    ],
)
def test_a_link_that_leads_nowhere_is_told_with_the_nearest(problems, to, message, hint):
    found = problems(check_answer_links, answer(to))
    assert found[0] == ("search-link-missing", "docs/search.yml:6:14", message, hint)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("{one_way: {handy: [Mobile-Client]}}", []),
        ("{one_way: {handy: [mobile client, MOBILECLIENTS]}}", []),
        ("{one_way: {handy: [Mobile-Client, Klient]}}", ["no page has “Klient”"]),
        ("{both_ways: [[Handy, Mobile-Client]]}", []),
        ("{both_ways: [[Handy, Klient]]}", ["no page has “Handy / Klient”"]),
    ],
)
def test_a_synonym_that_no_page_matches_is_told(problems, words, found):
    assert [message for _, _, message, _ in problems(check_synonyms, f"synonyms: {{de: {words}, en: {{}}}}\n")] == found


def test_the_words_of_another_language_do_not_count(problems, write_site):
    write_site({"en/index.html": "<article><p>Handset"})
    SITE_WORDS = "synonyms: {de: {one_way: {a: [Contact]}}, en: {one_way: {a: [Contact]}}}\n"
    assert problems(check_synonyms, SITE_WORDS) == []
