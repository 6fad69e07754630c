import re
from datetime import date

import pytest
from conftest import FACTS
from contexts import facts_context
from portal.checks.run import check_dates
from portal.checks.security_txt import check_security, security_txt
from portal.sources.facts_file import read_facts
from portal.sources.project import Project

# RFC 9116, section 2: fields by line; section 2.5.5: one Expires with a date-time of RFC 3339; section 2.5.3: a
# Contact.
EXPIRES = re.compile(r"^Expires: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", re.MULTILINE)


@pytest.fixture
def write_contact(write_docs):
    def write(review_by="2027-10-01"):
        by = f", review_by: {review_by}" if review_by else ""
        fact = f'  security.contact: {{value: "https://help.example/", source: list, checked: 2026-11-22{by}}}\n'
        return read_facts(write_docs({"facts.yml": FACTS + fact}) / "facts.yml")

    return write


def test_security_txt_has_what_rfc_9116_requires(write_contact):
    lines = security_txt(write_contact().facts, "https://help.example/").splitlines()
    assert lines == [
        "Contact: https://help.example/",
        "Expires: 2027-10-01T00:00:00Z",
        "Preferred-Languages: de, en",
        "Canonical: https://help.example/.well-known/security.txt",
    ]
    assert len(EXPIRES.findall("\n".join(lines))) == 1


def test_an_address_without_https_is_no_canonical_one(write_contact):
    assert "Canonical" not in security_txt(write_contact().facts, "http://127.0.0.1:8000/")


def test_there_is_none_without_a_contact_or_below_a_path(write_contact, write_docs):
    assert security_txt(write_contact().facts, "https://help.example/help/") is None
    facts = read_facts(write_docs({}) / "facts.yml").facts
    assert security_txt(facts, "https://help.example/") is None
    assert list(check_security(facts, facts_context(facts=facts))) == []


@pytest.mark.parametrize(
    ("today", "found"),
    [
        (date(2026, 9, 30), [("error", "security.txt expires on 2027-10-01, more than a year ahead")]),
        (date(2026, 11, 22), []),
        (date(2027, 8, 1), []),
        (date(2027, 8, 2), [("warning", "security.txt expires on 2027-10-01")]),
        (date(2027, 9, 30), [("warning", "security.txt expires on 2027-10-01")]),
        (date(2027, 10, 1), [("error", "security.txt expired on 2027-10-01")]),
    ],
)
def test_it_warns_60_days_before_it_expires_and_fails_when_it_has(write_contact, tmp_path, today, found):
    file = write_contact()
    problems = list(check_security(file.facts, facts_context(tmp_path / "docs", today)))
    assert [(problem.severity, problem.message) for problem in problems] == found
    assert {problem.code for problem in problems} <= {"security-expires"}
    assert all(str(problem.location) == "docs/facts.yml:8:3" for problem in problems)


def test_a_contact_must_say_when_it_expires(write_contact, tmp_path):
    file = write_contact(review_by=None)
    [problem] = check_security(file.facts, facts_context(tmp_path / "docs"))
    assert (problem.severity, problem.message) == ("error", "security.contact has no review_by")
    assert security_txt(file.facts, "https://help.example/") is None


def test_who_asks_for_dates_gets_the_warning_as_an_error(write_contact, tmp_path):
    write_contact()
    [problem] = check_dates(Project(tmp_path / "docs"), date(2027, 9, 1))
    assert (problem.code, problem.severity) == ("security-expires", "error")
