import pytest
from contexts import on_project
from portal.checks.nav import check_nav, check_starts

PAGES = {f"de/{path}": "# A\n" for path in ("index.md", "user/index.md", "admin/index.md")}
NAV = "nav:\n  - index.md\n  - Anwender:\n      - user/index.md\n  - Administratoren:\n      - admin/index.md\n"


@pytest.fixture
def problems(write_docs, tmp_path):
    def check(nav, pages=PAGES):
        (tmp_path / "mkdocs.yml").write_text(nav, "utf-8")
        return [
            (p.code, str(p.location), p.hint)
            for p in on_project(check_nav, write_docs(pages), config_file=tmp_path / "mkdocs.yml")
        ]

    return check


def test_a_nav_with_every_page_once_is_fine(problems):
    assert problems(NAV) == []


def test_an_entry_without_a_page_is_told_with_the_nearest(problems):
    found = problems(NAV.replace("user/index.md", "user/indx.md"))
    assert ("nav-missing", "mkdocs.yml:4:9", "write user/index.md") in found


def test_a_page_without_an_entry_is_told(problems):
    [(code, location, _)] = problems(NAV, PAGES | {"de/user/new.md": "# Neu\n"})
    assert (code, location) == ("nav-omitted", "docs/de/user/new.md")


def test_a_page_that_moved_has_no_entry(problems):
    moved = PAGES | {"de/user/old.md": "---\nmoved: true\n---\n# Alt\n\n[Start](index.md)\n"}
    assert problems(NAV, moved) == []
    [(code, location, _)] = problems(NAV.replace("user/index.md", "user/index.md\n      - user/old.md"), moved)
    assert (code, location) == ("nav-missing", "mkdocs.yml:5:9")


def test_a_page_that_is_not_listed_has_no_entry(problems):
    assert problems(NAV, PAGES | {"de/results.md": "---\nlisted: false\n---\n# Suche\n"}) == []


def test_an_entry_twice_is_told(problems):
    [(code, location, _)] = problems(NAV + "  - index.md\n")
    assert (code, location) == ("nav-duplicate", "mkdocs.yml:7:5")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("      - user/index.md\n", "      - user/index.md\n      - admin/index.md\n"),
        ("  - Anwender:\n      - user/index.md\n", "  - user/index.md\n"),
        ("- user/index.md", "- Start: user/index.md"),
    ],
)
def test_a_page_outside_its_view_or_with_a_title_of_one_language_is_told(problems, right, wrong):
    assert "nav-invalid" in [code for code, _, _ in problems(NAV.replace(right, wrong))]


def test_the_nav_twice_is_told(problems):
    assert problems(NAV + "nav:\n  - index.md\n") == [
        ("nav-invalid", "mkdocs.yml:7:1", "remove one; the first is in line 1")
    ]


def test_a_key_that_stands_twice_elsewhere_hides_no_other_mistake(problems):
    found = [location for _, location, _ in problems(NAV.replace("user/index.md", "user/indx.md") + "a: 1\na: 2\n")]
    assert {"mkdocs.yml:8:1", "mkdocs.yml:4:9"} <= set(found)


def test_a_language_without_a_start_page_of_a_view_is_told(write_docs):
    docs = write_docs({**PAGES, "en/index.md": "# A\n", "en/admin/index.md": "# A\n"})
    found = [
        (problem.code, str(problem.location))
        for problem in on_project(check_starts, docs, config_file=docs / "facts.yml")
    ]
    assert found == [("page-missing", "docs/en/user/index.md")]


def test_a_configuration_that_is_not_utf_8_is_read_all_the_same(tmp_path):
    (tmp_path / "mkdocs.yml").write_bytes(b"site_name: \xfcber\nnav: [gone.md]\n")
    assert "nav-missing" in {
        problem.code for problem in on_project(check_nav, tmp_path / "docs", config_file=tmp_path / "mkdocs.yml")
    }


def test_an_entry_is_never_mended_with_a_page_that_nav_names_already(problems):
    found = problems(NAV.replace("user/index.md", "user/index.md\n      - user/inde.md"))
    assert ("nav-missing", "mkdocs.yml:5:9", "") in found


def test_an_entry_whose_page_was_renamed_is_told_with_its_new_name(problems, tmp_path, monkeypatch):
    monkeypatch.setattr("portal.checks.nav.renamed_files", lambda _: {"docs/de/user/call.md": "docs/de/user/zz.md"})
    pages = PAGES | {"de/user/zz.md": "# Z\n", "de/user/cal.md": "# C\n"}
    found = problems(NAV.replace("user/index.md", "user/index.md\n      - user/call.md"), pages)
    assert ("nav-missing", "mkdocs.yml:5:9", "write user/zz.md") in found
