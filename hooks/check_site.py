"""Checks everything and reports every problem once: sources before the build, the whole site after it."""

import os
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs_types import address_of, i18n_of, project_of, site_of
from portal.checks.environment import environment_fault
from portal.checks.run import Result, check_all, check_sources, is_buildable
from portal.preview import is_preview
from portal.problems import Problem
from portal.problems.catalogue import in_wanted_words
from portal.problems.messages import say
from portal.problems.reports import build_stopped, report_problems
from portal.sources.last_check import has_dates

UNDATED = say("There is no Git history: pages have the dates of their files, which differ from machine to machine")
_summary: list[str] = []  # the last lines of a build without errors


def on_shutdown() -> None:
    """Print what was checked, below everything that MkDocs logs."""
    if _summary:
        print("\n".join(["", *_summary]))


def on_build_error(error: Exception) -> None:
    """Drop the summary: MkDocs aborts a strict build for its own warnings after the checks."""
    _summary.clear()


@event_priority(1)  # before other hooks (0) read the sources: reading a named pipe would never end
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Abort if the project can't be built at all."""
    if not os.environ.get("SOURCE_DATE_EPOCH"):
        os.environ.pop("SOURCE_DATE_EPOCH", None)  # MkDocs takes an empty one for a number
    if fault := environment_fault(config.site_url or ""):
        raise Abort(build_stopped(fault))
    if not i18n_of(config).building:
        project = project_of(config)
        if not is_buildable(project):
            _report(config, check_sources(project))
            raise Abort(
                "" if is_preview() else in_wanted_words(say("Nothing was built; the last good site is untouched."))
            )
    return config


@event_priority(-102)  # after static-i18n (-100) has built the other languages and assets have their names (-101)
def on_post_build(config: MkDocsConfig) -> None:
    """Check the whole site once, report problems, and keep the summary for the end."""
    if i18n_of(config).building:
        return
    _summary.clear()
    result = check_all(site_of(config), project_of(config), address_of(config))
    _report(config, result.problems)
    if not result.failed and not is_preview():
        _summary.extend(_summarize(config, result))
    elif not is_preview():
        raise Abort(in_wanted_words(say("The new site was not kept; the last good site is untouched.")))


def _report(config: MkDocsConfig, problems: Sequence[Problem]) -> None:
    report_problems(problems, Path(config.docs_dir).parent)


def _summarize(config: MkDocsConfig, result: Result) -> list[str]:
    site, address = config.site_dir.removesuffix(".new"), address_of(config)
    local = urlsplit(address).hostname in ("127.0.0.1", "localhost")
    lines = [
        say("Checked, warnings only:") if result.problems else say("Checked, nothing found:"),
        *(say("{count:>6} {what}", count=count, what=what) for what, count in result.checked),
        *([] if has_dates(project_of(config)) else [UNDATED]),
        say("The site is in {folder}", folder=site),
        say("Its address is {address} (set SITE_URL before you publish it)", address=address)
        if local
        else say("Its address is {address}", address=address),
    ]
    return [in_wanted_words(line) for line in lines]
