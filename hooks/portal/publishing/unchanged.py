"""Unchanged files: they keep their time, from which servers make ETags, so that readers' copies stay good."""

import filecmp
import os
from pathlib import Path


def keep_times(old: Path, new: Path) -> int:
    """Give each file of the site ``new`` that ``old`` has, too, the time that it has there; return how many.

    ETags are the server's affair (RFC 9110, section 8.8.3); nginx and Apache make them from time and size. Nothing is
    kept where ``old`` does not exist. Raises OSError where a file can't be read.
    """
    kept = 0
    for file in new.rglob("*"):
        before = old / file.relative_to(new)
        if file.is_file() and before.is_file() and filecmp.cmp(before, file, shallow=False):
            times = before.stat()
            os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
            kept += 1
    return kept
