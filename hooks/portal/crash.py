"""Crashes: whatever ends a build or a command unexpectedly is told as one problem, at the file that caused it."""

import errno
import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from io import TextIOWrapper
from pathlib import Path

from portal.formats.markdown.text import Line
from portal.formats.template_errors import explain
from portal.preview.failure import BUILD_FAILED, TEMPLATE
from portal.problems import Code, Location, Problem
from portal.problems.messages import Message, say
from portal.problems.reports import BUILD, report_problems
from portal.sources.page import Source

CODE = Path(__file__).parents[1]  # the folder hooks/
EDITED = ("docs", "overrides", "deploy")
WRITING = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS)
NO_MEMORY = say("the memory is not enough for this")
DEBUG = "PORTAL_DEBUG"  # set: tracebacks are printed, too


def open_streams() -> None:
    """Replace standard streams that are closed: the next file that is opened would get the number of one.

    Characters that the terminal can't encode are escaped in stdout, as they are in stderr.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # gets the lowest number that is free: this one
    sys.stdin = sys.stdin or os.fdopen(0, encoding="utf-8", closefd=False)
    sys.stdout = sys.stdout or os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = sys.stderr or os.fdopen(2, "w", encoding="utf-8", closefd=False)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def guard(command: Callable[[], int], root: Path) -> int:
    """Return the exit status of ``command``, which works on the project ``root``; 2 if it crashes, which is reported.

    130 after Ctrl-C, as a shell has it; a reader of the output that has had enough, as `head` has, is no error.
    """
    try:
        status = command()
        sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python flushes once more at its end
        return 0
    except Exception as error:
        report_crash(error, root)
        return 2


def report_crash(error: Exception, root: Path) -> None:
    """Print the one problem of an unexpected error, and keep its traceback in a file, or print it, too."""
    if os.environ.get(DEBUG):
        traceback.print_exception(error)
    report_problems([explain_crash(error, root, _keep_traceback(error, root))], root)


def explain_crash(error: Exception, root: Path, kept: str = "") -> Problem:
    """Return the problem that an unexpected error is, located in the project ``root``.

    ``kept`` is the file with its traceback.
    """
    frames = traceback.extract_tb(error.__traceback__)
    templates = [frame for frame in frames if frame.filename.endswith(".html")]
    if _is(error, "TemplateError") or templates:  # before OSError: TemplateNotFound is one, too
        return TEMPLATE.problem(_in_template(error, templates, root), _template_message(error))
    file = _editors_file(error, root)
    if known := _known_message(error, file, root):
        code, message, hint = known
        return code.problem(Location(file if code is BUILD_FAILED else ""), message, hint)
    more = say("the traceback is in {file}", file=kept) if kept else ""
    own = [frame for frame in frames if Path(frame.filename).is_relative_to(CODE)]
    place = Location(_name(own[-1].filename, root), own[-1].lineno or 0) if own else Location("")
    words = "".join(traceback.format_exception_only(error)).strip().splitlines()[-1]
    if not file or not own:
        return BUILD_FAILED.problem(
            Location(file) if file else place, say("an error in the code: {error}", error=words), more
        )
    message = say("an error in the code, at {place}, when it came to this file: {error}", place=place, error=words)
    return BUILD_FAILED.problem(Location(file), message, more)


def _known_message(error: Exception, file: str, root: Path) -> tuple[Code, Message, Message | str] | None:
    """Return what is said of an error that no line of the code is to blame for; None for others."""
    if isinstance(error, OSError):
        return BUILD, _system_message(error, root), ""
    if isinstance(error, MemoryError) or "start new thread" in str(error):
        return BUILD, NO_MEMORY, say("close other programs, or raise the limit (ulimit -v)")
    if isinstance(error, RecursionError) and file:
        return BUILD_FAILED, say("lists, quotes or elements are nested too deeply here"), say("write fewer levels")
    if isinstance(error, UnicodeDecodeError) and file:
        return BUILD_FAILED, say("this file is not UTF-8 text"), say("save it with the encoding UTF-8")
    return None


def _is(error: Exception, name: str) -> bool:
    """Whether an error is one of Jinja's, which `portal check` does without."""
    return any(one.__name__ == name and one.__module__ == "jinja2.exceptions" for one in type(error).__mro__)


def _template_message(error: Exception) -> Message:
    if _is(error, "TemplateNotFound"):  # its own message lists every folder searched
        return say("there is no template {name}", name=getattr(error, "name", None))
    if isinstance(error, RecursionError):
        return say("this template includes, extends or calls itself without end")
    if isinstance(error, MemoryError):
        return NO_MEMORY
    return explain(getattr(error, "message", None) or str(error) or type(error).__name__)


def _in_template(error: Exception, frames: list[traceback.FrameSummary], root: Path) -> Location:
    """Return where a template fails: syntax errors carry their line; for others, Jinja adds it to the traceback."""
    file, line = (frames[-1].filename, frames[-1].lineno) if frames else ("overrides", 0)
    if _is(error, "TemplateSyntaxError"):
        named = getattr(error, "filename", None) or getattr(error, "name", None)
        file, line = named or file, getattr(error, "lineno", 0)
    return Location(_name(file, root), line or 0)


def _system_message(error: OSError, root: Path) -> Message:
    """Say what can't be read or written: of two files that of the copy, if the disk is full."""
    both = error.filename2 if error.errno in WRITING and error.filename2 else error.filename
    name = os.fsdecode(both) if isinstance(both, str | bytes | os.PathLike) else root.as_posix()
    reason = error.strerror or str(error)
    if error.errno in WRITING:
        return say("can't write {file}: {reason}", file=name, reason=reason)
    return say("can't write or read {file}: {reason}", file=name, reason=reason)


def _editors_file(error: Exception, root: Path) -> str:
    """Return the file of an editor that was read when the error was raised, as reports name it; "" if there is none."""
    frames = [frame for frame, _ in traceback.walk_tb(error.__traceback__)]
    for frame in reversed(frames):
        # What a function was called with; other variables may be left from a loop that has ended. What decodes a file
        # has just opened it.
        names = frame.f_code.co_varnames[: frame.f_code.co_argcount]
        for key, value in list(frame.f_locals.items()):
            wanted = key in names or isinstance(error, UnicodeDecodeError)
            if wanted and (name := _file_of(value, root)):
                return name
    return ""


def _file_of(value: object, root: Path) -> str:
    if isinstance(value, Source | Line):
        return value.file
    if type(value).__module__.startswith("mkdocs."):  # a page knows its file
        value = getattr(getattr(value, "file", value), "abs_src_path", None)
    if not isinstance(value, str | Path):
        return ""
    inside = any(str(value).startswith(f"{root / name}{os.sep}") for name in EDITED)
    return _name(value, root) if inside and "\0" not in str(value) and os.path.isfile(value) else ""


def _name(path: str | Path, root: Path) -> str:
    path = Path(path)
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def _keep_traceback(error: Exception, root: Path) -> str:
    """Write the traceback into a file, and return its path; "" where nothing can be written."""
    text = "".join(traceback.format_exception(error))
    for folder in (root / ".cache", Path(tempfile.gettempdir())):
        try:
            folder.mkdir(exist_ok=True)
            (folder / "traceback.txt").write_text(text, "utf-8", "backslashreplace")
        except OSError:
            continue
        return _name(folder / "traceback.txt", root)
    return ""
