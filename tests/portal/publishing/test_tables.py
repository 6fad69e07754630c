"""Tables are aligned without inline styles, and wrapped in a box."""

from markdown import markdown
from portal.publishing.tables import TableExtension


def test_a_column_is_aligned_by_a_class_not_a_style():
    table = "| A | B | C | D |\n| :-- | :-: | --: | --- |\n| a | b | c | d |\n"
    html = markdown(table, extensions=["tables", "attr_list", TableExtension()])
    assert "style" not in html and "align=" not in html
    for cells in ("th", "td"):
        for name, letter in (("left", "a"), ("center", "b"), ("right", "c")):
            text = letter.upper() if cells == "th" else letter
            assert f'<{cells} class="align-{name}">{text}</{cells}>' in html
    assert "<td>d</td>" in html


def test_a_table_is_boxed_wherever_it_is():
    table = "| A |\n| - |\n| a |\n"
    html = markdown(table + "\n- item\n\n    | A |\n    | - |\n    | a |\n", extensions=["tables", TableExtension()])
    assert html.count("<table>") == html.count('<div class="table">\n<table>') == html.count("</table>\n</div>") == 2


def test_a_date_is_marked_so_that_it_does_not_wrap():
    table = "| A | B | C |\n| --: | --- | --- |\n| 2 May 2027 | 2. Mai 2027 | until 2 May 2027 |\n"
    html = markdown(table, extensions=["tables", "attr_list", TableExtension()])
    assert '<td class="align-right date">2 May 2027</td>' in html
    assert '<td class="date">2. Mai 2027</td>' in html and "<td>until 2 May 2027</td>" in html
