import json

import pytest
from portal.problems import Location, Problem
from portal.problems.messages import say
from portal.problems.reports.sarif import render

PROBLEM = Problem(
    "fact-unknown", Location("docs/de/ä b.md", 3, 20, 7), "{{ a.b }} is no fact", "mend it", "warning", ("a.html",)
)


def run_of(document):
    [run] = json.loads(document)["runs"]
    return run


@pytest.mark.parametrize("problems", [[], [PROBLEM], [PROBLEM, Problem("a-b", Location("/site/index.html"), "wrong")]])
def test_the_document_is_valid_against_the_schema_of_oasis(sarif, project, problems):
    sarif.validate(json.loads(render(problems, project)))
    sarif.validate(json.loads(render(problems, project, "de")))


def test_a_result_has_its_rule_place_and_words(tmp_path):
    [result] = run_of(render([PROBLEM], tmp_path))["results"]
    assert len(result.pop("partialFingerprints")["problem/v1"]) == 32
    assert result == {
        "ruleId": "fact-unknown",
        "ruleIndex": 0,
        "level": "warning",
        "message": {"text": "{{{{ a.b }}}} is no fact\nhint: mend it"},
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


def test_no_path_of_the_machine_is_in_it(tmp_path):
    assert str(tmp_path) not in render([PROBLEM], tmp_path)


def test_the_rules_are_explained_in_the_words_of_the_reference_of_codes(project):
    [rule] = run_of(render([PROBLEM], project))["tool"]["driver"]["rules"]
    assert rule["id"] == "fact-unknown"
    assert rule["help"]["text"].startswith("Why: the placeholder would reach readers as it stands.")
    assert rule["help"]["markdown"].startswith("*Why:*")
    assert "*Fix:* write the key" in rule["help"]["markdown"]


def test_without_that_reference_rules_have_no_explanation(tmp_path):
    assert run_of(render([PROBLEM], tmp_path))["tool"]["driver"]["rules"] == [{"id": "fact-unknown"}]


def test_the_document_says_which_language_it_speaks(tmp_path):
    run = run_of(render([Problem("a-b", Location("a.md"), say("remove it"))], tmp_path, "de"))
    assert (run["language"], run["results"][0]["message"]["text"]) == ("de", "entfernen Sie das")


def test_a_name_that_is_no_utf_8_is_an_address_all_the_same(tmp_path):
    [result] = run_of(render([Problem("a-b", Location("docs/\udcff.md"), "wrong")], tmp_path))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "docs/%FF.md"
