import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from portal.__main__ import main
from portal.sources.facts_file import json_schema
from test_run import USED


@pytest.fixture
def folders(write_docs, write_site):
    return write_site({"index.html": "<p>TODO"}), write_docs({"de/index.md": "TODO\n", "en/index.md": "# A\n"})


def test_problems_are_printed_and_the_exit_status_is_1(folders, capsys):
    site, docs = folders
    assert main(["check", str(site), "--docs", str(docs)]) == 1
    assert "error[placeholder-text]" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["json", "sarif", "gitlab"])
def test_a_format_for_programs_is_all_that_stdout_gets(folders, write_docs, write_site, capsys, name):
    site, docs = folders
    assert main(["check", str(site), "--docs", str(docs), "--format", name]) == 1
    found = capsys.readouterr()
    assert "placeholder-text" in found.out and json.loads(found.out)
    assert found.err == ""


@pytest.mark.parametrize("name", ["json", "sarif", "gitlab"])
def test_a_format_for_programs_is_a_document_when_nothing_is_found_too(write_docs, write_site, capsys, name):
    site = write_site({"index.html": "<p>A", "en/index.html": "<p>A"})
    docs = write_docs(dict.fromkeys(("de/index.md", "en/index.md"), USED))
    assert main(["check", str(site), "--docs", str(docs), "--format", name]) == 0
    json.loads(capsys.readouterr().out)


def test_a_report_goes_to_a_file_and_the_text_to_the_reader(folders, tmp_path, capsys):
    site, docs = folders
    output = tmp_path / "report.json"
    assert main(["check", str(site), "--docs", str(docs), "--format", "json", "--output", str(output)]) == 1
    assert json.loads(output.read_text("utf-8"))["errors"] > 0
    found = capsys.readouterr()
    assert "error[placeholder-text]" in found.err and found.out == ""


def test_a_report_that_can_not_be_written_gives_exit_status_2(folders, tmp_path, capsys):
    site, docs = folders
    output = tmp_path / "gone" / "report.json"
    assert main(["check", str(site), "--docs", str(docs), "--output", str(output)]) == 2
    assert f"can't write {output}" in capsys.readouterr().err


def test_the_summary_for_github_goes_where_github_shows_it(folders, tmp_path, capsys, monkeypatch):
    site, docs = folders
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    assert main(["check", str(site), "--docs", str(docs), "--format", "github"]) == 1
    assert "\n## " in capsys.readouterr().out
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary"))
    (tmp_path / "summary").write_text("before\n", "utf-8")
    main(["check", str(site), "--docs", str(docs), "--format", "github"])
    assert all(line.startswith("::") for line in capsys.readouterr().out.splitlines())
    assert (tmp_path / "summary").read_text("utf-8").startswith("before\n## ")


def test_problems_are_told_in_german_where_the_environment_asks_for_it(folders, capsys, monkeypatch):
    site, docs = folders
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    main(["check", str(site), "--docs", str(docs)])
    assert "Fehler[placeholder-text]: „TODO“ ist Blindtext" in capsys.readouterr().err


def test_places_in_a_site_elsewhere_are_named_in_full_with_their_own_words(write_docs, tmp_path, capsys):
    docs = write_docs(dict.fromkeys(("de/index.md", "en/index.md"), USED))
    site = tmp_path / "else" / "where"
    (site / "en").mkdir(parents=True)
    for page in (site / "index.html", site / "en/index.html"):
        page.write_text("<p>Lorem ipsum", "utf-8")
    project = tmp_path / "project"
    project.mkdir()
    docs.rename(project / "docs")
    assert main(["check", str(site), "--docs", str(project / "docs")]) == 1
    said = capsys.readouterr().err
    assert f"--> {site}/en/index.html:1:4" in said and "<p>Lorem ipsum" in said


def test_a_clean_site_gives_exit_status_0(write_site, write_docs, capsys):
    site = write_site({"index.html": "<p>A", "en/index.html": "<p>A"})
    docs = write_docs(dict.fromkeys(("de/index.md", "en/index.md"), USED))
    assert main(["check", str(site), "--docs", str(docs)]) == 0
    assert "2 pages" in capsys.readouterr().out


def test_the_docs_are_those_of_the_folder_where_it_is_called(write_site, write_docs, tmp_path, monkeypatch):
    site = write_site({"index.html": "<p>A", "en/index.html": "<p>A"})
    write_docs(dict.fromkeys(("de/index.md", "en/index.md"), USED))
    (tmp_path / "overrides").mkdir()
    (tmp_path / "overrides/404.html").write_text("<p>", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["check", str(site), "--templates", "overrides"]) == 0


@pytest.mark.parametrize("url", ["http://[", "help.example", "", "mailto:a@b"])
def test_an_address_that_is_none_gives_exit_status_2(write_docs, tmp_path, capsys, url):
    with pytest.raises(SystemExit) as stop:
        main(["check", str(tmp_path), "--docs", str(write_docs({})), "--url", url])
    assert stop.value.code == 2 and "is not an address" in capsys.readouterr().err


def test_a_folder_that_is_missing_gives_exit_status_2(tmp_path):
    with pytest.raises(SystemExit) as stop:
        main(["check", str(tmp_path / "gone"), "--docs", str(tmp_path)])
    assert stop.value.code == 2


def test_the_rules_run_where_mkdocs_is_not_installed(folders):
    site, docs = folders
    # An import of MkDocs fails as if it were not there.
    code = "import sys; sys.modules['mkdocs'] = None; from portal.__main__ import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", code, "check", str(site), "--docs", str(docs)]
    run = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (run.returncode, "Traceback" in run.stderr) == (1, False)


def test_confirming_a_page_asks_and_writes_only_on_yes(write_docs, capsys, monkeypatch):
    docs = write_docs({"de/a.md": "# A\n", "en/a.md": "# A\n"})
    monkeypatch.setattr("builtins.input", lambda question: "n")
    assert main(["confirm", "a", "--docs", str(docs)]) == 1
    assert (docs / "en/a.md").read_text("utf-8") == "# A\n"
    assert main(["confirm", "a", "--docs", str(docs), "--yes"]) == 0
    assert "original: " in (docs / "en/a.md").read_text("utf-8")
    assert main(["confirm", "gone", "--docs", str(docs)]) == 2


def test_confirming_a_page_where_nobody_can_answer_writes_nothing(write_docs, capsys, monkeypatch):
    docs = write_docs({"de/a.md": "# A\n", "en/a.md": "# A\n"})
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert main(["confirm", "a", "--docs", str(docs)]) == 1
    assert (docs / "en/a.md").read_text("utf-8") == "# A\n" and "add --yes" in capsys.readouterr().err


def test_the_schema_is_printed(write_docs, capsys):
    assert main(["schema", "--docs", str(write_docs({}))]) == 0
    assert capsys.readouterr().out == json_schema()


def test_dates_are_checked(write_docs):
    assert main(["check-dates", "--docs", str(write_docs({}))]) == 0


def test_the_set_up_installs_the_command():
    command = [Path(sys.executable).with_name("portal"), "--help"]
    run = subprocess.run(command, check=False, capture_output=True, text=True)
    assert run.returncode == 0 and run.stdout.startswith("usage: portal")
