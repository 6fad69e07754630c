"""Unchanged files keep their modification time, which servers use for ETags, so that cached copies stay valid."""

import os
from pathlib import Path

from portal.site.site import Site


def keep_times(old: Path, new: Site) -> int:
    """Copy modification times to ``new`` from identical files in ``old``, if it exists; return the number of files.

    Servers choose how to make ETags (RFC 9110, 8.8.3); nginx and Apache use time and size. Raises OSError if a file
    can't be read.
    """
    kept = 0
    for path in new.files:
        before = old / path
        if before.is_file() and _has(before, new.read_bytes(path)):
            times = before.stat()
            os.utime(new.root / path, ns=(times.st_atime_ns, times.st_mtime_ns))
            kept += 1
    return kept


def _has(file: Path, content: bytes) -> bool:
    """Whether a file has exactly this content; a file of another size is not opened."""
    return file.stat().st_size == len(content) and file.read_bytes() == content
