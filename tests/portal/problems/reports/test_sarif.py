import json

import pytest
from portal.problems import Location, Problem
from portal.problems.messages import say
from portal.problems.reports.sarif import render

PROBLEM = Problem(
    "fact-unknown", Location("docs/de/ä b.md", 3, 20, 7), "{{ a.b }} is no fact", "fix it", "warning", ("a.html",)
)


def run_of(document):
    [run] = json.loads(document)["runs"]
    return run


@pytest.mark.parametrize("problems", [[], [PROBLEM], [PROBLEM, Problem("a-b", Location("/site/index.html"), "wrong")]])
def test_the_document_is_valid_against_the_oasis_schema(sarif, project, problems):
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


def test_rules_have_the_explanations_of_the_reference_of_codes(project):
    [rule] = run_of(render([PROBLEM], project))["tool"]["driver"]["rules"]
    assert rule["id"] == "fact-unknown"
    assert rule["help"]["text"].startswith("Why: the placeholder would reach readers as it stands.")
    assert rule["help"]["markdown"].startswith("*Why:*")
    assert "*Fix:* write the key" in rule["help"]["markdown"]


def test_rules_have_no_explanations_without_the_reference(tmp_path):
    assert run_of(render([PROBLEM], tmp_path))["tool"]["driver"]["rules"] == [{"id": "fact-unknown"}]


def test_the_document_names_its_language(tmp_path):
    run = run_of(render([Problem("a-b", Location("a.md"), say("remove it"))], tmp_path, "de"))
    assert (run["language"], run["results"][0]["message"]["text"]) == ("de", "entfernen Sie das")


def test_a_name_that_is_not_utf_8_is_a_valid_uri(tmp_path):
    [result] = run_of(render([Problem("a-b", Location("docs/\udcff.md"), "wrong")], tmp_path))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "docs/%FF.md"
