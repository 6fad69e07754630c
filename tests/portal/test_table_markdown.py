"""Tables are aligned without inline styles."""

from markdown import markdown
from portal.table_markdown import AlignedTableExtension


def test_a_column_is_aligned_by_a_class_and_not_by_a_style():
    table = "| A | B | C | D |\n| :-- | :-: | --: | --- |\n| a | b | c | d |\n"
    html = markdown(table, extensions=["tables", "attr_list", AlignedTableExtension()])
    assert "style" not in html and "align=" not in html
    for cells in ("th", "td"):
        for name, letter in (("left", "a"), ("center", "b"), ("right", "c")):
            text = letter.upper() if cells == "th" else letter
            assert f'<{cells} class="align-{name}">{text}</{cells}>' in html
    assert "<td>d</td>" in html
