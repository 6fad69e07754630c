"""Builds beside the last good site and swaps at the end, so that a failed build loses nothing."""

import logging
import shutil
import traceback
from dataclasses import dataclass
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.utils import CountHandler
from mkdocs_types import i18n_of, site_of
from portal import preview
from portal.preview.failure import TEMPLATE
from portal.problems import Location
from portal.problems.catalogue import in_wanted_words
from portal.problems.messages import say
from portal.problems.reports import build_stopped, tell
from portal.publishing.unchanged import keep_times


@dataclass
class _Build:
    """What events of one build hand to later ones."""

    serving: bool = False
    root: Path = Path()
    site: Path = Path()  # where the site belongs; MkDocs writes into the folder beside it


_build = _Build()


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether MkDocs serves by itself: it builds into a folder of its own that nobody keeps."""
    _build.serving = command == "serve"
    if _build.serving:
        preview.begin()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Let MkDocs write into site.new/, which begins empty. This event repeats per language; once is enough."""
    _build.root = Path(config.docs_dir).parent
    if not _build.serving and not i18n_of(config).building:
        site = _build.site = Path(config.site_dir)
        new = site.with_name(f"{site.name}.new")
        _remove(new)
        config.site_dir = str(new)
    return config


@event_priority(-104)  # after all is built (-100), named (-101), checked (-102) and compressed (-103)
def on_post_build(config: MkDocsConfig) -> None:
    """Put the new site in the place of the last good one; where that fails, put the old one back."""
    if _build.serving or i18n_of(config).building or _strict_warnings(config):
        return
    new, site = Path(config.site_dir), _build.site
    old = site.with_name(f"{site.name}.old")
    keep_times(site, site_of(config))
    _remove(old)
    if site.exists() or site.is_symlink():
        site.rename(old)
    try:
        new.rename(site)
    except OSError:
        if old.exists() or old.is_symlink():
            old.rename(site)
        raise
    _remove(old)
    config.site_dir = str(site)


@event_priority(-1)  # after check_site has forgotten its good news: this one raises
def on_build_error(error: Exception) -> None:
    """Turn what is no fault of the program (a full disk, a template with a slip) into one clear message."""
    is_slip = isinstance(error, (TypeError, ZeroDivisionError, UnicodeDecodeError)) and _template_frames(error)
    if isinstance(error, TemplateError) or is_slip:  # before OSError: a missing template is both
        message = getattr(error, "message", None) or str(error)
        if isinstance(error, TemplateNotFound):  # its own names every folder that was searched
            message = say("there is no template {name}", name=error.name)
        tell([TEMPLATE.problem(_template_location(error), message)], _build.root)
        raise Abort(in_wanted_words(say("Nothing was built; the last good site is untouched.")))
    if isinstance(error, OSError):
        reason = say("can't write or read {file}: {reason}", file=error.filename or _build.site, reason=error.strerror)
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
    if isinstance(error, TemplateSyntaxError):
        file, line = error.filename or error.name or file, error.lineno
    path, root = Path(file), _build.root
    return Location(path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix(), line or 0)


def _strict_warnings(config: MkDocsConfig) -> bool:
    """Whether MkDocs is about to abort for warnings, which it does after this event."""
    counters = [handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler)]
    return bool(config.strict and any(counter.get_counts() for counter in counters))
