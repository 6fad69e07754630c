"""The file of notices: reads docs/notices.yml, and reports every mistake at its line in the words of the file."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from portal.formats.markdown.text import Line
from portal.formats.wrong_values import HintedError, reason_of
from portal.formats.yaml import Document, read_yaml
from portal.languages import LANGUAGES
from portal.problems import Code, Location, Problem, nearest
from portal.problems.messages import say
from portal.sources.notices import Notice, Notices
from portal.sources.page import Source

FILE = "notices.yml"
NOTICE_INVALID = Code(
    "notice-invalid",
    why=say(
        "`docs/notices.yml` is not valid YAML, or a notice lacks a field or a translation, names an unknown view, or"
        " has the id of another. No page could show it."
    ),
    fix=say(
        "Correct the line that is shown. Editors such as VS Code complete and check the file while you type, by"
        " `notices.schema.json`."
    ),
    example=say("{name} is missing", name="notices.0.text.en"),
)
NOTICE_TIME = Code(
    "notice-time",
    why=say(
        "The notice ends before it begins, or a time can't be read. When clocks change, a time may not exist or exist"
        " twice, and nobody guesses which is meant."
    ),
    fix=say(
        "Write a day and a time, `2027-03-01 22:00`, as the clocks in Berlin show them, or with the zone behind it."
    ),
    example=say("there is no {time}: the clocks go forward", time="2026-03-29 02:30"),
)
_FIELDS = {info.alias or name for name, info in Notice.model_fields.items()} | {*LANGUAGES, "notices"}


@dataclass(frozen=True)
class NoticesFile:
    """What the file holds: the notices, none where it can't be read; each one's place; the problems."""

    notices: tuple[Notice, ...] = ()
    document: Document | None = None
    problems: tuple[Problem, ...] = ()

    def location(self, index: int, *field: str) -> Location:
        """Return the place of a field of a notice, by its index in the file."""
        if self.document is None:
            return Location(FILE)
        return self.document.location(("notices", index, *field))


def read_notices(docs: Path) -> NoticesFile:
    """Read notices.yml below ``docs``. It never raises for what stands in it; without the file, there are none."""
    path, file = docs / FILE, f"{docs.name}/{FILE}"
    if not path.exists():
        return NoticesFile()
    try:
        document, problems = read_yaml(path.read_text("utf-8"), file, NOTICE_INVALID)
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or say("it is not UTF-8 text")
        message = say("{file} can't be read: {reason}", file=FILE, reason=reason)
        return NoticesFile(problems=(NOTICE_INVALID.problem(Location(file), message),))
    if document is None:
        return NoticesFile(problems=tuple(problems))
    try:
        notices = Notices.model_validate({} if document.data is None else document.data).notices
    except ValidationError as error:
        problems += (_problem(detail, document) for detail in error.errors())
        return NoticesFile(document=document, problems=tuple(problems))
    problems += [*_repeated(notices, document), *_reversed(notices, document)]
    return NoticesFile(() if problems else notices, document, tuple(problems))


def texts_of(file: NoticesFile) -> tuple[Source, ...]:
    """Return the text of each notice in each language as a page, each line where the text begins in the file."""
    found = []
    for index, notice in enumerate(file.notices):
        for language in LANGUAGES:
            at = file.location(index, "text", language)
            lines = (Line(text, at.file, at.line, 1 - at.column) for text in notice.text[language].split("\n"))
            found.append(Source(language, FILE, at.file, {}, (), tuple(lines)))
    return tuple(found)


def json_schema() -> str:
    """Return the JSON Schema of the file, by which editors complete and check it while somebody types."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Notices.model_json_schema()}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _repeated(notices: tuple[Notice, ...], document: Document) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for index, notice in enumerate(notices):
        location = document.location(("notices", index, "id"))
        if notice.id in first:
            message = say("another notice has the id {id}, too", id=notice.id)
            hint = say("give one of them another; the first is in line {line}", line=first[notice.id])
            yield NOTICE_INVALID.problem(location, message, hint)
        first.setdefault(notice.id, location.line)


def _reversed(notices: tuple[Notice, ...], document: Document) -> Iterator[Problem]:
    for index, notice in enumerate(notices):
        if notice.until <= notice.begins:
            message = say("{id} ends before it begins, or at the same moment", id=notice.id)
            hint = say("give an end that is later than the begin")
            yield NOTICE_TIME.problem(document.location(("notices", index, "until")), message, hint)


def _problem(detail: ErrorDetails, document: Document) -> Problem:
    """Return one of pydantic's errors in the words of notices.yml."""
    keys, error = tuple(step for step in detail["loc"] if step != "[key]"), detail.get("ctx", {}).get("error")
    name, field = ".".join(map(str, keys)) or FILE, str(keys[-1]) if keys else FILE
    if isinstance(error, HintedError):
        code = NOTICE_TIME if field in ("from", "until") else NOTICE_INVALID
        return code.problem(document.location(keys), error.message, error.hint)
    if detail["type"] == "missing":
        message, hint = say("{name} is missing", name=name), say("add a line `{field}: …` here", field=field)
        return NOTICE_INVALID.problem(document.location(keys), message, hint)
    if detail["type"] == "extra_forbidden" or "[key]" in detail["loc"]:
        near = nearest(field, _FIELDS)
        message = say("{field} is not a field that belongs here", field=field)
        help_ = say("did you mean {word}?", word=near) if near else ""
        return NOTICE_INVALID.problem(document.keys.get(keys) or document.location(keys), message, help_)
    if detail["input"] is None or detail["type"] == "string_too_short":
        return NOTICE_INVALID.problem(document.location(keys), say("{name} is empty", name=name))
    if field == "id" and detail["type"] == "string_pattern_mismatch":
        message = say("{name} is not of the right form: {value!r}", name=name, value=detail["input"])
        hint = say("small letters and digits, with hyphens between words")
        return NOTICE_INVALID.problem(document.location(keys), message, hint)
    message = say("{name} is not right: {reason}", name=name, reason=reason_of(detail))
    return NOTICE_INVALID.problem(document.location(keys), message)
