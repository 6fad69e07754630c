"""Builds next to the last good site and swaps the two at the end, so that a failed build loses nothing."""

import logging
import sys
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.plugins import event_priority
from mkdocs.utils import CountHandler
from mkdocs_types import i18n_of, site_of
from portal import preview
from portal.checks.generator_config import check_generator
from portal.crash import report_crash
from portal.problems.catalogue import in_wanted_words
from portal.problems.messages import say
from portal.problems.reports import report_problems
from portal.publishing.lock import Lock
from portal.publishing.swap import beside, folder_of, recover, swap
from portal.publishing.unchanged import keep_times
from portal.sources.project import Project


@dataclass
class _Build:
    """State that the events of one build share."""

    serving: bool = False
    root: Path = Path()
    site: Path = Path()  # final location; MkDocs writes to a folder next to it
    lock: Lock | None = None


_build = _Build()


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is `mkdocs serve`, which builds into a temporary folder."""
    _build.serving = command == "serve"
    if _build.serving:
        preview.begin()


def on_shutdown() -> None:
    """Let the next build begin."""
    if _build.lock:
        _build.lock.release()


@event_priority(2)  # before check_site (1), which ends builds that can't begin
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Wait for another build of this folder, recover what a killed one has left, and make MkDocs write to site.new/.

    The event repeats per language; only the first one counts.
    """
    _build.root = Path(config.docs_dir).parent
    templates = config.theme.custom_dir
    project = Project(Path(config.docs_dir), Path(config.config_file_path), Path(templates) if templates else None)
    if problems := list(check_generator(config.extra.setdefault("project", project))):
        report_problems(problems, _build.root)
        raise Abort(in_wanted_words(say("Nothing was built; the last good site is untouched.")))
    if not _build.serving and not i18n_of(config).building:
        site = _build.site = folder_of(Path(config.site_dir))
        _build.lock = Lock(beside(site, "lock"))
        _build.lock.acquire(_say_waiting)
        recover(site)
        config.site_dir = str(beside(site, "new"))
    return config


def _say_waiting(process: str) -> None:
    folder = _build.site
    message = say(
        "another build writes {folder} (process {process}); waiting until it ends", folder=folder, process=process
    )
    print(in_wanted_words(message), file=sys.stderr, flush=True)


@event_priority(-104)  # after building (-100), renaming (-101), checking (-102) and compressing (-103)
def on_post_build(config: MkDocsConfig) -> None:
    """Replace the last good site with the new one; if that fails, restore the old one."""
    if _build.serving or i18n_of(config).building or _strict_warnings(config):
        return
    keep_times(_build.site, site_of(config))
    swap(_build.site)
    config.site_dir = str(_build.site)


@event_priority(-1)  # after check_site has dropped its summary: this one raises
def on_build_error(error: Exception) -> None:
    """Report errors that nobody expected (a full disk, a mistake in a template or in the code) as one clear problem."""
    if not isinstance(error, MkDocsException):  # those have told what is wrong
        report_crash(error, _build.root)
        raise Abort(in_wanted_words(say("Nothing was built; the last good site is untouched.")))


def _strict_warnings(config: MkDocsConfig) -> bool:
    """Whether MkDocs will abort for warnings after this event."""
    counters = [handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler)]
    return bool(config.strict and any(counter.get_counts() for counter in counters))
