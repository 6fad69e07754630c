"""No false positives on realistic sentences, no false negatives on planted errors. Each file has one case per line.

Separated by tabs, clean.tsv has language and text; faults.tsv language, code and text. ↵ stands for a line break.
"""

from pathlib import Path

import pytest
from contexts import facts_context
from portal.checks.context import Page
from portal.checks.dates import check_dates
from portal.checks.durations import check_durations
from portal.checks.literals import check_literals
from portal.checks.placeholder_text import check_placeholder_text
from portal.checks.versions import check_family, check_platform, check_unknown
from portal.checks.wrong_language import check_language
from portal.sources.facts_file import read_facts
from portal.sources.page import parse_source

CHECKS = (check_language, check_unknown, check_family, check_platform, check_dates, check_durations, check_literals)
CORPUS = Path(__file__).parents[1] / "corpus"


def cases(name):
    lines = (CORPUS / name).read_text("utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


@pytest.fixture(scope="session")
def facts(project):
    return read_facts(project / "docs/facts.yml").facts


def codes(project, facts, language, sentence):
    # The corpus is about words and numbers; literal addresses are tested elsewhere.
    text = sentence.replace("↵", "\n")
    source = parse_source(project / "docs", language, "user/case.md", f"# Titel\n\n{text}\n")
    page, context = Page(source, facts), facts_context(project / "docs")
    found = [problem for check in CHECKS for problem in check(page, context)]
    return {problem.code for problem in (*found, *check_placeholder_text(source, context))} - {"address-literal"}


def test_the_corpus_is_large():
    assert len(set(cases("clean.tsv"))) >= 800
    assert len(set(cases("faults.tsv"))) >= 250


@pytest.mark.parametrize(("language", "sentence"), cases("clean.tsv"))
def test_a_realistic_sentence_is_not_reported(project, facts, language, sentence):
    assert codes(project, facts, language, sentence) == set()


@pytest.mark.parametrize(("language", "code", "sentence"), cases("faults.tsv"))
def test_a_planted_error_is_reported(project, facts, language, code, sentence):
    assert code in codes(project, facts, language, sentence)
