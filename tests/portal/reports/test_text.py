from portal.problems import Place, Problem
from portal.reports.text import render


def test_a_problem_is_told_like_a_compiler_tells_it(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/versions.md").write_text("# Versionen\n\nUpdate auf Android 23.9.25\n", "utf-8")
    place = Place("docs/versions.md", 3, 20, 7)
    problem = Problem("version-unknown", place, "23.9.25 is not a version", "write {{ android.minimum }} instead")
    assert render([problem], tmp_path) == (
        "error[version-unknown]: 23.9.25 is not a version\n"
        "  --> docs/versions.md:3:20\n"
        "  |\n"
        "3 | Update auf Android 23.9.25\n"
        "  |                    ^^^^^^^\n"
        "  = hint: write {{ android.minimum }} instead\n"
        "\n"
        "1 problem found"
    )


def test_a_report_tells_all_problems_in_the_order_of_their_places_and_each_once(tmp_path):
    second = Problem("b", Place("docs/b.md", 2), "second")
    first = Problem("a", Place("docs/b.md", 1), "first")
    report = render([second, first, second], tmp_path)
    assert report.index("first") < report.index("second")
    assert report.endswith("2 problems found")


def test_a_place_in_a_file_that_is_gone_has_no_excerpt(tmp_path):
    report = render([Problem("a", Place("docs/gone.md", 7), "gone")], tmp_path)
    assert report.splitlines()[:2] == ["error[a]: gone", "  --> docs/gone.md:7:1"]
    assert "|" not in report


def test_a_tab_before_the_place_keeps_the_caret_below_the_word(tmp_path):
    (tmp_path / "a.md").write_text("\tlorem", "utf-8")
    assert "  | \t^^^^^" in render([Problem("a", Place("a.md", 1, 2, 5), "slip")], tmp_path)
