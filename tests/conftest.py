"""Fixtures of all tests: docs and sites written from dictionaries, the real build, and nginx to serve it."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings
from nginx import nginx
from shared import make_once

os.environ |= {"LC_ALL": "C.UTF-8", "NO_COLOR": "1"}  # reports in English without colours, whatever the environment
signal.signal(
    signal.SIGINT, signal.default_int_handler
)  # let programs under test receive Ctrl-C in background jobs, too
# A busy machine is no failure. The same examples in each run: what chance finds must not stop a change that has nothing
# to do with it; to look for more, call pytest with --hypothesis-profile=search.
settings.register_profile("untimed", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile("untimed")


def pytest_xdist_auto_num_workers() -> int:
    """Two workers for each core: half of the time a test waits, for a browser, a build or a server."""
    return 2 * (os.process_cpu_count() if sys.version_info >= (3, 13) else len(os.sched_getaffinity(0)))


PROJECT = Path(__file__).parents[1]
SITE_URL = "https://help.example/"  # reserved by RFC 2606

FACTS = """\
versions:
  android.minimum: {value: "23.9.26", family: old client, source: help page, checked: 2026-11-22}
  windows.webview2: {value: "42.6", family: new client, source: help page, checked: 2026-11-22}
durations:
  duration.large: {workplaces: 1200, minutes: 60, source: help page, checked: 2026-11-22}
addresses:
  link.home: {value: "https://help.example/de", source: list, checked: 2026-11-22}
"""


def _write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


@pytest.fixture
def write_docs(tmp_path):
    """Return a function that writes a docs folder, by default with FACTS as facts.yml."""
    return lambda files: _write(tmp_path / "docs", {"facts.yml": FACTS, **files})


@pytest.fixture
def write_site(tmp_path):
    """Return a function that writes a built site."""
    return lambda files: _write(tmp_path / "site", files)


@pytest.fixture(scope="session")
def project() -> Path:
    """The folder of the project."""
    return PROJECT


def run_build(folder: Path, *options: str, preexec_fn=None, **environment: str) -> subprocess.CompletedProcess:
    """Build the project in ``folder`` as `make site` does."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", *options]
    env = {**os.environ, "SITE_URL": SITE_URL, "NO_MKDOCS_2_WARNING": "1", **environment}
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    return subprocess.run(command, cwd=folder, env=env, text=True, check=False, preexec_fn=preexec_fn, **streams)


@pytest.fixture(scope="session")
def build_project():
    """Return the function that builds a project as `make site` does."""
    return run_build


@pytest.fixture(scope="session")
def build_for(project, tmp_path_factory):
    """Return a function that returns the site built for an address, and the completed build.

    All workers share one build per address, which no test may change.
    """

    @cache
    def build_for(url: str) -> tuple[Path, subprocess.CompletedProcess]:
        def make(folder: Path) -> tuple[Path, subprocess.CompletedProcess]:
            run = run_build(project, "--site-dir", str(folder / "site"), SITE_URL=url)
            assert run.returncode == 0, run.stdout
            return folder / "site", run

        return make_once(tmp_path_factory, re.sub(r"\W+", "-", f"build {url}").strip("-"), make)

    return build_for


@pytest.fixture(scope="session")
def build(build_for) -> tuple[Path, subprocess.CompletedProcess]:
    """The built site and the completed build."""
    return build_for(SITE_URL)


@pytest.fixture(scope="session")
def folder(build, tmp_path_factory) -> Path:
    """The built site, with files that must not be served, and a file name that is not ASCII."""
    root = shutil.copytree(build[0], tmp_path_factory.mktemp("nginx") / "site")
    for path in (".git/config", ".env", "en/.htpasswd", ".well-known/.secret", "../outside.txt"):
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text("secret", "utf-8")
    (root / "Grüße an alle.txt").write_text("Hallo", "utf-8")
    return root


@pytest.fixture(scope="session")
def port(folder, project) -> Iterator[int]:
    """The port at which nginx serves the folder with the shipped configuration."""
    with nginx(folder.parent / "nginx", folder, project / "deploy/nginx.conf") as port:
        yield port


@pytest.fixture(scope="session")
def address(port) -> str:
    """The address at which nginx serves the built site as shipped: all tests in a browser use it."""
    return f"http://127.0.0.1:{port}/"
