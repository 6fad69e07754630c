import unicodedata

import pytest
from contexts import on_project
from portal.checks.file_names import check_file_names
from portal.checks.nav import check_nav
from portal.sources.text_files import decode


def found(write_docs, *names):
    docs = write_docs({f"assets/{name}": "x" for name in names})
    return [(one.code, one.location.file, one.message, one.hint) for one in on_project(check_file_names, docs)]


@pytest.mark.parametrize(
    "name",
    [
        "größe.png",
        "console.md",
        "com10.md",
        "a-b_c (1).png",
        "plan.v2.svg",
        ".hidden~",
        "backup.md",
        "bold.md",
        "ß.md",
        "template.svg",
    ],
)
def test_names_that_every_system_can_have_are_fine(write_docs, name):
    assert found(write_docs, name) == []


def test_a_decomposed_name_is_told_with_its_letter(write_docs):
    [(code, file, message, hint)] = found(write_docs, unicodedata.normalize("NFD", "größe.png"))
    assert (code, message) == ("file-name", "the ö in this name is two characters")
    assert (file, hint) == (unicodedata.normalize("NFD", "docs/assets/größe.png"), "rename it: type größe.png anew")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("aux.md", "aux.md is a device on Windows: no file there can have this name"),
        ("COM1", "COM1 is a device on Windows: no file there can have this name"),
        ("a:b.md", "no file on Windows can have : in its name"),
        ("was?.md", "no file on Windows can have ? in its name"),
        ("a\tb.md", "no file on Windows can have U+0009 in its name"),
        ("a.md ", "this name begins or ends with a blank or a dot, which Windows drops"),
        ("nul/a.md", "nul is a device on Windows: no file there can have this name"),
        ("gr\udcf6sse.png", "this name is not UTF-8"),
    ],
)
def test_a_name_that_windows_or_git_cannot_have_is_told(write_docs, name, message):
    [(code, file, told, _)] = found(write_docs, name)
    assert (code, told) == ("file-name", message)
    assert file.encode("utf-8")  # can be printed


def test_names_that_differ_in_case_alone_are_told_once(write_docs):
    [(code, file, message, _)] = found(write_docs, "Plan.svg", "plan.svg")
    assert (code, file) == ("file-name", "docs/assets/plan.svg")
    assert message == "this name differs from assets/Plan.svg only in upper and lower case"


@pytest.mark.parametrize(
    "name", ["a.md.bak", "a.md.orig", "a.md~", "#a.md#", "a.md.swp", "a.BACKUP.123.md", "Thumbs.db", "~$a.docx"]
)
def test_stray_copies_are_told(write_docs, name):
    [(code, file, _, _)] = found(write_docs, name)
    assert (code, file) == ("file-stray", f"docs/assets/{name}")


def test_nav_names_a_page_in_either_form_of_unicode(write_docs, tmp_path):
    name = "user/größe.md"
    docs = write_docs({f"de/{unicodedata.normalize('NFD', name)}": "# G\n"})
    config = tmp_path / "mkdocs.yml"
    config.write_text(f"nav:\n  - A:\n      - {name}\n", "utf-8")
    assert on_project(check_nav, docs, config_file=config) == []


@pytest.mark.parametrize("content", ["\ufeff# Größe\n", "# Gro\u0308ße\n", "# Größe\r", "# Größe\r\n"])
def test_marks_line_ends_and_forms_of_unicode_are_harmless_in_texts(content):
    assert decode(content.encode("utf-8")) == "# Größe\n"
