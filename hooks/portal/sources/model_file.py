"""Small YAML files of editors: read into a model, with each mistake at its line."""

from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import BaseModel, StringConstraints, ValidationError

from portal.formats.wrong_values import HintedError, reason_of
from portal.formats.yaml import Document, read_yaml
from portal.problems import Code, Location, Problem
from portal.problems.messages import say

M = TypeVar("M", bound=BaseModel)
Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


def read_model(docs: Path, name: str, model: type[M], code: Code) -> tuple[M, tuple[Problem, ...], Document | None]:
    """Read the file ``name`` below ``docs``: the model, what is wrong (with ``code``), and the places in the file.

    It never raises for what stands in the file. Without the file, or with a mistake in it, the model is empty.
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
        return model.model_validate(document.data or {}), (), document
    except ValidationError as error:
        found = []
        for detail in error.errors():
            place = tuple(step for step in detail["loc"] if step != "[key]")
            words = ".".join(map(str, place)) or name
            message, hint = say("{name} is not right: {reason}", name=words, reason=reason_of(detail)), ""
            if isinstance(own := detail.get("ctx", {}).get("error"), HintedError):
                message, hint = own.message, own.hint
            is_key = detail["type"] == "extra_forbidden" or place != detail["loc"]
            location = document.keys.get(place) if is_key else None
            found.append(code.problem(location or document.location(place), message, hint))
        return empty, tuple(found), None
