"""The report for GitLab: code quality, https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format."""

import json
from collections.abc import Iterable
from pathlib import Path

from portal.languages import Language
from portal.problems import Problem, merge
from portal.problems.reports.shared import fingerprints, full_text

SEVERITIES = {"error": "major", "warning": "minor"}


def render(problems: Iterable[Problem], root: Path, language: Language = "en") -> str:
    """Return the report of all problems as a JSON array; GitLab requires a line, so a whole file is line 1."""
    merged = merge(problems)
    issues = [
        {
            "description": full_text(problem, language),
            "check_name": problem.code,
            "fingerprint": fingerprint,
            "severity": SEVERITIES[problem.severity],
            "location": {"path": problem.location.file, "lines": {"begin": max(1, problem.location.line)}},
        }
        for problem, fingerprint in zip(merged, fingerprints(merged), strict=True)
    ]
    return json.dumps(issues, indent=2)
