"""Preview builds: one run of the generator in a separate process, and its outcome."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from portal.formats.folders import check_folder
from portal.preview.failure import read_failure
from portal.problems.catalogue import wanted_language
from portal.problems.reports.json_document import Entry, entry
from portal.sources.page import read_sources

# Runs MkDocs marked as a preview build: see portal.preview.
BEGIN = "import runpy; from portal import preview; preview.begin(); runpy.run_module('mkdocs', run_name='__main__')"
COMMAND = (sys.executable, "-c", BEGIN, "build", "--quiet")
LINES = 60  # of a failed build's output that are kept
QUIET = {"NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"}


@dataclass(frozen=True)
class Outcome:
    """The outcome of a build: the problems in its JSON report or, if it ended without errors in one, its failures."""

    problems: tuple[Entry, ...] = ()
    failures: tuple[Entry, ...] = ()
    output: str = ""  # of a failed build
    delivered: bool = True  # whether the pages in the folder are from this build


class Builder:
    """Builds the project ``root`` into ``folder``, which keeps the last good site."""

    def __init__(self, root: Path, folder: Path, site_url: str, command: Sequence[str] = COMMAND) -> None:
        self.root, self.site, self._report = root, folder / "site", folder / "report.json"
        self._command = [*command, "--site-dir", str(self.site)]
        self._environment = {**os.environ, **QUIET, "SITE_URL": site_url}
        self._environment["PORTAL_REPORT"] = str(self._report)
        # Use the rules of the project that is built.
        self._environment["PYTHONPATH"] = os.pathsep.join(filter(None, [str(root / "hooks"), os.getenv("PYTHONPATH")]))
        self._process: subprocess.Popen[str] | None = None

    def build(self) -> Outcome:
        """Run one build and return its outcome."""
        self._report.unlink(missing_ok=True)
        with subprocess.Popen(
            self._command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=self.root,
            env=self._environment,
            encoding="utf-8",
            errors="replace",
        ) as self._process:
            output = self._process.communicate()[0]
        delivered = self._process.returncode == 0
        try:
            problems = tuple(json.loads(self._report.read_text("utf-8"))["problems"])
        except (OSError, ValueError):
            problems = ()
        if delivered or any(problem["severity"] == "error" for problem in problems):
            return Outcome(problems, delivered=delivered)
        failures = [entry(problem, wanted_language(os.environ)) for problem in read_failure(output, self.root)]
        return Outcome(problems, tuple(failures), "\n".join(output.strip().splitlines()[-LINES:]), delivered)

    def stop(self) -> None:
        """Stop a running build, and wait for its end: it would write into its folder while that is removed."""
        if self._process and self._process.poll() is None:
            self._process.terminate()
            self._process.wait()


def files_of_pages(docs: Path) -> dict[str, frozenset[str]]:
    """Return the source files of each page, including its passages, by the page's site path.

    Empty if ``docs`` contains something that must not be read.
    """
    if check_folder(docs, docs.name):
        return {}
    return {
        source.site_path: frozenset([source.file, *(line.file for line in source.lines)])
        for source in read_sources(docs)
    }
