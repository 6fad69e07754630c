"""Facts: the versions, durations and addresses that pages share, read from docs/facts.yml."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, PositiveInt, StringConstraints, ValidationError

from portal.problems import Place, Problem, nearest
from portal.yaml_places import Document, read_yaml

Family = Literal["old client", "new client"]
VersionNumber = Annotated[str, StringConstraints(pattern=r"^\d+(\.\d+){1,3}$")]
WebAddress = Annotated[str, StringConstraints(pattern=r"^https://[^\s/]+\S*$")]


class Fact(BaseModel):
    """What every fact says of itself: where its value comes from and when that was last compared."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    source: Annotated[str, StringConstraints(min_length=1)]
    checked: date


class Version(Fact):
    """A client version. Families number their versions independently; they are never compared."""

    value: VersionNumber
    family: Family


class Duration(Fact):
    """An example of how long an upgrade takes."""

    workplaces: PositiveInt
    minutes: PositiveInt


class Address(Fact):
    """The address of a page outside the portal."""

    value: WebAddress


class Facts(BaseModel):
    """All facts. A key is what a page writes between braces: ``android.minimum``."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    versions: dict[str, Version] = Field(min_length=1)
    durations: dict[str, Duration] = Field(min_length=1)
    addresses: dict[str, Address] = Field(min_length=1)

    def values(self) -> dict[str, str | int]:
        """Return every value by the name that a placeholder calls it."""
        named: dict[str, str | int] = {key: fact.value for key, fact in (self.versions | self.addresses).items()}
        for key, duration in self.durations.items():
            named[f"{key}.workplaces"] = duration.workplaces
            named[f"{key}.minutes"] = duration.minutes
        return named

    def version_numbers(self) -> dict[str, str]:
        """Return each known version number with the first key that has it."""
        numbers: dict[str, str] = {}
        for key, version in self.versions.items():
            numbers.setdefault(version.value, key)
        return numbers


def read_facts(path: Path) -> tuple[Facts | None, list[Problem]]:
    """Read facts.yml. Facts are None where there are problems; every problem is told, at its line."""
    file = f"{path.parent.name}/{path.name}"
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        return None, [Problem("facts-unreadable", Place(file), f"facts.yml can't be read: {reason}")]
    document, problems = read_yaml(text, file, "facts-invalid")
    if document is None or problems:
        return None, problems
    try:
        return Facts.model_validate(document.data), []
    except ValidationError as error:
        return None, list(_problems(error, document))


def _problems(error: ValidationError, document: Document) -> Iterator[Problem]:
    for detail in error.errors():
        location, kind = detail["loc"], detail["type"]
        place = document.keys.get(location) if kind == "extra_forbidden" else None
        message, hint = _explain(location, kind, detail)
        yield Problem("facts-invalid", place or document.place(location), message, hint)


def _explain(location: tuple, kind: str, detail: dict) -> tuple[str, str]:
    """Return message and hint for one of pydantic's errors, in the words of facts.yml."""
    name = ".".join(map(str, location)) or "facts.yml"
    field = str(location[-1]) if location else ""
    if kind == "missing":
        return f"{name} is missing", f"add a line `{field}: …` here"
    if kind == "extra_forbidden":
        near = nearest(field, _FIELDS)
        return f"{field} is not a field that belongs here", f"did you mean {near}?" if near else ""
    if kind == "string_type" and field == "value":
        return f"{name} is not text: {detail['input']!r}", "put it in quotes, or YAML drops its last zeros"
    if kind == "string_pattern_mismatch":
        wanted = "a version is numbers with dots between them" if location[0] == "versions" else "write a full https:// address"
        return f"{name} is not of the right form: {detail['input']!r}", wanted
    return f"{name}: {detail['msg'][0].lower()}{detail['msg'][1:]}", ""


_FIELDS = [*Facts.model_fields, *Version.model_fields, *Duration.model_fields, *Address.model_fields]
