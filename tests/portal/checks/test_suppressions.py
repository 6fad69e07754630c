from portal.checks.run import CODES
from portal.checks.suppressions import apply_suppressions
from portal.checks.versions import VERSION_UNKNOWN
from portal.problems import Location
from portal.sources.page import parse_source


def applied(write_docs, text, *problems):
    source = parse_source(write_docs({}), "de", "a.md", text)
    return source, [(p.code, str(p.location)) for p in apply_suppressions(problems, [source], CODES)]


FAULT = VERSION_UNKNOWN.problem(Location("docs/de/a.md", 2, 5), "7.1 is not a version")


def test_an_exception_with_a_reason_hides_its_problem_on_the_next_line(write_docs):
    source, left = applied(write_docs, "<!-- allow version-unknown: an example -->\nAb 7.1\n", FAULT)
    assert left == []
    assert source.text == "Ab 7.1"


def test_an_exception_at_the_end_of_a_line_speaks_of_that_line(write_docs):
    source, left = applied(write_docs, "A\nAb 7.1 <!-- allow version-unknown: an example -->\nB\n", FAULT)
    assert left == []
    assert source.text == "A\nAb 7.1\nB"


def test_another_problem_on_the_line_is_not_hidden(write_docs):
    _, left = applied(write_docs, "A\nAb 7.1 <!-- allow placeholder-text: why -->\n", FAULT)
    assert left == [("version-unknown", "docs/de/a.md:2:5"), ("exception-unused", "docs/de/a.md:2:8")]


def test_an_exception_that_hides_nothing_is_told(write_docs):
    _, left = applied(write_docs, "<!-- allow version-unknown: why -->\nAb jetzt\n")
    assert left == [("exception-unused", "docs/de/a.md:1:1")]


def test_an_exception_without_a_reason_hides_nothing_and_is_told(write_docs):
    _, left = applied(write_docs, "<!-- allow version-unknown -->\nAb 7.1\n", FAULT)
    assert left == [("version-unknown", "docs/de/a.md:2:5"), ("exception-invalid", "docs/de/a.md:1:1")]


def test_an_exception_of_no_known_code_is_told(write_docs):
    _, left = applied(write_docs, "<!-- allow version-unknwon: why -->\nAb 7.1\n")
    assert left == [("exception-invalid", "docs/de/a.md:1:1")]
