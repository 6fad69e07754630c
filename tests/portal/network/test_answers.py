import json
import signal
import socket
import subprocess
import sys
from datetime import date

import pytest
from conftest import FACTS
from contexts import facts_context
from portal.__main__ import main
from portal.checks.address_allowances import check_allowances
from portal.network import ask
from portal.network.answers import check_answers, is_offline, report
from portal.network.ask import Answer
from portal.sources.facts_file import read_facts

TODAY = date(2026, 11, 23)
HOME = "https://help.example/de"


def answer(status=200, failure="", moved_to=""):
    return Answer(HOME, status, failure, (), moved_to, "2026-11-23T00:00:00+00:00")


@pytest.fixture
def file(write_docs):
    def read(allowance=""):
        facts = FACTS.replace("source: list,", f"source: list,{allowance}")
        return read_facts(write_docs({"facts.yml": facts}) / "facts.yml")

    return read


ALLOWED = " unreachable: {reason: refuses programs, until: 2026-12-01},"


@pytest.mark.parametrize(
    ("found", "code", "hint"),
    [
        (answer(404), "address-dead", "look for"),
        (answer(410), "address-dead", "look for"),
        (answer(None, "unknown host"), "address-dead", "look for"),
        (answer(None, "loop"), "address-dead", "look for"),
        (answer(403), "address-unreachable", "unreachable: {reason"),
        (answer(429), "address-unreachable", "unreachable: {reason"),
        (answer(500), "address-unreachable", "unreachable: {reason"),
        (answer(None, "timeout"), "address-unreachable", "unreachable: {reason"),
        (answer(None, "cut short"), "address-unreachable", "unreachable: {reason"),
        (answer(200, moved_to="https://help.example/new"), "address-moved", "write https://help.example/new"),
        (answer(404, moved_to="https://help.example/new"), "address-dead", "look for"),
        (answer(200, moved_to="http://help.example/new"), "address-moved", "is not encrypted"),
        (answer(304), "address-unreachable", "unreachable: {reason"),
        (answer(None, "far"), "address-dead", "look for"),
        (answer(None, "astray"), "address-dead", "look for"),
    ],
)
def test_each_answer_is_reported_at_its_address_in_facts_yml(file, found, code, hint):
    read = file()
    [problem] = check_answers(read.facts, [found], read.locations, TODAY)
    assert (problem.code, problem.location.file, problem.location.line) == (code, "docs/facts.yml", 7)
    assert problem.severity == "error" and hint in problem.hint


def test_an_address_that_answers_is_no_problem(file):
    read = file()
    assert list(check_answers(read.facts, [answer()], read.locations, TODAY)) == []


def test_an_allowance_suppresses_the_problem_until_its_date(file):
    read = file(ALLOWED)
    assert list(check_answers(read.facts, [answer(403)], read.locations, TODAY)) == []
    [problem] = check_answers(read.facts, [answer(403)], read.locations, date(2026, 12, 2))
    assert problem.code == "address-unreachable"


def test_an_unneeded_or_expired_allowance_is_reported(file, tmp_path):
    read = file(ALLOWED)
    assert [p.code for p in check_answers(read.facts, [answer()], read.locations, TODAY)] == ["address-allowance"]
    assert list(check_allowances(read.facts, facts_context(tmp_path / "docs", TODAY))) == []
    [problem] = check_allowances(read.facts, facts_context(tmp_path / "docs", date(2026, 12, 2)))
    assert (problem.code, problem.severity) == ("address-allowance", "warning")


def test_an_allowance_for_more_than_a_year_is_reported(file, tmp_path):
    read = file(ALLOWED)
    assert list(check_allowances(read.facts, facts_context(tmp_path / "docs", date(2025, 12, 1)))) == []
    [problem] = check_allowances(read.facts, facts_context(tmp_path / "docs", date(2025, 11, 30)))
    assert (problem.code, problem.severity, problem.hint) == ("address-allowance", "error", "give a day within a year")
    assert problem.message == "link.home is allowed to be unreachable until 2026-12-01, more than a year ahead"


@pytest.mark.parametrize(
    ("wrong", "column", "message", "hint"),
    [
        ("{until: 2026-12-01}", 76, "{name}.reason is missing", "add a line `reason: …` here"),
        ("{reason: x}", 76, "{name}.until is missing", "add a line `until: …` here"),
        ("x", 76, "{name} can't be 'x'", "write unreachable: {reason: …, until: …}"),
        ('{reason: "", until: 2026-12-01}', 85, "{name}.reason is empty", "say in words why it does not answer"),
        ('{reason: " ", until: 2026-12-01}', 85, "{name}.reason is empty", "say in words why it does not answer"),
        ("{reason: , until: 2026-12-01}", 84, "{name}.reason is empty", "say in words why it does not answer"),
        ("{reason: 7, until: 2026-12-01}", 85, "{name}.reason can't be '7'", "say in words why it does not answer"),
        ("{reason: x, until: soon}", 95, "{name}.until can't be 'soon'", "write a day so: 2027-03-01"),
    ],
)
def test_an_allowance_without_a_reason_or_date_is_reported_at_its_location(file, wrong, column, message, hint):
    [problem] = file(f" unreachable: {wrong},").problems
    assert (problem.code, problem.message, problem.hint) == (
        "facts-invalid",
        message.format(name="addresses.link.home.unreachable"),
        hint,
    )
    assert (problem.location.line, problem.location.column) == (7, column)


def test_without_a_network_there_is_one_message_and_the_last_report_is_kept(write_docs, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(ask, "ask_all", lambda *_: iter([answer(None, "unknown host")]))
    last = tmp_path / "report.json"
    last.write_text("the last one")
    assert main(["check-links", "--docs", str(write_docs({})), "--report", str(last)]) == 2
    assert "network" in capsys.readouterr().err and last.read_text() == "the last one"


TWO = FACTS + '  link.other: {value: "https://other.example/", source: list, checked: 2026-11-22}\n'


def test_ctrl_c_reports_the_answers_so_far_and_keeps_the_last_report(write_docs, tmp_path, monkeypatch, capsys):
    def ask_all(*_):
        yield answer(404)
        raise KeyboardInterrupt

    monkeypatch.setattr(ask, "ask_all", ask_all)
    last = tmp_path / "report.json"
    last.write_text("the last one")
    assert main(["check-links", "--docs", str(write_docs({"facts.yml": TWO})), "--report", str(last)]) == 2
    errors = capsys.readouterr().err
    assert "address-dead" in errors and "stopped after 1 of 2 addresses. The last report is kept" in errors
    assert last.read_text() == "the last one" and len(list(tmp_path.glob("report*"))) == 1


def test_ctrl_c_does_not_wait_for_a_silent_server(write_docs):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        silent.settimeout(60)  # seconds, in case the program ends before it connects
        facts = FACTS.replace("https://help.example/de", f"https://127.0.0.1:{silent.getsockname()[1]}/")
        command = [sys.executable, "-m", "portal", "check-links", "--docs", str(write_docs({"facts.yml": facts}))]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
            silent.accept()
            process.send_signal(signal.SIGINT)
            errors = process.communicate(timeout=60)[1]
    assert process.returncode == 2 and "stopped after 0 of 1 addresses" in errors and "Traceback" not in errors


def test_an_unwritable_report_is_reported(write_docs, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(ask, "ask_all", lambda *_: iter([answer(404)]))
    assert main(["check-links", "--docs", str(write_docs({})), "--report", str(tmp_path / "gone/report.json")]) == 2
    errors = capsys.readouterr().err
    assert "address-dead" in errors and "can't write" in errors


def test_the_answers_are_written_with_their_dates(write_docs, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(ask, "ask_all", lambda *_: iter([answer(404)]))
    kept = tmp_path / "report.json"
    assert main(["check-links", "--docs", str(write_docs({})), "--report", str(kept)]) == 1
    assert json.loads(kept.read_text())["answers"][0]["asked_at"] == "2026-11-23T00:00:00+00:00"
    assert "address-dead" in capsys.readouterr().err


def test_one_unknown_host_among_others_does_not_mean_offline():
    assert not is_offline([answer(), answer(None, "unknown host")]) and is_offline([answer(None, "unknown host")])
    assert json.loads(report([answer()]))["version"] == 1
