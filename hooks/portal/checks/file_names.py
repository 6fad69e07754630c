"""File names: names that every system can have, and that are the same on every system; no stray copies."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from portal.checks.context import Context
from portal.formats.folders import files_below
from portal.problems import Code, Location, Problem
from portal.problems.messages import Message, say
from portal.sources.project import Project

FILE_NAME = Code(
    "file-name",
    why=say(
        "macOS and ZIP programs may write ö as two characters, o and its dots: links and `nav`, which have one, don't "
        "find the file. Windows can't have some names at all, and takes two names that differ only in upper and lower "
        "case for one file."
    ),
    fix=say("Rename the file as the hint says, with `git mv`."),
    example=say("the {sign} in this name is two characters", sign="ö"),
)
FILE_STRAY = Code(
    "file-stray",
    why=say("An editor, Git or the file manager has left this copy behind, and it would be published."),
    fix=say("Remove the file, or move it out of `docs/`."),
    example=say("this backup copy would be published"),
)

# Windows: "Naming Files, Paths, and Namespaces".
RESERVED = re.compile(r"(?:con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³])(?:\..*)?", re.IGNORECASE)
FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f]')
STRAY = re.compile(
    r".*(?:~|\.(?:bak|orig|rej|old|tmp|temp|swp|swo|save|backup|part|crdownload)|\.(?:BACKUP|BASE|LOCAL|REMOTE)\.\d+\..*)"
    r"|#.*#|Thumbs\.db|desktop\.ini|~\$.*",
    re.IGNORECASE,
)
UNDECODED = re.compile(r"[\udc80-\udcff]")


def check_file_names(project: Project, _: Context) -> Iterator[Problem]:
    """Yield a problem for each file below docs/ whose name not every system can have or that is a stray copy."""
    docs = project.docs
    paths = [path.relative_to(docs).as_posix() for path in files_below(docs)]
    paths = [path for path in paths if "/." not in f"/{path}"]  # MkDocs passes over dot files
    twins = _twins(paths)
    told: set[str] = set()
    for path in paths:
        for name in _names(path):
            if name in told:
                continue
            if wrong := _wrong(name.rpartition("/")[2]) or _twin(name, twins):
                told.add(name)
                message, hint = wrong
                yield FILE_NAME.problem(Location(f"{docs.name}/{_readable(name)}"), message, hint)
        if STRAY.fullmatch(Path(path).name):
            location = Location(f"{docs.name}/{_readable(path)}")
            hint = say("remove it, or move it out of {docs}", docs=f"{docs.name}/")
            yield FILE_STRAY.problem(location, say("this backup copy would be published"), hint)


def composed(path: str) -> str:
    """Return a path as links and nav write it: ö is one character (Unicode NFC)."""
    return unicodedata.normalize("NFC", path)


def _names(path: str) -> Iterator[str]:
    """Yield each folder of a path, and the path."""
    parts = path.split("/")
    yield from ("/".join(parts[:count]) for count in range(1, len(parts) + 1))


def _wrong(name: str) -> tuple[Message, Message] | None:
    """Return what is wrong with the name of a file or folder, and the hint; None for nothing."""
    if UNDECODED.search(name):
        return say("this name is not UTF-8"), say("rename it")
    if name != (right := composed(name)):
        sign = next((one for one in right if one not in name), right)
        message = say("the {sign} in this name is two characters", sign=sign)
        return message, say("rename it: type {name} anew", name=right)
    if RESERVED.fullmatch(name):
        return say("{name} is a device on Windows: no file there can have this name", name=name), say("rename it")
    if found := FORBIDDEN.search(name):
        sign = found.group() if found.group().isprintable() else f"U+{ord(found.group()):04X}"
        message = say("no file on Windows can have {sign} in its name", sign=sign)
        return message, say("write {word}", word=FORBIDDEN.sub("-", name))
    if name.endswith((" ", ".")) or name.startswith(" "):
        message = say("this name begins or ends with a blank or a dot, which Windows drops")
        return message, say("write {word}", word=name.strip(" ").rstrip(" ."))
    return None


def _twins(paths: Iterable[str]) -> dict[str, str]:
    """Return of each file or folder, in small letters, the first that is called so."""
    first: dict[str, str] = {}
    for path in paths:
        for name in _names(path):
            first.setdefault(composed(name).casefold(), name)
    return first


def _twin(name: str, twins: dict[str, str]) -> tuple[Message, Message] | None:
    other = twins[composed(name).casefold()]
    if other == name:
        return None
    message = say("this name differs from {file} only in upper and lower case", file=_readable(other))
    return message, say("rename one of them: Windows and macOS take both for one file")


def _readable(path: str) -> str:
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
