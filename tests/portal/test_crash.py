import errno
import subprocess
import sys
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from portal import __main__, crash
from portal.__main__ import main
from portal.crash import explain_crash, report_crash
from portal.formats.markdown.text import Line


@pytest.fixture
def root(tmp_path):
    for name in ("docs/de/index.md", "overrides/main.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", "utf-8")
    return tmp_path


def caught(function, *arguments) -> Exception:
    with pytest.raises(Exception) as found:  # noqa: PT011 - any of them
        function(*arguments)
    return found.value


def told(error, root, kept=""):
    problem = explain_crash(error, root, kept)
    return problem.code, str(problem.location), problem.message


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("A\n{{ [1].index(3) }}", 2, "this template fails with “3 is not in list”"),
        ("{{ {}.popitem() }}", 1, "this template fails with “'popitem(): dictionary is empty'”"),
        ("{{ 1 / 0 }}", 1, "this template fails with “division by zero”"),
        ("{{ nothing }}", 1, "nothing has no value here"),
        ("A\n{% if %}", 2, "something is missing before the closing braces"),
        ("{% include 'gone.html' %}", 1, "there is no template gone.html"),
        ("A\n{% include 'main.html' %}", 2, "this template includes, extends or calls itself without end"),
        (
            "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
            1,
            "this template includes, extends or calls itself without end",
        ),
        ("{{ 'x' * 10 ** 15 }}", 1, "the memory is not enough for this"),
    ],
)
def test_whatever_fails_in_a_template_is_told_at_its_line(root, text, line, message):
    (root / "overrides/main.html").write_text(text, "utf-8")
    environment = Environment(loader=FileSystemLoader(root / "overrides"), undefined=StrictUndefined)  # noqa: S701
    error = caught(lambda: environment.get_template("main.html").render())
    assert told(error, root) == ("template", f"overrides/main.html:{line}:1", message)


def test_a_template_in_another_encoding_is_told_by_its_file(root):
    (root / "overrides/main.html").write_bytes(b"gr\xfc\xdfe")
    environment = Environment(loader=FileSystemLoader(root / "overrides"))  # noqa: S701
    error = caught(environment.get_template, "main.html")
    assert told(error, root) == ("build-failed", "overrides/main.html", "this file is not UTF-8 text")


def fail_with(error, line=None, path=None):
    assert line or path is None or path.exists()
    raise error


def endless(line):
    return endless(line)


LINE = Line("- a", "docs/de/index.md", 7)


def test_a_page_that_is_nested_too_deeply_is_named(root):
    message = "lists, quotes or elements are nested too deeply here"
    assert told(caught(endless, LINE), root) == ("build-failed", "docs/de/index.md", message)


def test_what_fails_while_a_file_of_an_editor_is_read_names_it_and_the_place_in_the_code(root, monkeypatch):
    monkeypatch.setattr(crash, "CODE", Path(__file__).parent)
    place = f"{Path(__file__).as_posix()}:{fail_with.__code__.co_firstlineno + 2}:1"
    message = f"an error in the code, at {place}, when it came to this file: KeyError: 'a'"
    for error in (caught(fail_with, KeyError("a"), LINE), caught(fail_with, KeyError("a"), None, root / LINE.file)):
        assert told(error, root) == ("build-failed", "docs/de/index.md", message)


def test_what_fails_elsewhere_names_the_place_in_the_code(root, monkeypatch):
    monkeypatch.setattr(crash, "CODE", Path(__file__).parent)
    code, place, message = told(caught(fail_with, KeyError("a")), root)
    assert code == "build-failed" and place.startswith(Path(__file__).as_posix())
    assert message == "an error in the code: KeyError: 'a'"


@pytest.mark.parametrize("error", [MemoryError(), RuntimeError("can't start new thread")])
def test_too_little_memory_is_no_error_in_the_code(root, error):
    assert told(caught(fail_with, error), root) == ("build", "", "the memory is not enough for this")


def test_a_full_disk_names_the_file_that_could_not_be_written(root):
    error = caught(fail_with, OSError(errno.ENOSPC, "No space left on device", "docs/a.png", None, "site.new/a.png"))
    assert told(error, root)[2] == "can't write site.new/a.png: No space left on device"
    error = caught(fail_with, OSError(errno.ENOSPC, "No space left on device"))
    assert told(error, root)[2] == f"can't write {root.as_posix()}: No space left on device"


def test_the_traceback_is_in_a_file_that_the_problem_names(root, capsys, monkeypatch):
    monkeypatch.setenv(crash.DEBUG, "")
    report_crash(caught(fail_with, KeyError("a"), LINE), root)
    report = capsys.readouterr().err
    assert "hint: the traceback is in .cache/traceback.txt" in report and "Traceback" not in report
    assert (root / ".cache/traceback.txt").read_text("utf-8").startswith("Traceback")


def test_where_no_file_can_be_written_the_problem_is_told_all_the_same(root, capsys, monkeypatch):
    monkeypatch.setenv(crash.DEBUG, "")
    (root / ".cache").write_text("", "utf-8")
    monkeypatch.setattr(crash.tempfile, "gettempdir", lambda: str(root / ".cache/gone"))
    report_crash(caught(fail_with, KeyError("a"), LINE), root)
    report = capsys.readouterr().err
    assert "KeyError" in report and "hint" not in report


@pytest.fixture
def failing(monkeypatch):
    """Return a function that lets the command `schema` fail with an error."""
    monkeypatch.setenv(crash.DEBUG, "")
    return lambda error: monkeypatch.setitem(__main__.COMMANDS, "schema", lambda _: fail_with(error))


@pytest.mark.parametrize("debug", [False, True])
def test_a_command_that_fails_ends_with_one_problem_and_with_debug_its_traceback(write_docs, failing, capsys, debug):
    failing(KeyError("a"))
    docs = write_docs({})
    assert main(["schema", "--docs", str(docs), *["--debug"] * debug]) == 2
    report = capsys.readouterr().err
    assert report.count("error[") == 1 and ("Traceback" in report) == debug
    assert (docs.parent / ".cache/traceback.txt").exists()


def test_control_c_is_no_error(write_docs, failing):
    failing(KeyboardInterrupt())
    assert main(["schema", "--docs", str(write_docs({}))]) == 130


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_streams_that_are_closed_do_not_matter(closed):
    run = subprocess.run(
        ["bash", "-c", f'"$0" -m portal explain link-text {closed}', sys.executable],
        capture_output=True,
        check=False,
        text=True,
    )
    assert (run.returncode, run.stderr) == (0, "") and (("Why:" in run.stdout) != (">&-" in closed.replace("2>", "")))


def test_a_reader_of_the_output_that_goes_away_is_no_error():
    command = '"$0" -m portal explain --reference en | head -n 1; echo "${PIPESTATUS[0]}"'
    run = subprocess.run(["bash", "-c", command, sys.executable], capture_output=True, check=False, text=True)
    assert (run.stdout, run.stderr) == ("# Problem codes\n0\n", "")
