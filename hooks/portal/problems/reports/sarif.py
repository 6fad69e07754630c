"""The report as SARIF 2.1.0 with Errata 01 (OASIS, 2023), for code hosts and editors; comments cite its sections."""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NotRequired, TypedDict
from urllib.parse import quote

from portal.languages import Language
from portal.problems import Location, Problem, merge
from portal.problems.reports.shared import fingerprints, full_text

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
SECTION = re.compile(r"^### ([^\n]+)\n(.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)
EXAMPLE = re.compile(r"^```.*?^```\n", re.MULTILINE | re.DOTALL)
ROOT = "PROJECT"  # 3.14.14: a symbol for the project's folder, wherever that is


class PhysicalLocation(TypedDict):
    """Where a result is (3.29)."""

    artifactLocation: dict[str, str]
    region: NotRequired[dict[str, int]]


class Rule(TypedDict):
    """The rule that a result violates (3.49)."""

    id: str
    help: NotRequired[dict[str, str]]


def render(problems: Iterable[Problem], root: Path, language: Language = "en") -> str:
    """Return the report of all problems as a SARIF document. ``root`` has hooks/CODES.md, which explains the codes."""
    merged = merge(problems)
    codes = sorted({problem.code for problem in merged})
    explanations = _explanations(root)
    run = {
        "tool": {"driver": {"name": "portal", "rules": [_rule(code, explanations.get(code, "")) for code in codes]}},
        "language": language,
        "columnKind": "unicodeCodePoints",  # 3.14.27: as Python counts
        "originalUriBaseIds": {ROOT: {"description": {"text": "the project's folder"}}},
        "results": [
            {
                "ruleId": problem.code,
                "ruleIndex": codes.index(problem.code),
                "level": problem.severity,
                "message": {"text": _escape(full_text(problem, language))},
                "locations": [{"physicalLocation": _location(problem.location)}],
                "partialFingerprints": {"problem/v1": fingerprint},
                "properties": {"pages": problem.pages, "subject": problem.subject},
            }
            for problem, fingerprint in zip(merged, fingerprints(merged), strict=True)
        ],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _escape(words: str) -> str:
    """Double braces: a single pair is a placeholder (3.11.5)."""
    return words.replace("{", "{{").replace("}", "}}")


def _location(location: Location) -> PhysicalLocation:
    if Path(location.file).is_absolute():
        artifact = {"uri": Path(location.file).as_uri()}
    else:
        artifact = {"uri": quote(location.file, errors="surrogateescape"), "uriBaseId": ROOT}
    if not location.line:
        return {"artifactLocation": artifact}
    # 3.30.8: the end column is the one after the last character
    region = {
        "startLine": location.line,
        "startColumn": location.column,
        "endColumn": location.column + location.length,
    }
    return {"artifactLocation": artifact, "region": region}


def _rule(code: str, explanation: str) -> Rule:
    rule: Rule = {"id": code}
    if explanation:
        plain = re.sub(r"[*`]", "", explanation)
        rule["help"] = {"text": _escape(plain), "markdown": _escape(explanation)}
    return rule


def _explanations(root: Path) -> dict[str, str]:
    """Return what hooks/CODES.md says about each code, without the example."""
    try:
        guide = (root / "hooks/CODES.md").read_text("utf-8")
    except (OSError, UnicodeDecodeError):  # the site is checked without its project
        return {}
    return {code: EXAMPLE.sub("", body).strip() for codes, body in SECTION.findall(guide) for code in codes.split(", ")}
