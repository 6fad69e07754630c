from datetime import date

import pytest
from conftest import FACTS
from portal.checks.run import check_all, check_dates, check_sources, is_buildable
from portal.sources.project import Project

USED = "# A\n\n{{ android.minimum }} {{ windows.webview2 }} {{ duration.large.minutes }} [A]({{ link.home }})\n"
START = {f"{language}/index.md": USED for language in ("de", "en")}


def test_all_kinds_of_problems_are_told_at_once(write_docs, write_site):
    docs = write_docs({**START, "de/a.md": "Lorem ipsum, Version 23.9.25, {{ andriod.minimum }}, [x](gone.md)\n"})
    site = write_site(
        {
            "index.html": '<a href="a/">A</a>',
            "en/index.html": "",
            "a/index.html": 'Lorem ipsum, Version 23.9.25, {{ andriod.minimum }}, <a href="gone.md">x</a>',
        }
    )
    found = {
        problem.code: str(problem.location)
        for problem in check_all(site, Project(docs)).problems
        if problem.severity == "error"
    }
    assert found == {
        "translation-missing": "docs/de/a.md",
        "fact-unknown": "docs/de/a.md:1:31",
        "version-unknown": "docs/de/a.md:1:22",
        "placeholder-text": "docs/de/a.md:1:1",
        "link-page-missing": "docs/de/a.md:1:58",
    }


def test_a_clean_site_has_no_problems_and_says_what_was_looked_at(write_docs, write_site):
    result = check_all(write_site({"index.html": "<p>23.9.26", "en/index.html": "<p>42.6"}), Project(write_docs(START)))
    assert not result.failed and {problem.code for problem in result.problems} == {"translation-stale"}
    assert dict(result.checked) == {
        "pages": 2,
        "languages": 2,
        "links and assets": 0,
        "version numbers": 2,
        "checklist PDFs": 0,
    }


def test_a_site_without_the_pages_that_were_written_is_told(write_docs, write_site):
    result = check_all(write_site({"index.html": ""}), Project(write_docs(START)))
    assert [(p.code, str(p.location)) for p in result.problems if p.severity == "error"] == [
        ("page-unpublished", "docs/en/index.md")
    ]


@pytest.mark.parametrize("url", ["https://help.example/sub", "https://help.example/sub/"])
def test_absolute_addresses_are_read_below_the_path_of_the_site(write_docs, write_site, url):
    docs = write_docs({f"{language}/index.md": USED + "[A](/sub/)\n" for language in ("de", "en")})
    page = '<a href="/sub/" hreflang="de">A</a><link rel="canonical" href="https://help.example/sub/{}">'
    page += "".join(
        f'<link rel="alternate" hreflang="{language}" href="https://help.example/sub/{folder}">'
        for language, folder in (("de", ""), ("en", "en/"))
    )
    sitemap = "".join(f"<url><loc>https://help.example/sub/{folder}</loc></url>" for folder in ("", "en/"))
    site = write_site(
        {
            "index.html": page.format(""),
            "en/index.html": page.format("en/"),
            "sitemap.xml": f"<urlset>{sitemap}</urlset>",
        }
    )
    assert not check_all(site, Project(docs), url).failed
    assert not check_all(site, Project(docs)).failed  # its canonical addresses say the same
    assert check_all(site, Project(docs), "https://help.example/").failed


def test_an_address_of_the_sites_own_is_not_insecure_where_the_site_itself_is_not_encrypted(write_docs, write_site):
    docs = write_docs({f"{language}/index.md": USED for language in ("de", "en")})
    url = "http://127.0.0.1:8000/"
    head = f'<link rel="canonical" href="{url}%s"><meta property="og:url" content="{url}%s">'
    head += f'<link rel="alternate" hreflang="de" href="{url}"><link rel="alternate" hreflang="en" href="{url}en/">'
    body = f'<a href="{url}%s" hreflang="de">A</a>'
    sitemap = f"<urlset><url><loc>{url}</loc></url><url><loc>{url}en/</loc></url></urlset>"
    pages = {"index.html": head % ("", "") + body, "en/index.html": head % ("en/", "en/") + body}
    sound = {path: page % "" for path, page in pages.items()}
    assert not check_all(write_site({**sound, "sitemap.xml": sitemap}), Project(docs)).failed
    told = check_all(write_site({path: page % "gone/" for path, page in pages.items()}), Project(docs)).problems
    assert "link-page-missing" in {problem.code for problem in told}


def test_the_configuration_and_the_templates_beside_the_docs_are_the_projects(write_docs, tmp_path):
    docs = write_docs({})
    assert Project.around(docs) == Project(docs)
    (tmp_path / "mkdocs.yml").write_text("theme: {custom_dir: mine}", "utf-8")
    (tmp_path / "mine").mkdir()
    assert Project.around(docs) == Project(docs, tmp_path / "mkdocs.yml", tmp_path / "mine")
    assert Project.around(docs, tmp_path / "other.yml", tmp_path).config_file == tmp_path / "other.yml"


def test_a_configuration_elsewhere_is_read_too(write_docs, tmp_path):
    (tmp_path / "mkdocs.yml").write_text("a: b", "utf-8")
    docs = write_docs({}).rename(tmp_path / "c")
    (tmp_path / "d").mkdir()
    docs = docs.rename(tmp_path / "d/docs")
    assert (tmp_path / "mkdocs.yml").as_posix() in Project(docs, tmp_path / "mkdocs.yml").other_texts


def test_two_pages_of_one_address_and_markdown_outside_the_languages_are_told(write_docs):
    docs = write_docs({**START, "de/a.md": "", "de/a/index.md": "", "assets/notes.md": "", "en/b.markdown": ""})
    found = {str(p.location) for p in check_sources(Project(docs)) if p.code == "page-misplaced"}
    assert found == {"docs/de/a/index.md", "docs/assets/notes.md", "docs/en/b.markdown"}


def test_sources_are_checked_even_when_facts_are_broken(write_docs):
    project = Project(write_docs({**START, "facts.yml": "a: [", "en/b.md": "---\na: [\n---\n"}))
    assert {problem.code for problem in check_sources(project)} == {"facts-invalid", "front-matter-invalid"}


def test_an_overdue_fact_fails_the_check_of_dates_and_no_build(write_docs, write_site):
    facts = FACTS.replace("checked: 2026-11-22}", "checked: 2020-01-01, review_by: 2021-01-01}", 1)
    project = Project(write_docs({**START, "facts.yml": facts}))
    found = [(problem.code, problem.severity) for problem in check_dates(project, date(2026, 11, 22))]
    assert found == [("fact-overdue", "error")]
    result = check_all(write_site({"index.html": "", "en/index.html": ""}), project)
    assert "fact-overdue" in {problem.code for problem in result.problems} and not result.failed


NAV = "nav: [index.md, {A: [user/index.md]}, {B: [admin/index.md]}]\n"
PAGES = {
    f"{language}/{path}": "" for language in ("de", "en") for path in ("index.md", "user/index.md", "admin/index.md")
}


@pytest.mark.parametrize(
    ("nav", "pages", "code"),
    [
        (NAV, {"de/user/a.md": "", "en/user/a.md": ""}, "nav-omitted"),
        (NAV.replace("nav: [", "nav: [index.md, "), {}, "nav-duplicate"),
        (NAV, {"de/index.md": '{% include "shared/gone.md" %}\n'}, "include-missing"),
    ],
)
def test_a_build_can_begin_where_only_one_page_or_the_menu_is_wrong(write_docs, tmp_path, nav, pages, code):
    (tmp_path / "mkdocs.yml").write_text(nav, "utf-8")
    project = Project(write_docs(PAGES | pages), tmp_path / "mkdocs.yml")
    assert code in {problem.code for problem in check_sources(project)} and is_buildable(project)


@pytest.mark.parametrize(
    ("nav", "pages", "code"),
    [
        (NAV, {"facts.yml": "a: ["}, "facts-invalid"),
        (NAV, {"de/index.md": "---\na: [\n---\n"}, "front-matter-invalid"),
        (NAV, {"de/index.md": b"\xff"}, "page-unreadable"),
        (NAV, {"de/user.md": ""}, "page-misplaced"),
        (NAV.replace("user/", "gone/"), {}, "nav-missing"),
        ("nav: [", {}, "nav-invalid"),
    ],
)
def test_a_build_cannot_begin_where_mkdocs_would_end_in_a_traceback(write_docs, tmp_path, nav, pages, code):
    (tmp_path / "mkdocs.yml").write_text(nav, "utf-8")
    project = Project(write_docs(PAGES | pages), tmp_path / "mkdocs.yml")
    assert code in {problem.code for problem in check_sources(project)} and not is_buildable(project)
