import json

from portal.problems import Location, Problem
from portal.problems.reports import write, write_if_requested

PROBLEM = Problem("a-b", Location("docs/de/a.md", 1), "wrong")


def test_the_json_report_is_written_to_the_file_in_portal_report(tmp_path, monkeypatch):
    monkeypatch.setenv("PORTAL_REPORT", str(tmp_path / "report.json"))
    write_if_requested([PROBLEM], tmp_path)
    assert json.loads((tmp_path / "report.json").read_text("utf-8"))["errors"] == 1
    write_if_requested([], tmp_path)
    assert json.loads((tmp_path / "report.json").read_text("utf-8"))["problems"] == []


def test_no_report_is_written_unless_requested(tmp_path, monkeypatch):
    monkeypatch.delenv("PORTAL_REPORT", raising=False)
    write_if_requested([PROBLEM], tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_writing_a_report_leaves_no_temporary_file(tmp_path):
    write("report", tmp_path / "report")
    assert [path.name for path in tmp_path.iterdir()] == ["report"]
