"""What is true of every format, whatever names and messages contain."""

import json
import unicodedata

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from portal.problems import Location, Problem
from portal.problems.reports import FORMATS, text

WORDS = st.text() | st.sampled_from(["\x1b[2J", "%0A::error::x", "a\r\nb", "{0}", "{{", "\u202e", "```"])
NAMES = st.text(min_size=1).filter(lambda name: not name.startswith("/"))
PROBLEMS = st.builds(
    Problem,
    st.sampled_from(["a-b", "c-d"]),
    st.builds(Location, NAMES, st.integers(0, 9), st.integers(1, 99), st.integers(1, 99)),
    WORDS,
    WORDS,
    st.sampled_from(["error", "warning"]),
    st.lists(WORDS, max_size=3).map(tuple),
    WORDS,
)
SOME = st.lists(PROBLEMS, max_size=5, unique_by=lambda problem: problem.location)
all_of_them = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@all_of_them
@given(SOME)
def test_json_round_trips_every_problem(tmp_path, problems):
    found = json.loads(FORMATS["json"](problems, tmp_path))["problems"]
    assert sorted((p["file"], p["message"], p["hint"]) for p in found) == sorted(
        (problem.location.file, problem.message, problem.hint) for problem in problems
    )


@all_of_them
@given(SOME)
def test_sarif_is_valid(sarif, tmp_path, problems):
    document = json.loads(FORMATS["sarif"](problems, tmp_path))
    sarif.validate(document)
    assert len(document["runs"][0]["results"]) == len(problems)


@all_of_them
@given(SOME)
def test_gitlab_fingerprints_are_unique(tmp_path, problems):
    issues = json.loads(FORMATS["gitlab"](problems, tmp_path))
    assert len({issue["fingerprint"] for issue in issues}) == len(problems)


@all_of_them
@given(SOME)
def test_github_has_one_annotation_per_line(tmp_path, problems):
    lines = FORMATS["github"](problems, tmp_path).splitlines()
    assert len(lines) <= len(problems) and all(line.startswith(("::error file=", "::warning file=")) for line in lines)


@all_of_them
@given(SOME, st.text(), st.booleans())
def test_no_control_character_reaches_a_terminal(tmp_path, problems, content, colour):
    (tmp_path / "a.md").write_text(content, "utf-8")
    here = [Problem("a-b", Location("a.md", 1, 2), "wrong"), *problems]
    report = text.render(here, tmp_path, colour=colour)
    for style in text.STYLES.values():
        report = report.replace(f"\033[{style}m", "").replace("\033[0m", "")
    assert {char for char in report if unicodedata.category(char) in ("Cc", "Cf")} <= {"\n", "\t"}
