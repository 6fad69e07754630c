"""The swap: a new site takes the place of the last good one, so that there is one at every moment."""

import ctypes
import os
import shutil
import sys
from pathlib import Path

EXCHANGE = 2  # RENAME_EXCHANGE (renameat2(2), Linux 3.15)
HERE = -100  # AT_FDCWD: paths are relative to the working directory
READABLE, ENTERABLE = 0o644, 0o755  # servers run as another user


def beside(site: Path, ending: str) -> Path:
    """Return the file or folder that belongs to a site and lies beside it: ``site.new``."""
    return site.with_name(f"{site.name}.{ending}")


def folder_of(site: Path) -> Path:
    """Return where the site really lies: a symbolic link is followed, so that a swap does not replace the link."""
    return Path(os.path.realpath(site)) if site.is_symlink() else site


def recover(site: Path) -> None:
    """Bring back the last good site if a build was killed while it swapped two, and remove the rest of that build.

    Raises OSError.
    """
    old = beside(site, "old")
    if old.is_dir() and not os.path.lexists(site):
        old.rename(site)
    for rest in (old, beside(site, "new")):
        _remove(rest)


def swap(site: Path) -> None:
    """Put ``site.new`` in the place of ``site``, and remove the old one. If that fails, the old one is still there.

    Both change places at once where the system can do that. Raises OSError.
    """
    new, old = beside(site, "new"), beside(site, "old")
    _open_to_servers(new)
    if _exchange(new, site):
        _remove(new)
        return
    if os.path.lexists(site):
        site.rename(old)
    try:
        new.rename(site)
    except OSError:
        if os.path.lexists(old):
            old.rename(site)
        raise
    _remove(old)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step. Return whether the system, the file system and both folders allow it."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    return rename is not None and rename(HERE, os.fsencode(one), HERE, os.fsencode(other), EXCHANGE) == 0


def _open_to_servers(site: Path) -> None:
    """Let every user read the site, whatever the umask of the build."""
    for parent, _, files in os.walk(site):
        for path, wanted in ((Path(parent), ENTERABLE), *((Path(parent, name), READABLE) for name in files)):
            mode = path.stat().st_mode
            if mode | wanted != mode:
                path.chmod(mode | wanted)


def _remove(path: Path) -> None:
    """Remove a folder, a file or a link, if it exists. Raises OSError."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
