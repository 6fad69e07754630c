"""Builds beside the last good site and swaps at the end, so that a failed build loses nothing."""

import logging
import shutil
import traceback
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.utils import CountHandler
from portal import preview
from portal.problems import Location, Problem
from portal.problems.catalogue import in_wanted_words
from portal.problems.messages import say
from portal.problems.reports import build_stopped, tell
from portal.publishing.unchanged import keep_times

_serving = False
_root = Path()
_site: Path | None = None  # where the site belongs; MkDocs writes into the folder beside it


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether MkDocs serves by itself: it builds into a folder of its own that nobody keeps."""
    global _serving
    _serving = command == "serve"
    if _serving:
        preview.begin()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Let MkDocs write into site.new/, which begins empty. This event repeats per language; once is enough."""
    global _site, _root
    _root = Path(config.docs_dir).parent
    if not _serving and not config.plugins["i18n"].building:
        _site = Path(config.site_dir)
        new = _site.with_name(f"{_site.name}.new")
        _remove(new)
        config.site_dir = str(new)
    return config


@event_priority(-104)  # after all is built (-100), named (-101), checked (-102) and compressed (-103)
def on_post_build(config: MkDocsConfig) -> None:
    """Put the new site in the place of the last good one; where that fails, put the old one back."""
    if _serving or config.plugins["i18n"].building or _strict_warnings(config):
        return
    new, old = Path(config.site_dir), _site.with_name(f"{_site.name}.old")
    keep_times(_site, new)
    _remove(old)
    if _site.exists() or _site.is_symlink():
        _site.rename(old)
    try:
        new.rename(_site)
    except OSError:
        if old.exists() or old.is_symlink():
            old.rename(_site)
        raise
    _remove(old)
    config.site_dir = str(_site)


@event_priority(-1)  # after check_site has forgotten its good news: this one raises
def on_build_error(error: Exception) -> None:
    """Turn what is no fault of the program (a full disk, a template with a slip) into one clear message."""
    is_slip = isinstance(error, (TypeError, ZeroDivisionError, UnicodeDecodeError)) and _template_frames(error)
    if isinstance(error, TemplateError) or is_slip:  # before OSError: a missing template is both
        message = getattr(error, "message", None) or str(error)
        if isinstance(error, TemplateNotFound):  # its own names every folder that was searched
            message = say("there is no template {name}", name=error.name)
        tell([Problem("template", _template_location(error), message)], _root)
        raise Abort(in_wanted_words(say("Nothing was built; the last good site is untouched.")))
    if isinstance(error, OSError):
        reason = say("can't write or read {file}: {reason}", file=error.filename or _site, reason=error.strerror)
        raise Abort(build_stopped(reason))


def _remove(path: Path) -> None:
    """Remove a folder, a file or a link. Raises OSError where that can't be done."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _template_frames(error: Exception) -> list[traceback.FrameSummary]:
    return [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".html")]


def _template_location(error: Exception) -> Location:
    """Where a template fails: a slip in its syntax says so; for another, Jinja puts the template into the traceback."""
    frames = _template_frames(error)
    file, line = (frames[-1].filename, frames[-1].lineno) if frames else ("overrides", 0)
    if getattr(error, "lineno", None):
        file, line = error.filename or error.name, error.lineno
    path = Path(file)
    return Location(path.relative_to(_root).as_posix() if path.is_relative_to(_root) else path.as_posix(), line or 0)


def _strict_warnings(config: MkDocsConfig) -> bool:
    """Whether MkDocs is about to abort for warnings, which it does after this event."""
    counters = [handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler)]
    return bool(config.strict and any(counter.get_counts() for counter in counters))
