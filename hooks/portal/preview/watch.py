"""Watches for created, changed, moved and deleted files that the build reads."""

import os
import threading
import time
import warnings
from contextlib import suppress
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

WATCHED = ("docs", "overrides", "hooks", "deploy", "mkdocs.yml")
QUIET = 0.2  # seconds without further changes before a build starts: editors save a file in several steps
CHANGES = ("created", "modified", "moved", "deleted")


class Watch(FileSystemEventHandler):
    """Watches the files that the project ``root`` is built from."""

    def __init__(self, root: Path) -> None:
        self._root, self._changed, self._moved = root, threading.Event(), threading.Event()
        # A folder that is moved away and back is watched twice until ``_start`` runs again: watchdog (7.1) warns of it.
        warnings.filterwarnings("ignore", category=RuntimeWarning, module=r"watchdog\.")
        self._start()

    def wait(self) -> None:
        """Return once something has changed and changes have stopped for a moment."""
        while not self._changed.wait(1):  # in steps, so that Windows delivers Ctrl-C
            pass
        while self._changed.is_set():
            self._changed.clear()
            time.sleep(QUIET)
        if self._moved.is_set():
            self.stop()
            self._start()

    def stop(self) -> None:
        """Stop watching."""
        self._observer.stop()
        self._observer.join()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Record a change. A modified folder is ignored, since the change inside it has an event of its own."""
        if event.event_type not in CHANGES or (event.is_directory and event.event_type == "modified"):
            return
        paths = [Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path]
        if any(is_read(path, self._root) for path in paths):
            if event.is_directory:
                self._moved.set()
            self._changed.set()

    def _start(self) -> None:
        """Watch the folders that exist now: the system loses track of a folder that is replaced by another."""
        self._moved.clear()
        self._observer = Observer()
        for name in WATCHED:
            if (self._root / name).is_dir():
                self._observer.schedule(self, str(self._root / name), recursive=True)
        self._observer.schedule(self, str(self._root))
        self._observer.start()


def is_read(path: Path, root: Path) -> bool:
    """Whether the build reads a file: not a cache, and not a temporary file of an editor."""
    with suppress(ValueError):
        path = path.relative_to(root)
    temporary = path.name.startswith((".", "#", "4913")) or path.name.endswith(("~", ".swp", ".tmp", ".pyc"))
    return not temporary and path.parts[:1] != () and path.parts[0] in WATCHED and "__pycache__" not in path.parts
