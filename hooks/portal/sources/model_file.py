"""Small YAML files of editors: read into a model, with each mistake at its line."""

from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import BaseModel, StringConstraints, ValidationError
from pydantic_core import ErrorDetails

from portal.formats.wrong_values import HintedError, reason_of
from portal.formats.yaml import Document, read_yaml
from portal.problems import Code, Location, Problem, nearest
from portal.problems.messages import say

M = TypeVar("M", bound=BaseModel)
Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


Explain = Callable[[ErrorDetails, Document], Problem]


def read_model(
    docs: Path, name: str, model: type[M], code: Code, explain: Explain | None = None
) -> tuple[M, tuple[Problem, ...], Document | None]:
    """Read the file ``name`` below ``docs``: the model, what is wrong (with ``code``), and the places in the file.

    It never raises for what stands in the file. Without the file, or with a mistake in it, the model is empty.
    ``explain`` makes a problem of what the model refuses, in the words of the file.
    """
    path, file, empty = docs / name, f"{docs.name}/{name}", model.model_validate({})
    if not path.exists():
        return empty, (), None
    try:
        document, problems = read_yaml(path.read_text("utf-8"), file, code)
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or say("it is not UTF-8 text")
        message = say("{file} can't be read: {reason}", file=name, reason=reason)
        return empty, (code.problem(Location(file), message),), None
    if document is None or problems:
        return empty, tuple(problems), None
    try:
        return model.model_validate({} if document.data is None else document.data), (), document
    except ValidationError as error:
        found = [explain(one, document) if explain else _refused(one, document, name, code) for one in error.errors()]
        return empty, tuple(found), None


def _refused(detail: ErrorDetails, document: Document, name: str, code: Code) -> Problem:
    place = tuple(step for step in detail["loc"] if step != "[key]")
    words = ".".join(map(str, place)) or name
    message, hint = say("{name} is not right: {reason}", name=words, reason=reason_of(detail)), ""
    if isinstance(own := detail.get("ctx", {}).get("error"), HintedError):
        message, hint = own.message, own.hint
    is_key = detail["type"] == "extra_forbidden" or place != detail["loc"]
    location = document.keys.get(place) if is_key else None
    return code.problem(location or document.location(place), message, hint)


def in_fields_of(detail: ErrorDetails, document: Document, file: str, code: Code, fields: Collection[str]) -> Problem:
    """Return what a model of ``fields`` refuses, with what to write instead: the nearest field, a line to add."""
    keys, error = tuple(step for step in detail["loc"] if step != "[key]"), detail.get("ctx", {}).get("error")
    name, field = ".".join(map(str, keys)) or file, str(keys[-1]) if keys else file
    if isinstance(error, HintedError):
        return code.problem(document.location(keys), error.message, error.hint)
    if detail["type"] == "missing":
        message = say("{name} is missing", name=name)
        return code.problem(document.location(keys), message, say("add a line `{field}: …` here", field=field))
    if detail["type"] == "extra_forbidden" or "[key]" in detail["loc"]:
        near = nearest(field, fields)
        message = say("{field} is not a field that belongs here", field=field)
        help_ = say("did you mean {word}?", word=near) if near else ""
        return code.problem(document.keys.get(keys) or document.location(keys), message, help_)
    if detail["input"] is None or detail["type"] == "string_too_short":
        return code.problem(document.location(keys), say("{name} is empty", name=name))
    if field == "id" and detail["type"] == "string_pattern_mismatch":
        message = say("{name} is not of the right form: {value!r}", name=name, value=detail["input"])
        return code.problem(
            document.location(keys), message, say("small letters and digits, with hyphens between words")
        )
    message = say("{name} is not right: {reason}", name=name, reason=reason_of(detail))
    is_plain = detail["type"] == "string_type" and isinstance(detail["input"], (bool, int, float, date))
    hint = say("write it in quotes, or YAML takes it for a number, a date, or true or false") if is_plain else ""
    return code.problem(document.location(keys), message, hint)
