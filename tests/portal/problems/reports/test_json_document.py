import json

from portal.problems import Location, Problem
from portal.problems.messages import say
from portal.problems.reports.json_document import render

PLACE = Location("docs/de/a.md", 3, 20, 7)


def test_the_document_contains_every_problem_with_its_location_and_messages(tmp_path):
    problem = Problem(
        "version-unknown", PLACE, say("{number} is new", number="1.2"), "fix it", "warning", ("a.html",), "x"
    )
    assert json.loads(render([problem], tmp_path)) == {
        "version": 1,
        "errors": 0,
        "warnings": 1,
        "problems": [
            {
                "code": "version-unknown",
                "severity": "warning",
                "file": "docs/de/a.md",
                "line": 3,
                "column": 20,
                "length": 7,
                "message": "1.2 is new",
                "hint": "fix it",
                "pages": ["a.html"],
                "subject": "x",
            }
        ],
    }


def test_nothing_found_is_a_valid_document(tmp_path):
    assert json.loads(render([], tmp_path)) == {"version": 1, "errors": 0, "warnings": 0, "problems": []}
