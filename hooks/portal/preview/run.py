"""Runs the preview: watches the sources, builds, serves, and cleans up."""

import os
import shutil
import signal
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path

from portal.preview.build import Builder, Outcome, files_of_pages
from portal.preview.panel import empty_page, inject, render
from portal.preview.server import Builds, open_server
from portal.preview.watch import Watch
from portal.problems.catalogue import in_words, wanted_language
from portal.problems.messages import say

PREFIX = "portal-preview-"


def run_preview(root: Path) -> int:
    """Serve the preview of the project ``root`` until Ctrl-C; return the exit status."""
    language, builds = wanted_language(os.environ), Builds()
    for name in ("SIGTERM", "SIGHUP"):  # ends as after Ctrl-C: what is temporary is removed
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)
    remove_leftovers(Path(tempfile.gettempdir()))
    with tempfile.TemporaryDirectory(prefix=f"{PREFIX}{os.getpid()}-", ignore_cleanup_errors=True) as name:
        state = _State(root, builds)
        try:
            server = open_server(Path(name) / "site", builds, state.decorate)
        except OSError as error:
            print(in_words(say("no port is free for the preview: {reason}", reason=error.strerror or error), language))
            return 2
        address = f"http://127.0.0.1:{server.server_port}/"
        builder, watch = Builder(root, Path(name), address), Watch(root)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(in_words(say("The preview is at {address}; Ctrl-C ends it", address=address), language), flush=True)
        try:
            _build_on_changes(builder, builds, state, watch)
        except KeyboardInterrupt:
            print()
        finally:
            builder.stop()
            watch.stop()
            server.shutdown()
    return 0


def remove_leftovers(folder: Path) -> None:
    """Remove the temporary folders of previews that were killed: their names have the number of the process."""
    if sys.platform == "win32":  # there, asking for a process by this call would end it
        return
    for path in folder.glob(f"{PREFIX}*"):
        number = path.name.removeprefix(PREFIX).partition("-")[0]
        if not number.isdecimal():
            continue
        try:
            os.kill(int(number), 0)
        except (ProcessLookupError, OverflowError):
            shutil.rmtree(path, ignore_errors=True)
        except PermissionError:  # it runs, as another user
            continue


class _State:
    """The last build's outcome, and the source files of each page."""

    def __init__(self, root: Path, builds: Builds) -> None:
        self._builds, self._root, self._language = builds, root, wanted_language(os.environ)
        self.outcome = Outcome()
        self.files: dict[str, frozenset[str]] = {}

    def decorate(self, page: str, html: str) -> str:
        """Return a page with its panel."""
        files = self.files.get(page, frozenset())
        panel = render(self.outcome, page, files, self._root, self._language, is_built=bool(html))
        return inject(html or empty_page(self._language), panel, self._builds.number)


def _build_on_changes(builder: Builder, builds: Builds, state: _State, watch: Watch) -> None:
    while True:
        state.outcome = builder.build()
        with suppress(OSError):  # a page is just being moved
            state.files = files_of_pages(builder.root / "docs")
        builds.finish()
        count = len(state.outcome.problems) + len(state.outcome.failures)
        words = say("built; nothing found") if not count else say("built; problems found: {count}", count=count)
        print(f"{time.strftime('%H:%M:%S')} {in_words(words, wanted_language(os.environ))}", flush=True)
        watch.wait()
