import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from portal.__main__ import COMMANDS, main
from portal.arguments import build_parser
from portal.sources.facts_file import json_schema
from test_run import USED


@pytest.fixture
def folders(write_docs, write_site):
    return write_site({"index.html": "<p>TODO"}), write_docs({"de/index.md": "TODO\n", "en/index.md": "# A\n"})


def test_every_command_has_a_function():
    [action] = [action for action in build_parser()._actions if action.dest == "command"]
    assert action.choices.keys() == COMMANDS.keys()


def test_problems_are_printed_and_the_exit_status_is_1(folders, capsys):
    site, docs = folders
    assert main(["check", str(site), "--docs", str(docs)]) == 1
    assert "error[placeholder-text]" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["json", "sarif", "gitlab"])
def test_stdout_has_only_the_report_in_a_format_for_programs(folders, write_docs, write_site, capsys, name):
    site, docs = folders
    assert main(["check", str(site), "--docs", str(docs), "--format", name]) == 1
    found = capsys.readouterr()
    assert "placeholder-text" in found.out and json.loads(found.out)
    assert found.err == ""


@pytest.mark.parametrize("name", ["json", "sarif", "gitlab"])
def test_a_format_for_programs_is_a_valid_document_without_problems(write_docs, write_site, capsys, name):
    site = write_site({"index.html": "<p>A", "en/index.html": "<p>A"})
    docs = write_docs(dict.fromkeys(("de/index.md", "en/index.md"), USED))
    assert main(["check", str(site), "--docs", str(docs), "--format", name]) == 0
    json.loads(capsys.readouterr().out)


def test_output_writes_the_report_to_a_file_and_the_text_to_stderr(folders, tmp_path, capsys):
    site, docs = folders
    output = tmp_path / "report.json"
    assert main(["check", str(site), "--docs", str(docs), "--format", "json", "--output", str(output)]) == 1
    assert json.loads(output.read_text("utf-8"))["errors"] > 0
    found = capsys.readouterr()
    assert "error[placeholder-text]" in found.err and found.out == ""


def test_an_unwritable_report_gives_exit_status_2(folders, tmp_path, capsys):
    site, docs = folders
    output = tmp_path / "gone" / "report.json"
    assert main(["check", str(site), "--docs", str(docs), "--output", str(output)]) == 2
    assert f"can't write {output}" in capsys.readouterr().err


def test_the_github_summary_is_appended_to_the_step_summary(folders, tmp_path, capsys, monkeypatch):
    site, docs = folders
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    assert main(["check", str(site), "--docs", str(docs), "--format", "github"]) == 1
    assert "\n## " in capsys.readouterr().out
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary"))
    (tmp_path / "summary").write_text("before\n", "utf-8")
    main(["check", str(site), "--docs", str(docs), "--format", "github"])
    assert all(line.startswith("::") for line in capsys.readouterr().out.splitlines())
    assert (tmp_path / "summary").read_text("utf-8").startswith("before\n## ")


def test_problems_are_reported_in_german_in_a_german_locale(folders, capsys, monkeypatch):
    site, docs = folders
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    main(["check", str(site), "--docs", str(docs)])
    assert "Fehler[placeholder-text]: „TODO“ ist Blindtext" in capsys.readouterr().err


def test_locations_in_a_site_outside_the_project_are_absolute_and_excerpted(write_docs, tmp_path, capsys):
    docs = write_docs(dict.fromkeys(("de/index.md", "en/index.md"), USED))
    site = tmp_path / "else" / "where"
    (site / "en").mkdir(parents=True)
    for page in (site / "index.html", site / "en/index.html"):
        page.write_text("<p>Lorem ipsum", "utf-8")
    project = tmp_path / "project"
    project.mkdir()
    docs.rename(project / "docs")
    assert main(["check", str(site), "--docs", str(project / "docs")]) == 1
    report = capsys.readouterr().err
    assert f"--> {site}/en/index.html:1:4" in report and "<p>Lorem ipsum" in report


def test_a_clean_site_gives_exit_status_0(write_site, write_docs, capsys):
    site = write_site({"index.html": "<p>A", "en/index.html": "<p>A"})
    docs = write_docs(dict.fromkeys(("de/index.md", "en/index.md"), USED))
    assert main(["check", str(site), "--docs", str(docs)]) == 0
    assert "2 pages" in capsys.readouterr().out


def test_the_default_docs_are_those_of_the_working_directory(write_site, write_docs, tmp_path, monkeypatch):
    site = write_site({"index.html": "<p>A", "en/index.html": "<p>A"})
    write_docs(dict.fromkeys(("de/index.md", "en/index.md"), USED))
    (tmp_path / "overrides").mkdir()
    (tmp_path / "overrides/404.html").write_text("<p>", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["check", str(site), "--templates", "overrides"]) == 0


@pytest.mark.parametrize("url", ["http://[", "help.example", "", "mailto:a@b"])
def test_an_invalid_address_gives_exit_status_2(write_docs, tmp_path, capsys, url):
    with pytest.raises(SystemExit) as stop:
        main(["check", str(tmp_path), "--docs", str(write_docs({})), "--url", url])
    assert stop.value.code == 2 and "is not an address" in capsys.readouterr().err


def test_a_missing_folder_gives_exit_status_2(tmp_path):
    with pytest.raises(SystemExit) as stop:
        main(["check", str(tmp_path / "gone"), "--docs", str(tmp_path)])
    assert stop.value.code == 2


def test_the_rules_run_without_mkdocs(folders):
    site, docs = folders
    # Importing MkDocs fails as if it were not installed.
    code = "import sys; sys.modules['mkdocs'] = None; from portal.__main__ import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", code, "check", str(site), "--docs", str(docs)]
    run = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (run.returncode, "Traceback" in run.stderr) == (1, False)


def test_confirm_asks_first_and_writes_only_on_yes(write_docs, capsys, monkeypatch):
    docs = write_docs({"de/a.md": "# A\n", "en/a.md": "# A\n"})
    monkeypatch.setattr("builtins.input", lambda question: "n")
    assert main(["confirm", "a", "--docs", str(docs)]) == 1
    assert (docs / "en/a.md").read_text("utf-8") == "# A\n"
    assert main(["confirm", "a", "--docs", str(docs), "--yes"]) == 0
    assert "original: " in (docs / "en/a.md").read_text("utf-8")
    assert main(["confirm", "gone", "--docs", str(docs)]) == 2


def test_confirm_without_a_terminal_writes_nothing(write_docs, capsys, monkeypatch):
    docs = write_docs({"de/a.md": "# A\n", "en/a.md": "# A\n"})
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert main(["confirm", "a", "--docs", str(docs)]) == 1
    assert (docs / "en/a.md").read_text("utf-8") == "# A\n" and "add --yes" in capsys.readouterr().err


def test_the_schema_is_printed(write_docs, capsys):
    assert main(["schema", "--docs", str(write_docs({}))]) == 0
    assert capsys.readouterr().out == json_schema()


def test_dates_are_checked(write_docs):
    assert main(["check-dates", "--docs", str(write_docs({}))]) == 0


def test_the_setup_installs_the_command():
    command = [Path(sys.executable).with_name("portal"), "--help"]
    run = subprocess.run(command, check=False, capture_output=True, text=True)
    assert run.returncode == 0 and run.stdout.startswith("usage: portal")
