import re

import pytest
from portal.problems import Location, Problem
from portal.problems.messages import say
from portal.problems.reports.text import render, wants_colour, width


def test_a_problem_is_told_like_a_compiler_tells_it(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/versions.md").write_text("# Versionen\n\nUpdate auf Android 23.9.25\n", "utf-8")
    location = Location("docs/versions.md", 3, 20, 7)
    problem = Problem("version-unknown", location, "23.9.25 is not a version", "write {{ android.minimum }} instead")
    assert render([problem], tmp_path) == (
        "error[version-unknown]: 23.9.25 is not a version\n"
        "  --> docs/versions.md:3:20\n"
        "  |\n"
        "3 | Update auf Android 23.9.25\n"
        "  |                    ^^^^^^^\n"
        "  = hint: write {{ android.minimum }} instead\n"
        "\n"
        "for the reason and the fix, run `.venv/bin/portal explain version-unknown`\n"
        "\n"
        "1 problem found"
    )


def test_a_report_tells_all_problems_in_the_order_of_their_places_and_each_once(tmp_path):
    second = Problem("b", Location("docs/b.md", 2), "second")
    first = Problem("a", Location("docs/b.md", 1), "first")
    report = render([second, first, second], tmp_path)
    assert report.index("first") < report.index("second")
    assert "for the reason and the fix of one of these, run for example `.venv/bin/portal explain a`" in report
    assert report.endswith("2 problems found")


def test_a_place_in_a_file_that_is_gone_has_no_excerpt(tmp_path):
    report = render([Problem("a", Location("docs/gone.md", 7), "gone")], tmp_path)
    assert report.splitlines()[:2] == ["error[a]: gone", "  --> docs/gone.md:7:1"]
    assert "|" not in report


@pytest.mark.parametrize(
    ("line", "location", "excerpt", "carets"),
    [
        ("\tlorem", Location("a.md", 1, 2, 5), "\tlorem", "\t^^^^^"),
        ("日本 lorem", Location("a.md", 1, 4, 5), "日本 lorem", "     ^^^^^"),
        ("lorem 日本", Location("a.md", 1, 7, 2), "lorem 日本", "      ^^^^"),
        ("u\u0308ber lorem", Location("a.md", 1, 7, 5), "u\u0308ber lorem", "     ^^^^^"),
        ("a\x1b[2Jb lorem", Location("a.md", 1, 8, 5), r"a\x1b[2Jb lorem", "          ^^^^^"),
        ("a\u202eb", Location("a.md", 1, 3, 1), r"a\u202eb", "       ^"),
        ("kurz", Location("a.md", 1, 3, 99), "kurz", "  ^^"),
        ("a\x0cb\x85c\u2028d", Location("a.md", 1, 1, 1), r"a\x0cb\x85c\u2028d", "^"),
    ],
)
def test_the_carets_stand_below_the_words(tmp_path, line, location, excerpt, carets):
    (tmp_path / "a.md").write_text(line, "utf-8")
    assert f"1 | {excerpt}\n  | {carets}\n" in render([Problem("a", location, "slip")], tmp_path)


def test_names_of_files_and_words_of_messages_can_not_steer_the_terminal(tmp_path):
    report = render([Problem("a", Location("docs/\x1b[31m\n.md", 1), "no \x07 here", "\u202etxt")], tmp_path)
    assert r"docs/\x1b[31m\n.md:1:1" in report
    assert r"no \x07 here" in report and r"hint: \u202etxt" in report


def test_a_problem_of_a_shared_passage_names_the_pages_that_it_hits(tmp_path):
    location, pages = Location("docs/de/shared/a.md", 1), ("user/help/index.html", "admin/help/index.html")
    assert "= pages: /user/help/, /admin/help/\n" in render([Problem("a", location, "m", pages=pages)], tmp_path)
    more = (*pages, *(f"{number}.html" for number in range(13)))
    assert "= pages: /user/help/, /admin/help/, /0.html and 12 more\n" in render(
        [Problem("a", location, "m", pages=more)], tmp_path
    )
    # Where a link fails on one of the pages that include it, the others are no help.
    assert "= pages: /user/help/\n" in render([Problem("a", location, "m", pages=pages[:1])], tmp_path)


@pytest.mark.parametrize(
    ("file", "page"),
    [
        ("docs/de/user/help.md", "user/help/index.html"),
        ("docs/de/index.md", "index.html"),
        ("docs/en/index.md", "en/index.html"),
        ("docs/en/admin/index.md", "en/admin/index.html"),
        ("docs/de/admin/checklist.md", "admin/checklist.pdf"),
        ("site/404.html", "404.html"),
    ],
)
def test_a_problem_of_a_page_does_not_name_it_twice(tmp_path, file, page):
    assert "pages" not in render([Problem("a", Location(file, 1), "m", pages=(page,))], tmp_path)


def missing(file, line):
    return Problem("link-page-missing", Location(file, line), "there is no page gone.md", subject="gone/index.html")


def test_ten_thousand_links_to_one_missing_page_are_told_in_three_places_and_a_line(tmp_path):
    problems = [missing(f"docs/de/{number:04}.md", 1) for number in range(10_000)]
    other = Problem("version-unknown", Location("docs/de/9999.md", 2), "23.9.25 is not a version")
    report = render([*problems, other], tmp_path)
    assert len(report.splitlines()) < 30
    assert "docs/de/0002.md:1:1" in report and "docs/de/0003.md:1:1" not in report
    assert (
        "  = the same in 9997 more places in 9997 files: docs/de/0003.md, docs/de/0004.md, docs/de/0005.md …\n"
    ) in report
    assert "error[version-unknown]" in report
    assert "`make check FORMAT=json` lists every place" in report
    assert report.endswith("10001 problems found")


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (["d.md"], "the same in one more place: d.md:4:1"),
        (["d.md", "d.md"], "the same in 2 more places of d.md"),
        (["d.md", "e.md"], "the same in 2 more places, in d.md, e.md"),
    ],
)
def test_few_more_places_of_the_same_fault_are_named(tmp_path, files, said):
    locations = [*["a.md", "b.md", "c.md"], *files]
    report = render([missing(file, number) for number, file in enumerate(locations, 1)], tmp_path)
    assert f"= {said}\n" in report


def test_problems_without_a_subject_are_all_told(tmp_path):
    problems = [Problem("a", Location("a.md", line), "m") for line in range(1, 6)]
    assert render(problems, tmp_path).count("-->") == 5


@pytest.mark.parametrize(
    ("severities", "said", "german"),
    [
        ([], "nothing found", "nichts gefunden"),
        (["error"], "1 problem found", "1 Fehler gefunden"),
        (["warning"], "1 warning found", "1 Warnung gefunden"),
        (["error", "error"], "2 problems found", "2 Fehler gefunden"),
        (["error", "warning", "warning"], "1 problem and 2 warnings found", "1 Fehler und 2 Warnungen gefunden"),
    ],
)
def test_the_last_line_counts_problems_and_warnings(tmp_path, severities, said, german):
    problems = [Problem("a", Location("a.md", line), "m", severity=kind) for line, kind in enumerate(severities)]
    assert render(problems, tmp_path).splitlines()[-1] == said
    assert render(problems, tmp_path, "de").splitlines()[-1] == german


def test_a_report_in_german_keeps_codes_and_places(tmp_path):
    message, hint = say("there is no page {path}", path="user/hlp.md"), say("write {word}", word="user/help.md")
    assert render([Problem("nav-missing", Location("mkdocs.yml", 9, 3), message, hint)], tmp_path, "de") == (
        "Fehler[nav-missing]: eine Seite user/hlp.md gibt es nicht\n"
        "  --> mkdocs.yml:9:3\n"
        "  = Hinweis: schreiben Sie user/help.md\n"
        "\n"
        "Grund und Lösung zeigt `.venv/bin/portal explain nav-missing`\n"
        "\n"
        "1 Fehler gefunden"
    )


def test_colour_changes_nothing_but_colour(tmp_path):
    (tmp_path / "a.md").write_text("lorem", "utf-8")
    problem = Problem("a", Location("a.md", 1, 1, 5), "slip", "mend it", severity="warning")
    coloured = render([problem], tmp_path, colour=True)
    assert "\033[1;33mwarning[a]\033[0m" in coloured and "\033[1;33m^^^^^\033[0m" in coloured
    assert re.sub(r"\033\[[\d;]*m", "", coloured) == render([problem], tmp_path)


@pytest.mark.parametrize(
    ("is_terminal", "environment", "coloured"),
    [
        (True, {"TERM": "xterm"}, True),
        (True, {"WT_SESSION": "1"}, True),
        (True, {}, False),
        (True, {"TERM": "dumb"}, False),
        (False, {"TERM": "xterm"}, False),
        (True, {"TERM": "xterm", "NO_COLOR": "1"}, False),
        (True, {"TERM": "xterm", "NO_COLOR": ""}, True),
        (False, {"FORCE_COLOR": "1"}, True),
        (True, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_colour_is_for_terminals_whose_reader_wants_it(is_terminal, environment, coloured):
    assert wants_colour(is_terminal, environment) is coloured


def test_a_text_is_as_wide_as_a_terminal_shows_it():
    assert [width(text) for text in ("abc", "日本", "u\u0308", "\uff21\uff22")] == [3, 4, 1, 4]
