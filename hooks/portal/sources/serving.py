"""How the site is served: the description from which the configurations of servers are made."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from pydantic_core import ErrorDetails

from portal.formats.wrong_values import reason_of
from portal.formats.yaml import Document, read_yaml
from portal.problems import Code, Location, Problem
from portal.problems.messages import say

FILE = "deploy/serving.yml"
SERVING_INVALID = Code(
    "serving-invalid",
    why=say("`deploy/serving.yml` can't be read, or asks for something that servers can't do."),
    fix=say("Correct each line that is named."),
    example=say(
        "{file}: {name} is not right: {reason}",
        file="serving.yml",
        name="redirects.0.to",
        reason=say("String should match pattern '{limit}'", limit="…"),
    ),
)


def _regex(text: str) -> str:
    """Return a valid regular expression as it is. Raises ValueError for another."""
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(say("not a regular expression; Python says “{reason}”", reason=error)) from error
    return text


# RFC 9110, section 5.1: a field's name is a token; of values, what stands unchanged between nginx's double quotes.
Name = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9-]*$")]
Value = Annotated[str, StringConstraints(pattern=r'^[^"\\$\x00-\x1f]+$')]
# A page of the site: one slash first, or a browser would read the next word as a host.
SitePath = Annotated[str, StringConstraints(pattern=r"^/(?:[\w.-]+/)*[\w.-]*$")]
Match = Annotated[str, StringConstraints(pattern=r'^[^"\s;]+$'), AfterValidator(_regex)]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class FileClass(_Model):
    """Files whose headers or type differ: ``match`` is a regular expression over the whole path in the site."""

    match: Match
    headers: dict[Name, Value] = {}
    type: Value | None = None


class Redirect(_Model):
    """An old address, with or without the value of ``?mode=`` that it needs, and the page that it leads to now."""

    source: SitePath = Field(alias="from")
    mode: Annotated[str, StringConstraints(pattern=r"^[a-z]+$")] | None = None
    target: SitePath = Field(alias="to")

    @property
    def sources(self) -> tuple[str, ...]:
        """The old address, and where it ends without a slash the one with it: people and programs add it.

        Where that is the target, it is left out: ``{from: /user, to: /user/}`` would lead to itself.
        """
        added = f"{self.source}/"
        return (self.source,) if self.source.endswith("/") or added == self.target else (self.source, added)


class Serving(_Model):
    """The description of the serving: headers of every response, files that differ, media types, redirects."""

    headers: dict[Name, Value]
    files: tuple[FileClass, ...]
    types: dict[Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+$")], Value]
    redirects: tuple[Redirect, ...]

    def kind_of(self, path: str) -> FileClass | None:
        """Return what differs for the file at ``path`` below the site's folder; None where nothing does."""
        return next((kind for kind in self.files if re.fullmatch(kind.match, path)), None)

    def headers_of(self, path: str) -> dict[str, str]:
        """Return the headers of the file at ``path`` below the site's folder; its type is one of them."""
        kind = self.kind_of(path)
        media_type = self.types.get(path.rpartition(".")[2], "application/octet-stream")
        own = kind.headers if kind else {}
        return self.headers | own | {"Content-Type": kind.type if kind and kind.type else media_type}


class ServingError(Exception):
    """The description can't be used: ``problems`` says why and where, in the file deploy/serving.yml."""

    def __init__(self, *problems: Problem) -> None:
        lines = (f"{one.location}: {one.message}" if one.location.line else one.message for one in problems)
        super().__init__("\n".join(lines))
        self.problems = problems


def read_serving(path: Path) -> Serving:
    """Read deploy/serving.yml. Raises ServingError where it can't be read or says what can't be."""
    return read_with_locations(path)[0]


def read_with_locations(path: Path) -> tuple[Serving, Document]:
    """Read deploy/serving.yml, with the place of each line. Raises ServingError as read_serving does."""
    try:
        document, problems = read_yaml(path.read_text("utf-8"), FILE, SERVING_INVALID)
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or say("it is not UTF-8 text")
        message = say("{file} can't be read: {reason}", file=path, reason=reason)
        raise ServingError(SERVING_INVALID.problem(Location(FILE), message)) from error
    wrong = [
        replace(one, message=say("{file}: {reason}", file=path.name, reason=one.message), hint="") for one in problems
    ]
    if document is None:
        raise ServingError(*wrong)
    try:
        serving = Serving.model_validate(document.data)
    except ValidationError as error:
        details = (_problem(detail, document, path.name) for detail in error.errors())
        raise ServingError(*wrong, *details) from error
    if wrong:
        raise ServingError(*wrong)
    return serving, document


def _problem(detail: ErrorDetails, document: Document, file: str) -> Problem:
    steps = tuple(step for step in detail["loc"] if step != "[key]")
    is_key = detail["type"] == "extra_forbidden" or "[key]" in detail["loc"]
    location = document.keys.get(steps) if is_key else None
    name = ".".join(map(str, steps))
    message = say("{file}: {name} is not right: {reason}", file=file, name=name, reason=reason_of(detail))
    return SERVING_INVALID.problem(location or document.location(steps), message)
