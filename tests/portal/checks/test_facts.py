from datetime import date

import pytest
from conftest import FACTS
from contexts import facts_context
from portal.checks.facts import check_fact_texts, check_overdue, check_unused


def test_a_fact_that_no_page_and_no_template_uses_is_told(write_docs, tmp_path):
    docs = write_docs({"de/a.md": "{{ android.minimum }} {{ duration.large.minutes }}\n"})
    (tmp_path / "overrides").mkdir()
    (tmp_path / "overrides/footer.html").write_text('{{ facts["link.home"] }}', "utf-8")
    context = facts_context(docs, templates=tmp_path / "overrides")
    [problem] = check_unused(context.project, context)
    assert (problem.code, str(problem.location)) == ("fact-unused", "docs/facts.yml:3:3")


def test_where_the_templates_are_unknown_no_fact_counts_as_unused(write_docs):
    docs = write_docs({"de/a.md": "A\n"})
    context = facts_context(docs)
    assert list(check_unused(context.project, context)) == []


def test_a_fact_past_its_review_is_a_warning_on_the_day_after(write_docs):
    docs = write_docs(
        {"facts.yml": FACTS.replace("checked: 2026-11-22}", "checked: 2026-11-22, review_by: 2027-05-01}", 1)}
    )
    before, after = (facts_context(docs, date(2027, 5, day)) for day in (1, 2))
    assert list(check_overdue(before.facts, before)) == []
    [problem] = check_overdue(after.facts, after)
    assert (problem.code, problem.severity, str(problem.location)) == ("fact-overdue", "warning", "docs/facts.yml:2:3")


@pytest.mark.parametrize(
    ("right", "wrong", "place"),
    [
        ("https://help.example/de", "https://www.example.com/de", "7:31"),
        ("source: help page", "source: TBD", "2:67"),
        ("source: help page", 'source: "help page, TBD"', "2:79"),
        ("source: help page", 'source: "TB\\u0044"', "2:67"),
        ("source: list", "source: list, unreachable: {reason: TODO, until: 2027-03-01}", "7:85"),
    ],
)
def test_a_fact_that_stands_for_another_is_told_at_its_words(write_docs, right, wrong, place):
    context = facts_context(write_docs({"facts.yml": FACTS.replace(right, wrong, 1)}))
    [problem] = check_fact_texts(context.project, context)
    assert (problem.code, str(problem.location)) == ("placeholder-text", f"docs/facts.yml:{place}")


def test_a_source_in_words_is_none(write_docs):
    context = facts_context(write_docs({}))
    assert list(check_fact_texts(context.project, context)) == []


def test_the_same_words_in_two_values_of_a_line_are_told_at_both(write_docs):
    text = FACTS.replace("source: list", "source: TODO, unreachable: {reason: TODO, until: 2027-03-01}")
    context = facts_context(write_docs({"facts.yml": text}))
    found = check_fact_texts(context.project, context)
    assert [str(problem.location) for problem in found] == ["docs/facts.yml:7:57", "docs/facts.yml:7:85"]
