"""The history of Git: where files have moved, committed or not, and when each was last changed."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

ARCHIVED = ".commit-date"
FORMAT = ("--relative", "--diff-filter=R", "-M", "--name-status")


def renamed_files(project: Path) -> dict[str, str]:
    """Return the present path of each file that was renamed, by its old one; both relative to ``project``.

    Pages are found that were moved by whatever means and not committed, staged or not; Git pairs them by their content.
    Empty where there is no Git, no repository or no history.
    """
    new_names: dict[str, str] = {}
    for old, new in (*_uncommitted(project), *_committed(project)):  # newest first
        new_names.setdefault(old, new_names.get(new, new))
    return {old: new for old, new in new_names.items() if (project / new).is_file()}


def last_commits(project: Path) -> dict[str, int]:
    """Return when each file below ``project`` was last committed, in seconds since 1970, by its path from there on.

    Empty where there is no Git, no repository or no history.
    """
    last: dict[str, int] = {}
    seconds = 0
    for line in _git(project, "log", "--relative", "--name-only", "--format=%x00%ct").splitlines():
        if line.startswith("\0"):
            seconds = int(line[1:])
        elif line:
            last.setdefault(line, seconds)  # the newest comes first
    return last


def archive_date(project: Path) -> int:
    """Return when the commit of an archive by `git archive` was made, in seconds since 1970; 0 where there is none.

    Git writes it into the file that .gitattributes marks with export-subst.
    """
    try:
        words = (project / ARCHIVED).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return 0
    return int(words) if re.fullmatch(r"\d{1,11}", words, re.ASCII) else 0


def _committed(project: Path) -> Iterator[tuple[str, str]]:
    return _pairs(_git(project, "log", *FORMAT, "--format="))


def _uncommitted(project: Path) -> list[tuple[str, str]]:
    """Compare the last commit with the pages as they lie there, in an index of our own: the editor's stays as it is."""
    objects = _git(project, "rev-parse", "--git-path", "objects").strip()
    if not objects:
        return []
    with TemporaryDirectory() as folder:
        apart = {
            "GIT_INDEX_FILE": f"{folder}/index",
            "GIT_OBJECT_DIRECTORY": folder,
            "GIT_ALTERNATE_OBJECT_DIRECTORIES": str((project / objects).resolve()),
        }
        _git(project, "read-tree", "HEAD", **apart)
        _git(project, "add", "--all", "--", "*.md", **apart)
        return list(_pairs(_git(project, "diff", "--cached", *FORMAT, "HEAD", **apart)))


def _pairs(listing: str) -> Iterator[tuple[str, str]]:
    for line in listing.splitlines():
        _, old, new = ([*line.split("\t"), "", ""])[:3]
        if new:
            yield old, new


def _git(project: Path, *arguments: str, **environment: str) -> str:
    """Return what Git says, or an empty text where it can't be asked."""
    command = ["git", "-c", "core.quotePath=false", *arguments]
    try:
        run = subprocess.run(command, cwd=project, capture_output=True, check=False, env={**os.environ, **environment})
    except OSError:
        return ""
    return run.stdout.decode("utf-8", "replace") if run.returncode == 0 else ""
