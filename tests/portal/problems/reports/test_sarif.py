import json

import pytest
from codes import code
from portal.formats.folders import FILE_OUTSIDE
from portal.problems import Location, Problem
from portal.problems.messages import say
from portal.problems.reports.sarif import render

PROBLEM = Problem(
    code("fact-unknown"),
    Location("docs/de/ä b.md", 3, 20, 7),
    "{{ a.b }} is no fact",
    "fix it",
    "warning",
    ("a.html",),
)


def run_of(document):
    [run] = json.loads(document)["runs"]
    return run


@pytest.mark.parametrize(
    "problems", [[], [PROBLEM], [PROBLEM, Problem(code("a-b"), Location("/site/index.html"), "wrong")]]
)
def test_the_document_is_valid_against_the_schema_of_oasis(sarif, project, problems):
    sarif.validate(json.loads(render(problems, project)))
    sarif.validate(json.loads(render(problems, project, "de")))


def test_a_result_has_rule_location_and_message(tmp_path):
    [result] = run_of(render([PROBLEM], tmp_path))["results"]
    assert len(result.pop("partialFingerprints")["problem/v1"]) == 32
    assert result == {
        "ruleId": "fact-unknown",
        "ruleIndex": 0,
        "level": "warning",
        "message": {"text": "{{{{ a.b }}}} is no fact\nhint: fix it"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "docs/de/%C3%A4%20b.md", "uriBaseId": "PROJECT"},
                    "region": {"startLine": 3, "startColumn": 20, "endColumn": 27},
                }
            }
        ],
        "properties": {"pages": ["a.html"], "subject": ""},
    }


def test_the_document_contains_no_local_path(tmp_path):
    assert str(tmp_path) not in render([PROBLEM], tmp_path)


def test_the_rules_are_explained_as_their_codes_are_in_the_language_of_the_report(tmp_path):
    rule = {
        "id": "fact-unknown",
        "help": {"text": "readers are lost write x", "markdown": "readers are lost write `x`"},
    }
    assert run_of(render([PROBLEM], tmp_path))["tool"]["driver"]["rules"] == [rule]
    problem = FILE_OUTSIDE.problem(Location("docs/a"), "wrong")
    [rule] = run_of(render([problem], tmp_path, "de"))["tool"]["driver"]["rules"]
    assert rule["help"]["text"].endswith("Legen Sie die Datei selbst dorthin, oder entfernen Sie den Link.")


def test_the_document_says_which_language_it_speaks(tmp_path):
    run = run_of(render([Problem(code("a-b"), Location("a.md"), say("remove it"))], tmp_path, "de"))
    assert (run["language"], run["results"][0]["message"]["text"]) == ("de", "entfernen Sie das")


def test_a_name_that_is_no_utf_8_is_an_address_all_the_same(tmp_path):
    [result] = run_of(render([Problem(code("a-b"), Location("docs/\udcff.md"), "wrong")], tmp_path))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "docs/%FF.md"
