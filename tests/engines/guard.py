"""Runs a program in a folder of its own, and leaves nothing of either, whatever ends the test that started it.

    python guard.py FOLDER PROGRAM [ARGUMENT …]

It ends with the program, or when its standard input closes, as that of a test does even by SIGKILL. Then every process
below it ends, and the folder is removed.
"""

import contextlib
import ctypes
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

SET_CHILD_SUBREAPER = 36  # prctl(2): a process below whose parent ends becomes a child of this one
PATIENCE = 3  # seconds to end by itself, as a display server does to remove its lock


def main(folder: str, *command: str) -> None:
    """Run the command with ``folder`` as its home until standard input closes, then clean up."""
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda *_: sys.exit(1))
    ctypes.CDLL(None).prctl(SET_CHILD_SUBREAPER, 1)
    own = {name: folder for name in ("HOME", "TMPDIR", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    try:
        program = subprocess.Popen(command, env={**os.environ, **own}, stdin=subprocess.DEVNULL)
        while program.poll() is None and not select.select([sys.stdin], [], [], 0.2)[0]:
            pass
    finally:
        end_children()
        shutil.rmtree(folder, ignore_errors=True)


def end_children() -> None:
    """End every process below this one: asked first, then by force."""
    children = Path(f"/proc/self/task/{os.getpid()}/children")
    patient_until = time.monotonic() + PATIENCE
    while running := children.read_text("ascii").split():
        number = signal.SIGTERM if time.monotonic() < patient_until else signal.SIGKILL
        for child in running:
            with contextlib.suppress(ProcessLookupError):
                os.kill(int(child), number)
        time.sleep(0.05)
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass


if __name__ == "__main__":
    main(*sys.argv[1:])
