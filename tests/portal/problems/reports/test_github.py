from portal.problems import Location, Problem
from portal.problems.reports.github import render, summarize


def test_a_problem_annotates_its_location(tmp_path):
    problem = Problem("version-unknown", Location("docs/de/a.md", 3, 20, 7), "23.9.25 is new", "fix it")
    assert render([problem], tmp_path) == (
        "::error file=docs/de/a.md,title=version-unknown,line=3,col=20,endColumn=27::23.9.25 is new%0Ahint: fix it"
    )


def test_a_problem_of_a_whole_file_has_no_line(tmp_path):
    problem = Problem("a-b", Location("docs/de/a.md"), "wrong", severity="warning")
    assert render([problem], tmp_path) == "::warning file=docs/de/a.md,title=a-b::wrong"


def test_github_syntax_is_escaped(tmp_path):
    problem = Problem("a-b", Location("docs/a,b:c%.md", 1), "100 % of\r\nthis: a, b\r")
    assert render([problem], tmp_path) == (
        "::error file=docs/a%2Cb%3Ac%25.md,title=a-b,line=1,col=1,endColumn=2::100 %25 of%0Athis: a, b\\r"
    )


def test_the_same_problem_is_annotated_only_three_times(tmp_path):
    problems = [Problem("a-b", Location("a.md", line), "wrong", subject="x") for line in range(1, 100)]
    assert len(render(problems, tmp_path).splitlines()) == 3


def test_the_summary_is_the_text_report_in_a_long_enough_fence(tmp_path):
    (tmp_path / "a.md").write_text("````md\n", "utf-8")
    summary = summarize([Problem("a-b", Location("a.md", 1), "wrong")], tmp_path)
    assert summary.startswith("## 1 problem found\n\n`````text\nerror[a-b]: wrong\n")
    assert summary.endswith("\n`````\n")


def test_the_summary_says_when_nothing_is_found(tmp_path):
    assert (render([], tmp_path), summarize([], tmp_path)) == ("", "## nothing found\n")


def test_the_summary_is_never_too_large_for_github(tmp_path):
    problems = [Problem("a-b", Location("a.md", line), "ü" * 1000) for line in range(2000)]
    assert 800_000 < len(summarize(problems, tmp_path).encode()) < 1024 * 1024
