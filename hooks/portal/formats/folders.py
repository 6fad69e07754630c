"""Folders: the files below one, symbolic links followed, and what a published folder must not contain."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from portal.problems import Code, Location, Problem
from portal.problems.messages import Message, say

FILE_OUTSIDE = Code(
    "file-outside",
    why=say(
        "Publishing follows symbolic links: one that leads out of `docs/`, of the templates or of the built site"
        " would publish whatever it points to. Nothing is read before it is gone. A link that stays inside its folder"
        " is fine."
    ),
    fix=say("Put the file itself there, or remove the link."),
    example=say("this symbolic link leads out of {folder}, to {target}", folder="docs/", target="/home/me/notes.md"),
)
FILE_IRREGULAR = Code(
    "file-irregular",
    why=say(
        "A symbolic link that leads nowhere or in a circle, a pipe or a device can't be read to its end. Nothing is"
        " read before it is gone."
    ),
    fix=say("Put a file or a folder there, or remove it."),
    example=say("this is neither a file nor a folder"),
)


def files_below(folder: Path) -> list[Path]:
    """Return every file below ``folder``, sorted. As generators and servers do, it follows links to folders."""
    found = (Path(parent, name) for parent, _, names in os.walk(folder, followlinks=True) for name in names)
    return sorted(found)


def check_folder(folder: Path, label: str, hidden: bool = False) -> list[Problem]:
    """Return a problem for each symbolic link out of ``folder``, to nowhere or in a circle, and each pipe and device.

    Publishing the folder would publish what such a link points to, or never end. Nothing is opened.
    ``label`` is how reports name the folder; names with a dot in front are passed over unless ``hidden``.
    """
    root = Path(os.path.realpath(folder))
    return list(dict.fromkeys(_problems(folder, (root,), label, hidden)))  # a folder may be reached by several links


def _problems(folder: Path, above: tuple[Path, ...], label: str, hidden: bool) -> Iterator[Problem]:
    """Yield the problems of ``folder``; ``above`` are the real paths of the folders around it, the outermost first."""
    root, here = above[0], above[-1]
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if (entry.name.startswith(".") and not hidden) or (not entry.is_symlink() and entry.is_file()):
                continue
            real = Path(os.path.realpath(entry.path))
            location = Location(f"{label}/{(here / entry.name).relative_to(root).as_posix()}")
            if not real.is_relative_to(root):
                target = real.as_posix()
                message = say(
                    "this symbolic link leads out of {folder}, to {target}", folder=f"{label}/", target=target
                )
                hint = say("put the file itself here, or remove the symbolic link")
                yield FILE_OUTSIDE.problem(location, message, hint)
            elif fault := _fault(entry, real, above):
                yield FILE_IRREGULAR.problem(location, fault, say("put a file or a folder here, or remove it"))
            elif entry.is_dir():
                yield from _problems(Path(entry.path), (*above, real), label, hidden)


def _fault(entry: os.DirEntry[str], real: Path, above: tuple[Path, ...]) -> Message | None:
    """Say why an entry can't be read to its end, or None where it can."""
    try:
        mode = entry.stat().st_mode
    except OSError as error:
        return say("this symbolic link can't be followed: {reason}", reason=error.strerror)
    if real in above:
        return say("this symbolic link leads to a folder that it lies in")
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        return say("this is neither a file nor a folder")
    return None
