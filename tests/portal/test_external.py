import json
from datetime import date

import pytest
from conftest import FACTS
from portal import ask
from portal.__main__ import main
from portal.allowances import check_allowances
from portal.ask import Answer
from portal.external import check_answers, is_offline, report
from portal.facts_file import read_facts

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
    ],
)
def test_each_answer_is_told_at_its_address_in_facts_yml(file, found, code, hint):
    read = file()
    [problem] = check_answers(read.facts, [found], read.places, TODAY)
    assert (problem.code, problem.place.file, problem.place.line) == (code, "docs/facts.yml", 7)
    assert problem.severity == "error" and hint in problem.hint


def test_an_address_that_answers_is_fine(file):
    read = file()
    assert list(check_answers(read.facts, [answer()], read.places, TODAY)) == []


def test_an_allowance_accepts_what_is_told_until_its_day(file):
    read = file(ALLOWED)
    assert list(check_answers(read.facts, [answer(403)], read.places, TODAY)) == []
    [problem] = check_answers(read.facts, [answer(403)], read.places, date(2026, 12, 2))
    assert problem.code == "address-unreachable"


def test_an_allowance_that_is_not_needed_or_has_run_out_is_told(file):
    read = file(ALLOWED)
    assert [p.code for p in check_answers(read.facts, [answer()], read.places, TODAY)] == ["address-allowance"]
    assert list(check_allowances(read.facts, read.places, TODAY)) == []
    [problem] = check_allowances(read.facts, read.places, date(2026, 12, 2))
    assert (problem.code, problem.severity) == ("address-allowance", "warning")


@pytest.mark.parametrize(
    "wrong", [" unreachable: {until: 2026-12-01},", " unreachable: {reason: x},", " unreachable: x,"]
)
def test_an_allowance_needs_a_reason_and_a_day(file, wrong):
    assert {problem.code for problem in file(wrong).problems} == {"facts-invalid"}


def test_without_a_network_that_is_said_once_and_the_last_report_stays(write_docs, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(ask, "ask_all", lambda *_: [answer(None, "unknown host")])
    last = tmp_path / "report.json"
    last.write_text("the last one")
    assert main(["check-links", "--docs", str(write_docs({})), "--report", str(last)]) == 2
    assert "network" in capsys.readouterr().err and last.read_text() == "the last one"


def test_what_was_answered_is_kept_with_its_day(write_docs, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(ask, "ask_all", lambda *_: [answer(404)])
    kept = tmp_path / "report.json"
    assert main(["check-links", "--docs", str(write_docs({})), "--report", str(kept)]) == 1
    assert json.loads(kept.read_text())["answers"][0]["asked_at"] == "2026-11-23T00:00:00+00:00"
    assert "address-dead" in capsys.readouterr().err


def test_one_unknown_host_among_others_is_no_missing_network():
    assert not is_offline([answer(), answer(None, "unknown host")]) and is_offline([answer(None, "unknown host")])
    assert json.loads(report([answer()]))["version"] == 1
