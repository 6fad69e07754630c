"""The lock: one build at a time writes a folder; another one waits for it."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

if sys.platform != "win32":
    import fcntl


class Lock:
    """A lock file that contains the number of its process. The system frees the lock when that process ends.

    Windows has no such locks; there, nothing waits.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BinaryIO | None = None

    def acquire(self, before_waiting: Callable[[str], None]) -> None:
        """Take the lock. If another process has it, call ``before_waiting`` with that one's number, and wait.

        Raises OSError.
        """
        if sys.platform == "win32" or self._file:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        while True:
            file = self._path.open("a+b")
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                file.seek(0)
                before_waiting(file.read().decode("ascii", "replace").strip() or "?")
                fcntl.flock(file, fcntl.LOCK_EX)
            if self._is_still(file):
                break
            file.close()  # its owner has just removed it
        file.truncate(0)
        file.write(f"{os.getpid()}\n".encode())
        file.flush()
        self._file = file

    def release(self) -> None:
        """Free the lock and remove its file, if this process has it."""
        if self._file:
            self._path.unlink(missing_ok=True)
            self._file.close()
            self._file = None

    def _is_still(self, file: BinaryIO) -> bool:
        return self._path.exists() and os.path.samestat(os.fstat(file.fileno()), self._path.stat())
