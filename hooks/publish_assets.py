"""Publishes only what browsers need: one combined stylesheet, the engine of the search, pages without blank lines."""

from fnmatch import fnmatch
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs_types import i18n_of
from portal.problems.reports import build_stopped
from portal.publishing.search_engine import EngineError, compact, read_engine

STYLESHEET = "assets/stylesheets/site.css"
ENGINE = "assets/javascripts/minisearch.js"
SEARCH = "assets/javascripts/search/*.js"


@event_priority(-101)  # after static-i18n (-100), which copies every file and can't copy a generated one
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the combined stylesheet and the engine of the search; drop the stylesheet's parts and the theme's files."""
    if not i18n_of(config).building:  # assets are only built with the first language
        parts = [_one(files, path, "extra_css in mkdocs.yml lists it") for path in config.extra_css]
        _add(files, config, STYLESHEET, "".join(part.content_string for part in parts))
        try:
            _add(files, config, ENGINE, read_engine(Path(config.config_file_path).parent))
        except EngineError as error:
            raise Abort(build_stopped(error.args[0])) from error
    for file in list(files):
        if fnmatch(file.src_uri, SEARCH):
            file.content_string = compact(file.content_string)
        if file.src_uri in config.extra_css or _is_from_theme(file, config):
            files.remove(file)
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Keep template lines with only control statements from leaving blank lines in pages."""
    env.trim_blocks = env.lstrip_blocks = True
    return env


def _one(files: Files, pattern: str, reason: str) -> File:
    found = [file for file in files if fnmatch(file.src_uri, pattern)]
    if len(found) != 1:
        raise Abort(f"error[build]: there is no file {pattern}; {reason}")
    return found[0]


def _add(files: Files, config: MkDocsConfig, path: str, content: str) -> None:
    files.append(File.generated(config, path, content=content))


def _is_from_theme(file: File, config: MkDocsConfig) -> bool:
    return file.abs_src_path is not None and not Path(file.abs_src_path).is_relative_to(config.docs_dir)
