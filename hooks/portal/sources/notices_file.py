"""The file of notices: reads docs/notices.yml, and reports every mistake at its line in the words of the file."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic_core import ErrorDetails

from portal.formats.wrong_values import HintedError
from portal.formats.yaml import Document
from portal.languages import LANGUAGES
from portal.problems import Code, Location, Problem
from portal.problems.messages import say
from portal.sources.model_file import in_fields_of, read_model
from portal.sources.notices import Notice, Notices
from portal.sources.page import Source
from portal.sources.translated import as_page

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
    model, problems, document = read_model(docs, FILE, Notices, NOTICE_INVALID, _problem)
    if document is None:
        return NoticesFile(problems=problems)
    notices = model.notices
    problems = (*_repeated(notices, document), *_reversed(notices, document))
    return NoticesFile(() if problems else notices, document, problems)


def texts_of(file: NoticesFile) -> tuple[Source, ...]:
    """Return the text of each notice in each language as a page, each line where the text begins in the file."""
    return tuple(
        as_page(notice.text[language], language, FILE, file.location(index, "text", language))
        for index, notice in enumerate(file.notices)
        for language in LANGUAGES
    )


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
    is_time = detail["loc"][-1:] in (("from",), ("until",)) and isinstance(
        detail.get("ctx", {}).get("error"), HintedError
    )
    return in_fields_of(detail, document, FILE, NOTICE_TIME if is_time else NOTICE_INVALID, _FIELDS)
