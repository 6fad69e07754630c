"""Runs the preview: watches what editors write, builds, serves, and ends without a trace."""

import os
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from portal.catalogue import in_words, wanted_language
from portal.messages import say
from portal.preview.build import Builder, Outcome, files_of_pages
from portal.preview.panel import empty_page, inject, render
from portal.preview.server import Builds, open_server

WATCHED = ("docs", "overrides", "hooks", "deploy", "mkdocs.yml")
QUIET = 0.2  # seconds without a further change before a build begins: editors write a file in several steps
CHANGES = ("created", "modified", "moved", "deleted")


def run_preview(root: Path) -> int:
    """Serve the preview of the project ``root`` until Ctrl-C; return the exit status."""
    language, builds = wanted_language(os.environ), Builds()
    with tempfile.TemporaryDirectory(prefix="portal-preview-", ignore_cleanup_errors=True) as name:
        state = _State(root, builds)
        try:
            server = open_server(Path(name) / "site", builds, state.decorate)
        except OSError as error:
            print(in_words(say("no port is free for the preview: {reason}", reason=error.strerror or error), language))
            return 2
        address = f"http://127.0.0.1:{server.server_port}/"
        builder, changed = Builder(root, Path(name), address), threading.Event()
        observer = _watch(root, changed)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(in_words(say("The preview is at {address}; Ctrl-C ends it", address=address), language), flush=True)
        try:
            _build_on_changes(builder, builds, state, changed)
        except KeyboardInterrupt:
            print()
        finally:
            builder.stop()
            observer.stop()
            server.shutdown()
    return 0


class _State:
    """What the last build found, and which files each page is written in."""

    def __init__(self, root: Path, builds: Builds) -> None:
        self._builds, self._root, self._language = builds, root, wanted_language(os.environ)
        self.outcome, self.files = Outcome(), {}

    def decorate(self, page: str, html: str) -> str:
        """Return a page with its panel."""
        panel = render(self.outcome, page, self.files.get(page, ()), self._root, self._language)
        return inject(html or empty_page(self._language), panel, self._builds.number)


def _build_on_changes(builder: Builder, builds: Builds, state: _State, changed: threading.Event) -> None:
    changed.set()
    while True:
        while not changed.wait(1):  # in steps, so that Windows delivers Ctrl-C
            pass
        while changed.is_set():  # until the editor has written all
            changed.clear()
            time.sleep(QUIET)
        state.outcome = builder.build()
        with suppress(OSError):  # a page that is being moved right now
            state.files = files_of_pages(builder.root / "docs")
        builds.ended()
        count = len(state.outcome.problems) + bool(state.outcome.failure)
        words = say("built; nothing found") if not count else say("built; problems found: {count}", count=count)
        print(f"{time.strftime('%H:%M:%S')} {in_words(words, wanted_language(os.environ))}", flush=True)


def _watch(root: Path, changed: threading.Event) -> Observer:
    """Return an observer that sets ``changed`` whenever somebody writes what the build reads."""

    class Handler(FileSystemEventHandler):
        def on_any_event(self, event: FileSystemEvent) -> None:
            paths = [Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path]
            if (
                event.event_type in CHANGES
                and not event.is_directory
                and any(_is_written(path, root) for path in paths)
            ):
                changed.set()

    observer = Observer()
    for name in WATCHED[:-1]:
        if (root / name).is_dir():
            observer.schedule(Handler(), str(root / name), recursive=True)
    observer.schedule(Handler(), str(root))
    observer.start()
    return observer


def _is_written(path: Path, root: Path) -> bool:
    """Whether a file is one that the build reads: no cache, and no file that an editor keeps for itself."""
    with suppress(ValueError):
        path = path.relative_to(root)
    own = path.name.startswith((".", "#", "4913")) or path.name.endswith(("~", ".swp", ".tmp", ".pyc"))
    return not own and path.parts[:1] and path.parts[0] in WATCHED and "__pycache__" not in path.parts
