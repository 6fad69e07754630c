import sys

import pytest
from portal.preview.build import BEGIN, Builder, files_of_pages

REPORT = 'import os; open(os.environ["PORTAL_REPORT"], "w").write(\'{"problems": [{"severity": "error"}]}\'); '


@pytest.fixture
def outcome(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("site_name: A")
    return lambda code: Builder(tmp_path, tmp_path, "http://127.0.0.1:1/", [sys.executable, "-c", code]).build()


def test_a_successful_build_delivers_and_reports_its_problems(outcome):
    found = outcome(REPORT)
    assert (found.delivered, found.failures, len(found.problems)) == (True, (), 1)


def test_a_build_that_aborts_on_errors_delivers_nothing_and_reports_them(outcome):
    found = outcome(REPORT + "raise SystemExit(1)")
    assert (found.delivered, found.failures, len(found.problems)) == (False, (), 1)


def test_a_crashed_build_reports_its_last_lines(outcome):
    found = outcome("print(*range(99), sep='\\n'); raise SystemExit(1)")
    assert not found.delivered and found.output.splitlines()[-1] == "98" and len(found.output.splitlines()) == 60
    assert [failure["message"] for failure in found.failures] == ["98"]


def test_the_report_of_an_earlier_build_is_ignored(tmp_path):
    (tmp_path / "report.json").write_text('{"problems": [{}]}')
    assert Builder(tmp_path, tmp_path, "/", [sys.executable, "-c", ""]).build().problems == ()


def test_a_build_is_marked_as_a_preview_without_an_environment_variable(project, tmp_path):
    code = BEGIN.partition("runpy.run_module")[0] + "raise SystemExit(not preview.is_preview())"
    builder = Builder(tmp_path, tmp_path, "/", [sys.executable, "-c", code])
    own = tmp_path / "hooks/portal"
    own.mkdir(parents=True)
    (own / "__init__.py").write_text("")
    (own / "preview.py").write_text("is_preview = lambda: False")
    assert not builder.build().delivered, "the hooks of the built project are used"
    (tmp_path / "hooks").rename(tmp_path / "others")
    (tmp_path / "hooks").symlink_to(project / "hooks")
    assert builder.build().delivered
    assert not any("PREVIEW" in name for name in builder._environment)


def test_the_files_of_a_page_include_its_passages(write_docs):
    docs = write_docs({"en/user/a.md": '{% include "shared/s.md" %}\n', "en/shared/s.md": "x\n"})
    assert files_of_pages(docs) == {"en/user/a/index.html": {"docs/en/user/a.md", "docs/en/shared/s.md"}}
