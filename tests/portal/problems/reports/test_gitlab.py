import json

from portal.problems import Location, Problem
from portal.problems.messages import say
from portal.problems.reports.gitlab import render


def issues(problems, root, language="en"):
    return json.loads(render(problems, root, language))


def test_an_issue_has_the_fields_that_gitlab_requires(tmp_path):
    [issue] = issues([Problem("a-b", Location("docs/de/a.md", 3, 20, 7), "wrong", "fix it", "warning")], tmp_path)
    assert len(issue.pop("fingerprint")) == 32
    assert issue == {
        "description": "wrong\nhint: fix it",
        "check_name": "a-b",
        "severity": "minor",
        "location": {"path": "docs/de/a.md", "lines": {"begin": 3}},
    }


def test_a_problem_of_a_whole_file_is_on_line_1(tmp_path):
    [issue] = issues([Problem("a-b", Location("docs/de/a.md"), "wrong")], tmp_path)
    assert (issue["location"]["lines"]["begin"], issue["severity"]) == (1, "major")


def test_fingerprints_survive_shifted_lines_and_another_language(tmp_path):
    message = say("there is no page {path}", path="b.md")
    before, after = (
        [
            issue["fingerprint"]
            for issue in issues([Problem("a-b", Location("a.md", line), message)], tmp_path, language)
        ]
        for line, language in ((3, "en"), (30, "de"))
    )
    assert before == after


def test_identical_problems_in_a_file_have_different_fingerprints(tmp_path):
    found = issues([Problem("a-b", Location("a.md", line), "wrong") for line in (1, 2)], tmp_path)
    assert len({issue["fingerprint"] for issue in found}) == 2


def test_nothing_found_is_an_empty_list(tmp_path):
    assert issues([], tmp_path) == []
