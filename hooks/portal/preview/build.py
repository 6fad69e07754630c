"""A preview's build: one run of the generator in a process of its own, and what it found."""

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

# MkDocs, which its hooks know to build for the preview: see portal.preview.
BEGIN = "import runpy; from portal import preview; preview.begin(); runpy.run_module('mkdocs', run_name='__main__')"
COMMAND = (sys.executable, "-c", BEGIN, "build", "--quiet")
LINES = 60  # of the output of a build that failed
NOTHING_NEEDED = {"NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"}


@dataclass(frozen=True)
class Outcome:
    """What a build found: the problems of its JSON report. One that ended without has failures, in the same shape."""

    problems: tuple[Entry, ...] = ()
    failures: tuple[Entry, ...] = ()
    output: str = ""  # what a build that failed said
    delivered: bool = True  # the pages in the folder are of this build, and not of an earlier one


class Builder:
    """Builds the project ``root`` into ``folder``, which keeps the last good site."""

    def __init__(self, root: Path, folder: Path, site_url: str, command: Sequence[str] = COMMAND) -> None:
        self.root, self.site, self._report = root, folder / "site", folder / "report.json"
        self._command = [*command, "--site-dir", str(self.site)]
        self._environment = {**os.environ, **NOTHING_NEEDED, "SITE_URL": site_url}
        self._environment["PORTAL_REPORT"] = str(self._report)
        # The rules are those of the project that is built.
        self._environment["PYTHONPATH"] = os.pathsep.join(filter(None, [str(root / "hooks"), os.getenv("PYTHONPATH")]))
        self._process: subprocess.Popen[str] | None = None

    def build(self) -> Outcome:
        """Build once, and return what was found."""
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
        told = delivered or any(problem["severity"] == "error" for problem in problems)
        if told:
            return Outcome(problems, delivered=delivered)
        failures = [entry(problem, wanted_language(os.environ)) for problem in read_failure(output, self.root)]
        return Outcome(problems, tuple(failures), "\n".join(output.strip().splitlines()[-LINES:]), delivered)

    def stop(self) -> None:
        """End a build that is under way."""
        if self._process and self._process.poll() is None:
            self._process.terminate()


def files_of_pages(docs: Path) -> dict[str, frozenset[str]]:
    """Return the files that each page is written in, its passages too, by the page's path in the site.

    None where something in ``docs`` must not be read.
    """
    if check_folder(docs, docs.name):
        return {}
    return {
        source.site_path: frozenset([source.file, *(line.file for line in source.lines)])
        for source in read_sources(docs)
    }
