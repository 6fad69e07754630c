import pytest
from contexts import on_page
from portal.checks.version_history import check_history
from portal.sources.facts_file import read_facts
from portal.sources.history import history_lines, read_history
from portal.sources.page import parse_source

FACTS = """\
versions:
  android.minimum: {value: "23.9.26", family: old client, source: x, checked: 2026-11-22}
  windows.webview2: {value: "42.6", family: new client, source: x, checked: 2026-11-22}
durations:
  duration.small: {workplaces: 50, minutes: 5, source: x, checked: 2026-11-22}
addresses:
  link.home: {value: "https://help.example", source: x, checked: 2026-11-22}
"""
PAGE = """\
# Versionen

## Verlauf {#history}

| Datum | Plattform | Version |
| --- | --- | --- |
| 22.11.2026 | Android | 23.9.26 |
| 22.11.2026 | Windows (WebView2) | 42.6 |
| 1.3.2026 | Android | 23.8.1 |
"""


@pytest.fixture
def facts(write_docs):
    return read_facts(write_docs({"facts.yml": FACTS}) / "facts.yml").facts


@pytest.fixture
def page(write_docs):
    return lambda text=PAGE, language="de": parse_source(write_docs({}), language, "admin/versions.md", text)


def test_the_history_is_read_with_dates_of_the_language(page, facts):
    entries, problems = read_history(page(), facts)
    assert problems == []
    assert [(entry.day.isoformat(), entry.key, entry.number) for entry in entries] == [
        ("2026-11-22", "android.minimum", "23.9.26"),
        ("2026-11-22", "windows.webview2", "42.6"),
        ("2026-03-01", "android.minimum", "23.8.1"),
    ]
    english = PAGE.replace("22.11.2026", "22 November 2026").replace("1.3.2026", "1 March 2026")
    assert [entry.day for entry in read_history(page(english, "en"), facts)[0]] == [entry.day for entry in entries]


def test_a_whole_history_is_fine(page, facts):
    assert on_page(check_history, page(), facts) == []


@pytest.mark.parametrize(
    ("right", "wrong", "code", "line"),
    [
        ("| 22.11.2026 | Android | 23.9.26 |\n", "| 22.11.2026 | Android | 23.9.25 |\n", "history-stale", 7),
        ("| 1.3.2026 ", "| 1.3.2027 ", "history-order", 9),
        ("23.8.1", "23.9.27", "history-order", 9),
        ("| 22.11.2026 | Windows (WebView2) | 42.6 |\n", "", "history-missing", 1),
        ("1.3.2026", "March 2026", "history-invalid", 9),
        ("1.3.2026", "31.2.2026", "history-invalid", 9),
        ("Android | 23.8.1", "Symbian | 23.8.1", "history-invalid", 9),
        ("23.8.1", "neu", "history-invalid", 9),
        ("| 23.8.1", "| ", "history-invalid", 9),
        ("| 1.3.2026 | Android | 23.8.1 |", "| 1.3.2026 | Android |", "history-invalid", 9),
    ],
)
def test_each_fault_of_the_history_is_told_at_its_row(page, facts, right, wrong, code, line):
    assert right in PAGE
    found = [
        (problem.code, problem.location.line)
        for problem in on_page(check_history, page(PAGE.replace(right, wrong)), facts)
    ]
    assert found == [(code, line)]


@pytest.mark.parametrize("around", ["<!--\n{}\n-->", "```\n{}\n```"])
def test_what_stands_in_a_comment_or_in_code_is_no_history(page, around):
    assert history_lines(page(around.format(PAGE))) == []


def test_a_row_of_the_history_needs_no_pipes_around_it(page, facts):
    entries, problems = read_history(
        page(PAGE.replace("| 1.3.2026 | Android | 23.8.1 |", "1.3.2026|Android|23.8.1")), facts
    )
    assert (entries[-1].number, problems) == ("23.8.1", [])


def test_only_the_rows_below_the_heading_belong_to_the_history(page):
    other = "# A\n\n| x | y | z |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n"
    assert history_lines(page(other)) == []
