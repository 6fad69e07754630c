"""A build reads what editors write once: MkDocs opens a page by itself, and the rules open it one more time."""

import json
import os
import subprocess
import sys
from collections import Counter

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


def test_a_build_opens_each_source_at_most_twice(copy):
    env = {**os.environ, "SITE_URL": "https://help.example/", "NO_MKDOCS_2_WARNING": "1"}
    run = subprocess.run(
        [sys.executable, "-c", COUNTING], check=False, cwd=copy, env=env, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
    opened = Counter(json.loads((copy / "opened.json").read_text("utf-8")))
    sources = {path: opened[str(path)] for path in (*copy.rglob("docs/*.yml"), *copy.rglob("docs/**/*.md"))}
    assert len(sources) > 50 and {path: count for path, count in sources.items() if not 1 <= count <= 2} == {}
