import pytest
from portal.publishing.checklist.content import ChecklistPdfError
from portal.publishing.checklist.fonts import read_typeface


def test_a_missing_font_is_reported_with_a_hint(tmp_path):
    with pytest.raises(ChecklistPdfError, match="there is no font") as error:
        read_typeface(tmp_path)
    assert "restore the WOFF2 files" in error.value.hint


@pytest.mark.parametrize("content", [b"", b"wOF2", b"wOF2" + bytes(100), b"text"])
def test_a_broken_font_is_reported_by_name(tmp_path, content):
    (tmp_path / "a.woff2").write_bytes(content)
    with pytest.raises(ChecklistPdfError, match=r"a\.woff2 can't be read"):
        read_typeface(tmp_path)


def test_a_truncated_font_is_reported_by_name(project, tmp_path):
    whole = next((project / "docs/assets/fonts").glob("*.woff2")).read_bytes()
    (tmp_path / "a.woff2").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ChecklistPdfError, match=r"a\.woff2 can't be read"):
        read_typeface(tmp_path)


def test_decomposed_characters_are_composed(project):
    typeface = read_typeface(project / "docs/assets/fonts")
    assert typeface.missing("u\u0308„“®–…\u00a0\u00ad") == ""
    assert typeface.missing("a漢") == "漢"
