"""Builds that end where no check looks: one problem, the file that caused it, and no traceback."""

import os
import subprocess
import sys

import pytest


def build(copy, wrapper=(), **options):
    command = [*wrapper, sys.executable, "-m", "portal", "build"]
    # The rules of the copy, as in a project of its own.
    environment = {
        **os.environ,
        "PYTHONPATH": str(copy / "hooks"),
        "NO_MKDOCS_2_WARNING": "1",
        **options.pop("environment", {}),
    }
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    return subprocess.run(command, cwd=copy, env=environment, check=False, **streams, **options)


def test_what_mkdocs_itself_can_not_read_is_told_at_the_page(copy):
    page = copy / "docs/de/user/help.md"
    page.write_text(page.read_text("utf-8") + "<div markdown>\n" * 600 + "a\n" + "</div>\n" * 600, "utf-8")
    run = build(copy)
    assert run.returncode == 1 and run.stdout.count("error[") == 1 and "Traceback" not in run.stdout
    assert "docs/de/user/help.md" in run.stdout and "nested too deeply" in run.stdout


def test_an_error_in_a_hook_is_one_problem_at_the_page_that_brings_it_out(copy):
    hook = copy / "hooks/date_pages.py"
    hook.write_text(hook.read_text("utf-8").replace("    context[", "    1 / 0\n    context[", 1), "utf-8")
    run = build(copy)
    assert run.returncode == 1 and run.stdout.count("error[") == 1 and "Traceback" not in run.stdout
    assert "--> docs/de/index.md" in run.stdout and "at hooks/date_pages.py:" in run.stdout
    assert "ZeroDivisionError" in (copy / ".cache/traceback.txt").read_text("utf-8")
    assert "Traceback" in build(copy, environment={"PORTAL_DEBUG": "1"}).stdout


def test_a_hook_that_can_not_be_loaded_is_one_problem(copy):
    (copy / "hooks/date_pages.py").write_text("import gone\n\n\ndef on_config(config):\n    return config\n", "utf-8")
    run = build(copy)
    assert run.returncode == 2 and run.stdout.count("error[") == 1 and "Traceback" not in run.stdout
    assert "hooks/date_pages.py:1" in run.stdout and "No module named 'gone'" in run.stdout


@pytest.mark.parametrize(
    ("old", "new"), [("plugins:", "extra:"), ("hooks:\n", "watch:\n"), ("  custom_dir: overrides\n", "")]
)
def test_a_configuration_without_what_the_build_needs_is_told_before_it_starts(copy, old, new):
    config = copy / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace(old, new, 1), "utf-8")
    run = build(copy)
    assert run.returncode == 1 and "error[config-incomplete]" in run.stdout and "Traceback" not in run.stdout


def test_mkdocs_tells_it_too_where_it_has_any_hooks(copy, build_project):
    config = copy / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("plugins:", "extra:", 1), "utf-8")
    run = build_project(copy)
    assert run.returncode == 1 and "error[config-incomplete]" in run.stdout and "Traceback" not in run.stdout


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"SOURCE_DATE_EPOCH": "abc"}, "SOURCE_DATE_EPOCH is not a number of seconds: abc"),
        ({"SITE_URL": "https://help.example/a b/"}, "SITE_URL is not an address: https://help.example/a b/"),
        ({"SITE_URL": "https://me:secret@help.example/"}, "SITE_URL contains a user name or a password"),
    ],
)
def test_variables_that_are_wrong_are_one_error(copy, environment, words):
    run = build(copy, environment=environment)
    assert run.returncode == 1 and run.stdout.count("error[") == 1 and "Traceback" not in run.stdout
    assert f"error[build]: {words}" in run.stdout and "secret" not in run.stdout


def test_a_closed_input_does_not_matter(copy):
    page = copy / "docs/de/user/help.md"
    page.write_text(page.read_text("utf-8").replace("description:", "description: [", 1), "utf-8")
    run = build(copy, ["bash", "-c", 'exec "$0" "$@" <&-'])
    assert run.returncode == 1 and "error[front-matter-invalid]" in run.stdout
