"""Checks everything and reports every problem once: sources before the build, the whole site after it."""

import sys
from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from portal.check import BLOCKING, check_all, check_sources
from portal.problems import Problem, format_report

_serving = False
_summary = ""


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is a preview: it shows problems and goes on."""
    global _serving
    _serving = command == "serve"


def on_shutdown() -> None:
    """Say what was checked as the last word of the build, below what MkDocs logs."""
    if _summary:
        print(_summary)


def on_build_error(error: Exception) -> None:
    """Forget the good news: MkDocs aborts a strict build for its own warnings after the checks."""
    global _summary
    _summary = ""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Stop before the build where the sources can't be built from at all."""
    if not config.plugins["i18n"].building:
        problems = check_sources(Path(config.docs_dir), Path(config.config_file_path))
        if any(problem.code.startswith(BLOCKING) for problem in problems):
            _report(config, problems)
            raise Abort("Nothing was built; the last good site is untouched.")
    return config


@event_priority(-101)  # after static-i18n (-100) has built the other languages
def on_post_build(config: MkDocsConfig) -> None:
    """Check the whole site, once, and say what was checked."""
    global _summary
    if config.plugins["i18n"].building:
        return
    result = check_all(Path(config.site_dir), Path(config.docs_dir), Path(config.config_file_path), config.site_url)
    if not result.problems:
        _summary = _summarize(config, result.checked)
        return
    _report(config, result.problems)
    if not _serving:
        raise Abort("The new site was not kept; the last good site is untouched.")


def _report(config: MkDocsConfig, problems: Iterable[Problem]) -> None:
    print(f"\n{format_report(problems, Path(config.docs_dir).parent)}", file=sys.stderr)


def _summarize(config: MkDocsConfig, checked: Iterable[tuple[str, int]]) -> str:
    site = config.site_dir.removesuffix(".new")
    counts = [f"{count:>6} {what}" for what, count in checked]
    return "\n".join(["", "Checked, and nothing found:", *counts, f"The site is in {site}", f"Its address is {config.site_url}"])
