"""When a page was last checked: from what Git and facts.yml know of its text, never from the day of the build."""

import os
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

from portal.problems.messages import say
from portal.sources.page import Source
from portal.sources.project import Project


def last_checked(project: Project, source: Source) -> date:
    """Return the day of a page's last change, or that by which all its facts were compared, whichever is later.

    Raises ValueError as ``content_date`` does.
    """
    facts = project.facts_file.facts
    known = facts.versions | facts.durations | facts.addresses if facts else {}
    keys = {name for one in source.placeholders for name in (one.key, one.key.rpartition(".")[0])}
    checked = [fact.checked for key, fact in known.items() if key in keys]
    changed = last_changed(project, source)
    return max(changed, min(checked)) if checked else changed


def last_changed(project: Project, source: Source) -> date:
    """Return the day of a page's last change. Raises ValueError as ``content_date`` does."""
    return content_date(project, _files(source)).date()


def content_date(project: Project, files: Iterable[str]) -> datetime:
    """Return SOURCE_DATE_EPOCH, else the date of the last commit to the files, or of that of a source archive.

    Where nothing is known of commits, it is the date of the newest of the files.

    Raises ValueError, with a message for editors, where SOURCE_DATE_EPOCH is no number.
    """
    names, root = sorted(set(files)), project.docs.parent
    epoch: str | float = os.environ.get("SOURCE_DATE_EPOCH") or max(
        (project.commits.get(name, 0) for name in names), default=0
    )
    epoch = epoch or project.archived or max(_changed(root / name) for name in names)
    try:
        return datetime.fromtimestamp(int(float(epoch)), UTC)
    except (ValueError, OverflowError) as error:
        raise ValueError(say("SOURCE_DATE_EPOCH is not a number of seconds: {value}", value=epoch)) from error


def has_dates(project: Project) -> bool:
    """Whether dates are the same on every machine, since they do not come from the file system."""
    return bool(os.environ.get("SOURCE_DATE_EPOCH") or project.commits or project.archived)


def checklist_date(project: Project, source: Source) -> datetime:
    """Return the date of a page with all its facts; what counts is when they changed."""
    return content_date(project, [*_files(source), f"{project.docs.name}/facts.yml"])


def _files(source: Source) -> set[str]:
    """Return the files of a page: its own, and the passages that it includes."""
    return {source.file, *(line.file for line in source.lines)}


def _changed(path: Path) -> float:
    return path.stat().st_mtime if path.exists() else 0
