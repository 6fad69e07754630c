"""Unchanged files: they keep their time, from which servers make ETags, so that readers' copies stay good."""

import os
from pathlib import Path

from portal.site.site import Site


def keep_times(old: Path, new: Site) -> int:
    """Give each file of the site ``new`` that the folder ``old`` has, too, the time that it has there; return how many.

    ETags are the server's affair (RFC 9110, section 8.8.3); nginx and Apache make them from time and size. Nothing is
    kept where ``old`` does not exist. Raises OSError where a file can't be read.
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
    """Whether a file has a content; one of another size is not opened."""
    return file.stat().st_size == len(content) and file.read_bytes() == content
