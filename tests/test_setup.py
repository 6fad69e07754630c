"""The set-up: wherever it is interrupted, and whatever happens to its folders, the next run repairs them.

Small programs stand in for venv, pip, npm, apt-get and dpkg. Each writes two files, and can be told to end the set-up
between them.
"""

import os
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

HALVES = """
make() {  # STAGE FOLDER: writes the first file, maybe ends the set-up, and writes the second
    echo "$1" >>"$LOG"
    mkdir -p "$2"
    echo one >"$2/one"
    if [[ ${END_AT:-} == "$1" ]]; then kill -"$SIGNAL" 0; sleep 60; fi
    if [[ ${WAIT_AT:-} == "$1" ]]; then read -r _ <"$GATE"; fi
    echo two >"$2/two"
}
"""
VENV_PYTHON = """
packages=${0%/bin/*}/lib/python/site-packages
if [[ $* == *--editable* ]]; then make project "$packages/portal"; else make pip "$packages/mkdocs"; fi"""
VENV_NPM = 'make npm "$3/node_modules/checker"'
PROGRAMS = {
    "python3": """
if [[ "$1 $2" == "-m venv" ]]; then
    make venv "${!#}/include"
    mkdir -p "${!#}/bin"
    cp "$STANDINS/venv/"* "${!#}/bin/"
elif [[ $2 == *cache_tag* ]]; then
    echo "${PYTHON_IS:-cpython-311}"
fi""",
    "apt-get": """
[[ $1 == download ]]
make download .
for name in nginx wrk; do echo >"$name.deb"; done""",
    "dpkg": 'name=${2##*/}; make "unpack-$name" "$3/usr/${name%.deb}"',
    "venv/python": VENV_PYTHON,
    "venv/python3": "exit 7",  # a venv can't make itself
    "venv/npm": VENV_NPM,
    **dict.fromkeys(("chromium-headless-shell", "java", "openssl"), ""),
}
STAGES = ("venv", "pip", "project", "download", "unpack-nginx.deb", "unpack-wrk.deb", "npm")
FOLDERS = (".venv", ".cache/debian", ".ci/node_modules")
MADE = (
    ".venv/include/two",
    ".venv/bin/python",
    ".venv/lib/python/site-packages/mkdocs/two",
    ".venv/lib/python/site-packages/portal/two",
    ".cache/debian/usr/nginx/two",
    ".cache/debian/usr/wrk/two",
    ".ci/node_modules/checker/two",
)


class SetUp:
    """A folder with the set-up, its locks, and the programs that stand in for what it calls."""

    def __init__(self, project: Path, folder: Path) -> None:
        self.root, self._programs, self.log = folder / "project", folder / "programs", folder / "log"
        (self.root / ".ci").mkdir(parents=True)
        shutil.copy(project / ".ci/setup", self.root / ".ci")
        for name in ("requirements.lock", ".ci/package-lock.json"):
            (self.root / name).write_text("a==1\n")
        for name, code in PROGRAMS.items():
            path = self._programs / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"#!/usr/bin/env bash\nset -euo pipefail\n{HALVES}{code}\n")
            path.chmod(0o755)

    def start(self, **environment: str) -> subprocess.Popen:
        """Start the set-up for the tests, in a process group of its own as a terminal does."""
        path = f"{self.root}/.venv/bin:{self._programs}:{os.environ['PATH']}"  # with the venv activated, too
        own = {"PATH": path, "LOG": str(self.log), "STANDINS": str(self._programs)}
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "stdin": subprocess.DEVNULL, "text": True}
        command = [self.root / ".ci/setup", "--test"]
        return subprocess.Popen(command, env={**os.environ, **own, **environment}, start_new_session=True, **streams)

    def run(self, **environment: str) -> tuple[int, str, list[str]]:
        """Run it; return its exit status, what it said, and the stages that it went through."""
        self.log.write_text("")
        with self.start(**environment) as process:
            said = process.communicate()[0]
        return process.returncode, said, self.log.read_text().splitlines()

    def missing(self) -> list[str]:
        """What a finished set-up has made and is not there."""
        return [name for name in MADE if not (self.root / name).is_file()]


@pytest.fixture
def set_up(project, tmp_path) -> SetUp:
    return SetUp(project, tmp_path)


@pytest.fixture
def finished(set_up) -> SetUp:
    status, said, _ = set_up.run()
    assert (status, set_up.missing()) == (0, []), said
    return set_up


def test_nothing_is_made_again_while_nothing_has_changed(finished):
    assert finished.run() == (0, "", [])


@pytest.mark.parametrize(
    ("name", "stage"),
    [*(("KILL", stage) for stage in STAGES), ("INT", "venv"), ("INT", "pip"), ("INT", "unpack-wrk.deb")],
)
def test_ended_at_any_moment_it_is_finished_by_the_next(set_up, name, stage):
    status, said, stages = set_up.run(END_AT=stage, SIGNAL=name)
    assert (status, stages[-1]) == (-signal.Signals[f"SIG{name}"], stage), said
    status, said, stages = set_up.run()
    assert (status, set_up.missing()) == (0, []) and stage in stages, said


def test_what_was_lost_comes_back(finished):
    lost = ("lib/python/site-packages/mkdocs/two", "usr/wrk/two", "checker/two")
    for folder, name in zip(FOLDERS, lost, strict=True):
        (finished.root / folder / name).unlink()
    status, said, _ = finished.run()
    assert (status, finished.missing()) == (0, [])
    for folder, name in zip(FOLDERS, lost, strict=True):
        assert f"{folder} is out of date or damaged: it no longer matches {name} " in said


def test_a_file_that_a_power_cut_left_empty_comes_back(finished):
    path = finished.root / MADE[2]
    path.write_text("")
    assert finished.run()[0] == 0 and path.read_text() == "two\n"


def test_what_is_added_later_stays(finished):
    for name in (".venv/lib/python/site-packages/uv", ".venv/lib/__pycache__/a.pyc"):
        (finished.root / name).parent.mkdir(exist_ok=True)
        (finished.root / name).write_text("")
    assert finished.run() == (0, "", [])


@pytest.mark.parametrize("kind", ["file", "dangling link", "empty folder", "link to a folder"])
def test_whatever_is_in_the_place_of_a_folder_is_replaced(finished, tmp_path, kind):
    for name in FOLDERS:
        path, other = finished.root / name, tmp_path / f"other-{Path(name).name}"
        path.rename(other)
        if kind == "file":
            path.write_text("")
        elif kind == "empty folder":
            path.mkdir()
        else:
            path.symlink_to(tmp_path / "gone" if kind == "dangling link" else other)
    status, said, _ = finished.run()
    assert (status, finished.missing()) == (0, []), said
    assert finished.run() == (0, "", [])
    assert all((tmp_path / f"other-{Path(name).name}/.complete").is_file() for name in FOLDERS)  # what others may use


def test_a_folder_that_was_moved_is_set_up_anew(finished, tmp_path):
    finished.root = finished.root.rename(tmp_path / "moved")
    status, said, stages = finished.run()
    assert status == 0 and f"no longer matches {tmp_path}/project/.venv" in said and "venv" in stages
    assert finished.run() == (0, "", [])


def test_another_python_makes_another_venv(finished):
    status, said, stages = finished.run(PYTHON_IS="cpython-313")
    assert status == 0 and "no longer matches cpython-311" in said and stages == ["venv", "pip", "project"]
    assert finished.run(PYTHON_IS="cpython-313") == (0, "", [])


@pytest.mark.parametrize(
    ("lock", "stages"), [("requirements.lock", ["venv", "pip", "project"]), (".ci/package-lock.json", ["npm"])]
)
def test_a_changed_lock_sets_up_what_it_pins(finished, lock, stages):
    (finished.root / lock).write_text("a==2\n")
    status, said, done = finished.run()
    assert (status, done) == (0, stages) and "no longer matches" in said


def test_two_at_a_time_wait_for_each_other(set_up, tmp_path):
    os.mkfifo(gate := tmp_path / "gate")
    with set_up.start(WAIT_AT="pip", GATE=str(gate)) as first:
        with gate.open("w") as opened, set_up.start() as second:  # once the first has come to its pip
            assert second.stdout.readline() == "Another set-up runs in this folder; waiting for its end\n"
            opened.write("go on\n")
            opened.close()
            assert (second.wait(), second.stdout.read()) == (0, "")
        assert first.wait() == 0, first.stdout.read()
    assert set_up.missing() == [] and set_up.log.read_text().splitlines().count("pip") == 1


def test_a_pip_that_outlives_its_set_up_is_waited_for(set_up, tmp_path):
    os.mkfifo(gate := tmp_path / "gate")
    with set_up.start(WAIT_AT="pip", GATE=str(gate)) as first, gate.open("w") as opened:
        os.kill(first.pid, signal.SIGKILL)
        first.wait()
        with set_up.start() as second:
            assert second.stdout.readline().startswith("Another set-up runs")
            opened.write("go on\n")
            opened.close()
            assert ".venv is unfinished" in second.stdout.read() and second.wait() == 0
    assert set_up.missing() == [] and set_up.run() == (0, "", [])
