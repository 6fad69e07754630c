import pytest
from contexts import on_project
from portal.checks.encodings import check_encodings

LATIN_1 = "/* A\n   gruß */".encode("latin-1")


@pytest.mark.parametrize(
    "ending", ["css", "js", "mjs", "json", "svg", "webmanifest", "html", "txt", "vtt", "xml", "CSS"]
)
def test_a_text_in_another_encoding_is_told_at_its_first_wrong_byte(write_docs, ending):
    [problem] = on_project(check_encodings, write_docs({f"assets/a.{ending}": LATIN_1}))
    assert (
        str(problem.location) == f"docs/assets/a.{ending}:2:7" and problem.message == "the byte 0xDF is not UTF-8 text"
    )


def test_templates_and_the_configuration_are_read_too(write_docs, tmp_path):
    (tmp_path / "overrides/en").mkdir(parents=True)
    for path in (template := tmp_path / "overrides/en/404.html", config := tmp_path / "mkdocs.yml"):
        path.write_bytes(LATIN_1)
    found = on_project(check_encodings, write_docs({}), templates=template.parents[1], config_file=config)
    assert [problem.location.file for problem in found] == ["overrides/en/404.html", "mkdocs.yml"]


def test_utf_8_with_or_without_a_byte_order_mark_and_files_that_are_no_text_are_fine(write_docs):
    files = {"assets/a.css": "/* gruß */", "assets/b.js": b"\xef\xbb\xbf// A", "assets/c.woff2": LATIN_1}
    assert on_project(check_encodings, write_docs(files)) == []
