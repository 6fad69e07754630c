"""What README.md and CONTRIBUTING.md name is there: commands, options, files and folders."""

import re
import subprocess
import sys

import pytest

GUIDES = ("README.md", "CONTRIBUTING.md")
# What a build, a test or another program makes, and what is only an example.
MADE = re.compile(r"^(?:\.venv|\.cache|site|site\.new|docs/en/user/new\.md$|assets)(?:/|$)")


@pytest.fixture(scope="module")
def guide(project):
    return "\n".join((project / name).read_text("utf-8") for name in GUIDES)


def without_examples(text):
    """Return a guide without the reports in it, which name files that need not be there."""
    return re.sub(r"(?ms)^```\n.*?^```$", "", text)


def test_each_file_and_folder_is_there(project, guide):
    folders = "|".join(sorted(re.escape(path.name) for path in project.iterdir() if path.is_dir()))
    named = set(re.findall(rf"`((?:{folders})/[\w./-]*)`", without_examples(guide)))
    assert len(named) > 40
    assert [path for path in sorted(named) if not MADE.match(path) and not (project / path).exists()] == []


def test_each_file_that_is_linked_is_there(project, guide):
    links = set(re.findall(r"\]\(([\w./-]+)(?:#[\w-]+)?\)", without_examples(guide)))
    examples = {link for link in links if link.startswith("../") or link.endswith((".png", ".svg"))}
    assert [link for link in sorted(links - examples) if not (project / link).exists()] == []


def test_each_command_of_make_is_there(project, guide):
    targets = re.findall(r"(?m)^([a-z][a-z -]*):", (project / "Makefile").read_text("utf-8"))
    known = {target for line in targets for target in line.split()}
    named = set(re.findall(r"(?m)(?:`|^|&& |/ )make ([a-z-]+)\b", guide))
    assert len(named) > 15 and named <= known


def test_each_command_and_option_of_portal_is_there(project, guide):
    commands = re.findall(r"python -m portal ([a-z-]+)((?: [\w./:<>-]+)*)", guide)
    assert {command for command, _ in commands} >= {"check", "nginx", "preview"}
    named = {"check": {"--config", "--templates", "--url", "--format", "--output"}}  # where the command is not beside them
    for command, rest in commands:
        named.setdefault(command, set()).update(re.findall(r"--[a-z-]+", rest))
    for command, options in named.items():
        run = subprocess.run(
            [sys.executable, "-m", "portal", command, "--help"], cwd=project / "hooks", capture_output=True, text=True
        )
        assert run.returncode == 0, command
        assert options <= set(re.findall(r"--[a-z-]+", run.stdout)), command


def test_each_hook_of_the_build_is_told_of(project):
    hooks = {path.name for path in (project / "hooks").glob("*.py")}
    assert hooks - set(re.findall(r"`hooks/(\w+\.py)`", (project / "README.md").read_text("utf-8"))) == set()


def test_each_format_of_a_report_is_told_of(project):
    sys_path = [sys.executable, "-c", "from portal.reports import FORMATS; print(*FORMATS)"]
    formats = subprocess.run(sys_path, cwd=project / "hooks", capture_output=True, text=True).stdout.split()
    table = (project / "README.md").read_text("utf-8").partition("| `--format` |")[2].partition("\n\n")[0]
    assert re.findall(r"(?m)^\| `(\w+)` \|", table) == formats
