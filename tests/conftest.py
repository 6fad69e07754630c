"""What all tests share: the project's folder, and small docs and sites written from a dictionary."""

import os
import signal
from pathlib import Path

import pytest
from hypothesis import settings

os.environ |= {"LC_ALL": "C.UTF-8", "NO_COLOR": "1"}  # reports are in English and plain, whoever runs the tests
signal.signal(signal.SIGINT, signal.default_int_handler)  # programs under test hear Ctrl-C, in a background job too
settings.register_profile("untimed", deadline=None)  # a busy machine is no failure
settings.load_profile("untimed")

PROJECT = Path(__file__).parents[1]

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
    """Return a function that writes a docs folder; facts.yml is there unless given."""
    return lambda files: _write(tmp_path / "docs", {"facts.yml": FACTS, **files})


@pytest.fixture
def write_site(tmp_path):
    """Return a function that writes a built site."""
    return lambda files: _write(tmp_path / "site", files)


@pytest.fixture(scope="session")
def project() -> Path:
    """The folder of the project."""
    return PROJECT
