"""Watching: tells when somebody has written, moved or removed what the build reads."""

import os
import threading
import time
import warnings
from contextlib import suppress
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

WATCHED = ("docs", "overrides", "hooks", "deploy", "mkdocs.yml")
QUIET = 0.2  # seconds without a further change before a build begins: editors write a file in several steps
CHANGES = ("created", "modified", "moved", "deleted")


class Watch(FileSystemEventHandler):
    """Watches what the project ``root`` is built from."""

    def __init__(self, root: Path) -> None:
        self._root, self._changed, self._moved = root, threading.Event(), threading.Event()
        # A folder that was moved away and comes back is watched twice until we look anew: watchdog (7.1) warns of it.
        warnings.filterwarnings("ignore", category=RuntimeWarning, module=r"watchdog\.")
        self._look()

    def wait(self) -> None:
        """Return once something has changed, and nothing more for a moment."""
        while not self._changed.wait(1):  # in steps, so that Windows delivers Ctrl-C
            pass
        while self._changed.is_set():
            self._changed.clear()
            time.sleep(QUIET)
        if self._moved.is_set():
            self.stop()
            self._look()

    def stop(self) -> None:
        """Watch no longer."""
        self._observer.stop()
        self._observer.join()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note a change. Of folders it counts what happens to themselves; what happens in them is told of its own."""
        if event.event_type not in CHANGES or (event.is_directory and event.event_type == "modified"):
            return
        paths = [Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path]
        if any(is_read(path, self._root) for path in paths):
            if event.is_directory:
                self._moved.set()
            self._changed.set()

    def _look(self) -> None:
        """Watch the folders that there are now: the system loses sight of one that is replaced by another."""
        self._moved.clear()
        self._observer = Observer()
        for name in WATCHED:
            if (self._root / name).is_dir():
                self._observer.schedule(self, str(self._root / name), recursive=True)
        self._observer.schedule(self, str(self._root))
        self._observer.start()


def is_read(path: Path, root: Path) -> bool:
    """Whether a file is one that the build reads: no cache, and no file that an editor keeps for itself."""
    with suppress(ValueError):
        path = path.relative_to(root)
    own = path.name.startswith((".", "#", "4913")) or path.name.endswith(("~", ".swp", ".tmp", ".pyc"))
    return not own and path.parts[:1] != () and path.parts[0] in WATCHED and "__pycache__" not in path.parts
