"""Browsers leave nothing behind, whatever ends the test that drives them, and a missing one says how to get it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from engines.browsers import ENGINES, connect, find_program, guarded

TEST = """
import sys
from engines.browsers import ENGINES
with ENGINES[sys.argv[1]]() as driver:
    print(driver.name, flush=True)
    sys.stdin.read()
"""


def environments(folder):
    """Return the environment of each process that has ``folder`` in it, by its id."""
    found = {}
    for process in Path("/proc").glob("[0-9]*"):
        try:
            variables = (process / "environ").read_text("utf-8", "replace")
        except OSError:  # it has ended, or is somebody else's
            continue
        if str(folder) in variables:
            found[int(process.name)] = dict(each.partition("=")[::2] for each in variables.split("\0"))
    return found


THOROUGH = [pytest.param(number, marks=pytest.mark.thorough) for number in (signal.SIGTERM, signal.SIGINT)]


@pytest.mark.parametrize("ending", [signal.SIGKILL, *THOROUGH])
@pytest.mark.parametrize("engine", ENGINES)
def test_no_process_and_no_file_outlives_the_test(engine, ending, tmp_path):
    env = {**os.environ, "TMPDIR": str(tmp_path), "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen([sys.executable, "-c", TEST, engine], env=env, text=True, **streams) as test:
        assert test.stdout.readline()
        displays = {variables.get("DISPLAY", "") for variables in environments(tmp_path).values()}
        displays -= {"", os.environ.get("DISPLAY")}
        assert len(environments(tmp_path)) > 3 and list(tmp_path.iterdir())
        test.send_signal(ending)
    end = time.monotonic() + 60
    while (environments(tmp_path) or list(tmp_path.iterdir())) and time.monotonic() < end:
        time.sleep(0.05)
    assert environments(tmp_path) == {} and list(tmp_path.iterdir()) == []
    assert [name for name in displays if Path(f"/tmp/.X11-unix/X{name[1:]}").exists()] == []  # noqa: S108 - X puts it there


def test_a_program_that_ends_at_once_is_named():
    with guarded("/bin/false") as process, pytest.raises(RuntimeError, match="/bin/false did not start"):
        connect(process, 1, lambda: None)


def test_a_missing_program_says_how_to_install_it(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(AssertionError, match=r"run \.ci/setup --test, or install Debian's package webkit2gtk-driver"):
        find_program("WebKitWebDriver", "webkit2gtk-driver")
