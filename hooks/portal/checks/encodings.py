"""Encodings: styles, scripts, drawings, templates and other texts are UTF-8, as servers and browsers expect."""

from collections.abc import Iterator
from pathlib import Path

from portal.checks.context import Context
from portal.formats.folders import files_below
from portal.problems import Code, Location, Problem
from portal.problems.messages import say
from portal.sources.project import Project

FILE_ENCODING = Code(
    "file-encoding",
    why=say(
        "Servers say of every text that it is UTF-8. Of a script, a style or a template in another encoding, such as"
        " Latin-1, browsers show wrong letters, or the build can't read it."
    ),
    fix=say("Save the file with the encoding UTF-8; every editor can."),
    example=say("the byte 0x{byte:02X} is not UTF-8 text", byte=0xFC),
)
REPLACED = "\ufffd"  # stands for bytes that are no UTF-8 where files were read leniently
# Files of docs/ that are published as text. Pages and YAML files have problems of their own.
TEXTS = (".css", ".js", ".mjs", ".json", ".svg", ".webmanifest", ".html", ".txt", ".vtt", ".xml")


def check_encodings(project: Project, _: Context) -> Iterator[Problem]:
    """Yield a problem for each text below docs/, each template and the configuration that is not UTF-8."""
    root, known = project.docs.parent, project.other_texts
    elsewhere = {name: text for name, text in known.items() if not name.startswith(f"{project.docs.name}/")}
    wrong = [root / name for name, text in elsewhere.items() if REPLACED in text]
    for path in files_below(project.docs):
        text = known.get(path.relative_to(root).as_posix(), REPLACED)  # what nobody has read yet may be wrong
        if path.suffix.lower() in TEXTS and REPLACED in text:
            wrong.append(path)
    for path in wrong:
        yield from find_wrong_byte(path, root)


def find_wrong_byte(path: Path, root: Path) -> Iterator[Problem]:
    """Yield a problem for the first byte of a file that is not UTF-8. ``root`` is the project's folder."""
    content = path.read_bytes()
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        name = (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()
        location = Location(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
        message = say("the byte 0x{byte:02X} is not UTF-8 text", byte=content[error.start])
        yield FILE_ENCODING.problem(location, message, say("save the file with the encoding UTF-8"))
