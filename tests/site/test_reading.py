"""A build reads each file once: of what editors write, MkDocs opens it by itself, and the rules one more time."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

COUNTING = """
import collections, json, os, sys
opened = collections.Counter()
def count(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, os.PathLike)) and "w" not in str(arguments[1]):
        opened[os.fspath(arguments[0])] += 1
sys.addaudithook(count)
sys.argv = ["mkdocs", "build", "--strict", "--quiet"]
from mkdocs.__main__ import cli
try:
    cli()
finally:
    json.dump(opened, open("opened.json", "w"))
"""


@pytest.fixture
def opened(copy) -> Counter[str]:
    """How often a build opens each file to read it."""
    env = {**os.environ, "SITE_URL": "https://help.example/", "NO_MKDOCS_2_WARNING": "1"}
    run = subprocess.run(
        [sys.executable, "-c", COUNTING], check=False, cwd=copy, env=env, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
    return Counter(json.loads((copy / "opened.json").read_text("utf-8")))


def test_a_build_opens_each_source_at_most_twice(copy, opened):
    patterns = ("mkdocs.yml", "docs/*.yml", "docs/**/*.md", "docs/assets/**/*.css")
    sources = {path: opened[str(path)] for pattern in patterns for path in copy.glob(pattern)}
    # MkDocs copies a file that is published as it is once for each language; pictures are drawn by two stylesheets.
    copied = {
        path
        for path in sources
        if path.suffix == ".css" and path.name not in _joined(copy) - {"portal.css", "drawings.css"}
    }
    too_many = {path: count for path, count in sources.items() if not 1 <= count <= 2 + (path in copied)}
    assert len(sources) > 55 and too_many == {}


def _joined(copy):
    """Return the names of the parts of the one stylesheet."""
    return {
        Path(line.split("#")[0]).name.strip()
        for line in (copy / "mkdocs.yml").read_text("utf-8").splitlines()
        if ".css" in line
    }


def test_a_build_reads_each_file_of_the_site_once(copy, opened):
    built = {path: count for path, count in opened.items() if Path(path).is_relative_to(copy / "site.new")}
    assert sum(path.endswith(".html") for path in built) > 40 and set(built.values()) == {1}
