import json

from portal.problems import Location, Problem
from portal.problems.reports import write, write_where_asked

PROBLEM = Problem("a-b", Location("docs/de/a.md", 1), "wrong")


def test_the_json_report_is_written_where_the_environment_asks_for_it(tmp_path, monkeypatch):
    monkeypatch.setenv("PORTAL_REPORT", str(tmp_path / "report.json"))
    write_where_asked([PROBLEM], tmp_path)
    assert json.loads((tmp_path / "report.json").read_text("utf-8"))["errors"] == 1
    write_where_asked([], tmp_path)
    assert json.loads((tmp_path / "report.json").read_text("utf-8"))["problems"] == []


def test_no_report_is_written_where_nobody_asks(tmp_path, monkeypatch):
    monkeypatch.delenv("PORTAL_REPORT", raising=False)
    write_where_asked([PROBLEM], tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_report_leaves_no_other_file_behind(tmp_path):
    write("report", tmp_path / "report")
    assert [path.name for path in tmp_path.iterdir()] == ["report"]
