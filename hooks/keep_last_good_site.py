"""Builds beside the last good site and swaps at the end, so that a failed build loses nothing."""

import logging
import shutil
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.utils import CountHandler

from jinja2 import TemplateError

NEW, OLD = ".new", ".old"
_serving = False


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is a preview: it builds into a folder of its own that nobody keeps."""
    global _serving
    _serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Let MkDocs write into site.new/."""
    if not _serving and not config.site_dir.endswith(NEW):
        config.site_dir += NEW
    return config


@event_priority(-102)  # after the other languages are built (-100) and the site is checked (-101)
def on_post_build(config: MkDocsConfig) -> None:
    """Put the new site in the place of the last good one."""
    if _serving or config.plugins["i18n"].building or _strict_warnings(config):
        return
    new = Path(config.site_dir)
    site = new.with_name(new.name.removesuffix(NEW))
    old = site.with_name(site.name + OLD)
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    new.rename(site)
    shutil.rmtree(old, ignore_errors=True)
    config.site_dir = str(site)


def on_build_error(error: Exception) -> None:
    """Turn what is no fault of the program (a full disk, a template with a slip) into one clear message."""
    if isinstance(error, OSError):
        where = f" {error.filename}" if error.filename else ""
        raise Abort(f"error[build]: can't write or read{where}: {error.strerror}; the last good site is untouched")
    if isinstance(error, TemplateError):
        place = f"{getattr(error, 'filename', None) or 'overrides/'}:{getattr(error, 'lineno', '?')}"
        raise Abort(f"error[template]: {error.message}\n  --> {place}")


def _strict_warnings(config: MkDocsConfig) -> bool:
    """Whether MkDocs is about to abort for warnings, which it does after this event."""
    counters = [handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler)]
    return bool(config.strict and any(counter.get_counts() for counter in counters))
