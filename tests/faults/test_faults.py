"""The catalogue of faults: each file here plants one fault in the clean project and says what an editor is told.

A fault is a file in Go's txtar format: a comment, then ``-- path --`` and the content of that file, and last ``--
expected --`` with a line ``code place: message`` for each problem and ``  = hint`` below it. ``*`` in a path stands for
each language, in the expectation too. ``-- path -> target --`` is a symbolic link. A path that begins with ``site/`` is
laid over the built site; an empty file is removed.
"""

import re
import shutil
from pathlib import Path

import pytest
from faults.generator import SITE_URL, generate
from portal.checks import run
from portal.checks.run import CODES, check_all
from portal.checks.scopes import Check
from portal.languages import LANGUAGES
from portal.problems import Problem, merge
from portal.sources.project import Project

HERE = Path(__file__).parent
FAULTS = sorted(HERE.glob("*.txtar"))


def read_fault(path: Path) -> tuple[dict[str, str], list[str]]:
    """Return the files of a fault by their path, and what is expected of the report, line by line."""
    parts = re.split(r"(?m)^-- (.+) --\n", path.read_text("utf-8", "surrogateescape"))
    files: dict[str, str] = {}
    for name, content in zip(parts[1::2], parts[2::2], strict=True):
        for language in LANGUAGES if "*" in name else ("",):
            files[name.replace("*", language)] = content
    expected = files.pop("expected").rstrip("\n").splitlines()
    return files, expected


def plant(files: dict[str, str], folder: Path) -> Project:
    """Write the clean project with the fault into ``folder``, build it, and lay the fault's site over it."""
    shutil.copytree(HERE / "clean", folder, dirs_exist_ok=True)
    for ours in (True, False):
        if not ours:
            generate(folder, folder / "site")
        for key, content in files.items():
            name, _, target = key.partition(" -> ")
            path = folder / name
            if name.startswith("site/") != ours:
                path.parent.mkdir(parents=True, exist_ok=True)
                if target:
                    path.symlink_to(target)
                    continue
                path.write_text(content, "utf-8", "surrogateescape") if content else path.unlink()
    return Project(folder / "docs", folder / "mkdocs.yml", folder / "overrides")


def told(problems: list[Problem], stale: bool) -> list[str]:
    """Return the report in the form of the expectation. Translations count as confirmed unless ``stale``."""
    lines = []
    for problem in merge(problems):
        if problem.code != "translation-stale" or stale:
            lines.append(f"{problem.code} {problem.location}: {problem.message}")
            lines += [f"  = {problem.hint}"] if problem.hint else []
    return lines


def expand(expected: list[str]) -> list[str]:
    """Return the expectation with ``*`` written out: an entry for each language."""
    entries = re.findall(r"(?m)^\S.*(?:\n  .*)*", "\n".join(expected))
    each = [entry.replace("docs/*/", f"docs/{language}/") for entry in entries for language in LANGUAGES]
    return [line for entry in dict.fromkeys(each) for line in entry.splitlines()]


def test_the_clean_project_has_no_problem(tmp_path):
    project = plant({}, tmp_path)
    assert told(list(check_all(tmp_path / "site", project, SITE_URL).problems), stale=False) == []


@pytest.fixture(autouse=True)
def _checks_find_what_they_name(monkeypatch):
    """Let each check of the table fail a test in which it finds a problem whose code it does not name."""
    checks = tuple(map(strict, run.CHECKS))
    monkeypatch.setattr(run, "LINKS", checks[run.CHECKS.index(run.LINKS)])
    monkeypatch.setattr(run, "CHECKS", checks)


def strict(check: Check) -> Check:
    """Return a check that finds the same, and raises AssertionError for a code that it does not name."""

    def find(context):
        for problem in check.find(context):
            assert problem.code in check.codes, problem
            yield problem

    return Check(check.scope, find, check.codes)


@pytest.mark.parametrize("path", FAULTS, ids=lambda path: path.stem)
def test_a_fault_is_told_with_its_code_place_and_mend(path, tmp_path):
    files, expected = read_fault(path)
    project = plant(files, tmp_path)
    found = told(list(check_all(tmp_path / "site", project, SITE_URL).problems), path.stem == "translation-stale")
    assert sorted(found) == sorted(expand(expected)), "\n".join(found)


def test_every_code_of_the_checks_has_a_fault_and_no_fault_has_another():
    expected = {line.split()[0] for path in FAULTS for line in read_fault(path)[1] if not line.startswith(" ")}
    assert expected == CODES


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_code_names_its_subject_and_then_its_fault(code):
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)+", code)
