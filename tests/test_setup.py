"""The setup: the next run repairs its folders, wherever it was interrupted and whatever happened to them.

Small programs replace venv, pip, npm, apt-get and dpkg. Each writes two files, and can end the setup in between.
"""

import os
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

HALVES = """
make() {  # STAGE FOLDER: writes the first file, maybe ends the setup, and writes the second
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
VENV_NPM = 'make "npm${3#.ci}" "$3/node_modules/checker"'
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
    "venv/python3": "exit 7",  # a venv can't create itself
    "venv/npm": VENV_NPM,
    **dict.fromkeys(("chromium-headless-shell", "java", "openssl"), ""),
}
STAGES = ("venv", "pip", "project", "npm/search", "download", "unpack-nginx.deb", "unpack-wrk.deb", "npm")
FOLDERS = (".venv", ".cache/debian", ".ci/node_modules", ".ci/search/node_modules")
MADE = (
    ".venv/include/two",
    ".venv/bin/python",
    ".venv/lib/python/site-packages/mkdocs/two",
    ".venv/lib/python/site-packages/portal/two",
    ".cache/debian/usr/nginx/two",
    ".cache/debian/usr/wrk/two",
    ".ci/node_modules/checker/two",
    ".ci/search/node_modules/checker/two",
)


class Setup:
    """A folder with the setup, its locks, and the programs that replace those it calls."""

    def __init__(self, project: Path, folder: Path) -> None:
        self.root, self._programs, self.log = folder / "project", folder / "programs", folder / "log"
        (self.root / ".ci/search").mkdir(parents=True)
        shutil.copy(project / ".ci/setup", self.root / ".ci")
        for name in ("requirements.lock", ".ci/package-lock.json", ".ci/search/package-lock.json"):
            (self.root / name).write_text("a==1\n")
        for name, code in PROGRAMS.items():
            path = self._programs / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"#!/usr/bin/env bash\nset -euo pipefail\n{HALVES}{code}\n")
            path.chmod(0o755)

    def start(self, **environment: str) -> subprocess.Popen:
        """Start the setup for tests in its own process group, as a terminal does."""
        path = f"{self.root}/.venv/bin:{self._programs}:{os.environ['PATH']}"  # as if the venv were activated
        own = {"PATH": path, "LOG": str(self.log), "STANDINS": str(self._programs)}
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "stdin": subprocess.DEVNULL, "text": True}
        command = [self.root / ".ci/setup", "--test"]
        return subprocess.Popen(command, env={**os.environ, **own, **environment}, start_new_session=True, **streams)

    def run(self, **environment: str) -> tuple[int, str, list[str]]:
        """Run the setup; return its exit status, its output, and its stages."""
        self.log.write_text("")
        with self.start(**environment) as process:
            output = process.communicate()[0]
        return process.returncode, output, self.log.read_text().splitlines()

    def missing(self) -> list[str]:
        """Return the files of a finished setup that are missing."""
        return [name for name in MADE if not (self.root / name).is_file()]


@pytest.fixture
def fresh(project, tmp_path) -> Setup:
    return Setup(project, tmp_path)


@pytest.fixture
def finished(fresh) -> Setup:
    status, output, _ = fresh.run()
    assert (status, fresh.missing()) == (0, []), output
    return fresh


def test_nothing_is_installed_again_while_nothing_has_changed(finished):
    assert finished.run() == (0, "", [])


@pytest.mark.parametrize(
    ("name", "stage"),
    [*(("KILL", stage) for stage in STAGES), ("INT", "venv"), ("INT", "pip"), ("INT", "unpack-wrk.deb")],
)
def test_an_interrupted_setup_is_finished_by_the_next(fresh, name, stage):
    status, output, stages = fresh.run(END_AT=stage, SIGNAL=name)
    assert (status, stages[-1]) == (-signal.Signals[f"SIG{name}"], stage), output
    status, output, stages = fresh.run()
    assert (status, fresh.missing()) == (0, []) and stage in stages, output


def test_lost_files_are_restored(finished):
    lost = ("lib/python/site-packages/mkdocs/two", "usr/wrk/two", "checker/two", "checker/two")
    for folder, name in zip(FOLDERS, lost, strict=True):
        (finished.root / folder / name).unlink()
    status, output, _ = finished.run()
    assert (status, finished.missing()) == (0, [])
    for folder, name in zip(FOLDERS, lost, strict=True):
        assert f"{folder} is out of date or damaged: it no longer matches {name} " in output


def test_a_file_that_a_power_cut_left_empty_is_restored(finished):
    path = finished.root / MADE[2]
    path.write_text("")
    assert finished.run()[0] == 0 and path.read_text() == "two\n"


def test_files_added_later_are_kept(finished):
    for name in (".venv/lib/python/site-packages/uv", ".venv/lib/__pycache__/a.pyc"):
        (finished.root / name).parent.mkdir(exist_ok=True)
        (finished.root / name).write_text("")
    assert finished.run() == (0, "", [])


@pytest.mark.parametrize("kind", ["file", "dangling link", "empty folder", "link to a folder"])
def test_anything_in_the_place_of_a_folder_is_replaced(finished, tmp_path, kind):
    for name in FOLDERS:
        path, other = finished.root / name, tmp_path / f"other-{name.replace('/', '-')}"
        path.rename(other)
        if kind == "file":
            path.write_text("")
        elif kind == "empty folder":
            path.mkdir()
        else:
            path.symlink_to(tmp_path / "gone" if kind == "dangling link" else other)
    status, output, _ = finished.run()
    assert (status, finished.missing()) == (0, []), output
    assert finished.run() == (0, "", [])
    assert all(
        (tmp_path / f"other-{name.replace('/', '-')}/.complete").is_file() for name in FOLDERS
    )  # in case something else uses it


def test_a_moved_folder_is_set_up_again(finished, tmp_path):
    finished.root = finished.root.rename(tmp_path / "moved")
    status, output, stages = finished.run()
    assert status == 0 and f"no longer matches {tmp_path}/project/.venv" in output and "venv" in stages
    assert finished.run() == (0, "", [])


def test_another_python_version_gets_another_venv(finished):
    status, output, stages = finished.run(PYTHON_IS="cpython-313")
    assert status == 0 and "no longer matches cpython-311" in output and stages == ["venv", "pip", "project"]
    assert finished.run(PYTHON_IS="cpython-313") == (0, "", [])


@pytest.mark.parametrize(
    ("lock", "stages"),
    [
        ("requirements.lock", ["venv", "pip", "project"]),
        (".ci/package-lock.json", ["npm"]),
        (".ci/search/package-lock.json", ["npm/search"]),
    ],
)
def test_a_changed_lock_installs_what_it_pins(finished, lock, stages):
    (finished.root / lock).write_text("a==2\n")
    status, output, done = finished.run()
    assert (status, done) == (0, stages) and "no longer matches" in output


def test_a_second_setup_waits_for_the_first(fresh, tmp_path):
    os.mkfifo(gate := tmp_path / "gate")
    with fresh.start(WAIT_AT="pip", GATE=str(gate)) as first:
        with gate.open("w") as opened, fresh.start() as second:  # once the first one runs pip
            assert second.stdout.readline() == "Another setup is running in this folder; waiting for it to finish\n"
            opened.write("go on\n")
            opened.close()
            assert (second.wait(), second.stdout.read()) == (0, "")
        assert first.wait() == 0, first.stdout.read()
    assert fresh.missing() == [] and fresh.log.read_text().splitlines().count("pip") == 1


def test_a_pip_that_outlives_its_setup_is_waited_for(fresh, tmp_path):
    os.mkfifo(gate := tmp_path / "gate")
    with fresh.start(WAIT_AT="pip", GATE=str(gate)) as first, gate.open("w") as opened:
        os.kill(first.pid, signal.SIGKILL)
        first.wait()
        with fresh.start() as second:
            assert second.stdout.readline().startswith("Another setup is running")
            opened.write("go on\n")
            opened.close()
            assert ".venv is unfinished" in second.stdout.read() and second.wait() == 0
    assert fresh.missing() == [] and fresh.run() == (0, "", [])
