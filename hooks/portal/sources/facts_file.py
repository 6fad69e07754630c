"""The facts file: reads docs/facts.yml, and reports every mistake at its line in the words of the file."""

import itertools
import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from portal.formats.wrong_values import reason_of
from portal.formats.yaml import Document, read_yaml
from portal.problems import Code, Location, Problem, nearest
from portal.problems.messages import say
from portal.sources.facts import Address, Allowance, Duration, Facts, Version

FACTS_UNREADABLE = Code(
    "facts-unreadable",
    why=say("Every page takes its versions, durations and addresses from `docs/facts.yml`."),
    fix=say("Bring the file back from Git, and save it as UTF-8."),
    example=say("{file} can't be read: {reason}", file="docs/facts.yml", reason=say("it is not UTF-8 text")),
)
FACTS_INVALID = Code(
    "facts-invalid",
    why=say(
        "`docs/facts.yml` is not valid YAML, a fact lacks a field or has a wrong one, durations don't rise, or"
        " `review_by` is not after `checked`. A version without quotes is a decimal number to YAML, which drops its"
        " last zeros."
    ),
    fix=say(
        "Correct the line that is shown. Editors such as VS Code complete and check the file while you type, by"
        " `facts.schema.json`."
    ),
    example=say("{name} is not text: {value!r}", name="versions.windows.webview2.value", value=42.6),
)

_FIELDS = {name for model in (Facts, Version, Duration, Address, Allowance) for name in model.model_fields}


@dataclass(frozen=True)
class FactsFile:
    """What a facts file holds: the facts, or None where they can't be read; each key's place; problems; the YAML."""

    facts: Facts | None
    locations: dict[str, Location]
    problems: tuple[Problem, ...]
    document: Document | None = None


def read_facts(path: Path) -> FactsFile:
    """Read a facts file. It never raises for what stands in it."""
    file = f"{path.parent.name}/{path.name}"
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or say("it is not UTF-8 text")
        message = say("facts.yml can't be read: {reason}", reason=reason)
        return FactsFile(None, {}, (FACTS_UNREADABLE.problem(Location(file), message),))
    document, problems = read_yaml(text, file, FACTS_INVALID)
    if document is None:
        return FactsFile(None, {}, tuple(problems))
    locations = {str(keys[1]): location for keys, location in document.keys.items() if len(keys) == 2}
    try:
        facts = Facts.model_validate(document.data)
    except ValidationError as error:
        problems += _problems(error, document)
        facts = _valid_part(document.data)
    problems += [*_order_problems(facts, locations), *_date_problems(facts, locations)]
    return FactsFile(None if problems else facts, locations, tuple(problems), document)


def _valid_part(data: object) -> Facts:
    """Return the facts that are right by themselves, so that one mistake hides none of the others."""
    parts: dict[str, dict[str, Version | Duration | Address]] = {}
    for group, info in Facts.model_fields.items():
        adapter: TypeAdapter[dict[str, Version | Duration | Address]] = TypeAdapter(info.rebuild_annotation())
        facts = data.get(group) if isinstance(data, dict) else None
        parts[group] = {}
        for key, fact in facts.items() if isinstance(facts, dict) else ():
            with suppress(ValidationError):
                parts[group] |= adapter.validate_python({key: fact})
    return Facts.model_construct(None, **parts)


def json_schema() -> str:
    """Return the JSON Schema of a facts file, by which editors complete and check it while somebody types."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Facts.model_json_schema()}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _order_problems(facts: Facts, locations: dict[str, Location]) -> Iterator[Problem]:
    rows = list(facts.durations.items())
    for (first, one), (second, other) in itertools.pairwise(rows):
        for field in ("workplaces", "minutes"):
            if getattr(other, field) <= getattr(one, field):
                message = say(
                    "{key} is {value}, not more than the {smaller} of {other}",
                    key=f"{second}.{field}",
                    value=getattr(other, field),
                    smaller=getattr(one, field),
                    other=first,
                )
                hint = say("durations rise in workplaces and in minutes")
                yield FACTS_INVALID.problem(locations[second], message, hint)


def _date_problems(facts: Facts, locations: dict[str, Location]) -> Iterator[Problem]:
    groups = (facts.versions, facts.durations, facts.addresses)
    for key in {key for one in groups for other in groups if one is not other for key in one.keys() & other.keys()}:
        message = say("{key} stands in two groups", key=key)
        yield FACTS_INVALID.problem(locations[key], message, say("give one of them another key"))
    for key, fact in (facts.versions | facts.durations | facts.addresses).items():
        if fact.checked > date.today():
            message = say("{key} was checked on {day}, which is yet to come", key=key, day=fact.checked)
            yield FACTS_INVALID.problem(locations[key], message, say("give the day of the check"))
        if fact.review_by and fact.review_by <= fact.checked:
            message = say("review_by of {key} is not after checked", key=key)
            yield FACTS_INVALID.problem(locations[key], message, say("give the day of the next review"))


def _problems(error: ValidationError, document: Document) -> Iterator[Problem]:
    for detail in error.errors():
        keys, kind = tuple(part for part in detail["loc"] if part != "[key]"), detail["type"]
        is_key = kind == "extra_forbidden" or "[key]" in detail["loc"]
        location = document.keys.get(keys) if is_key else None
        message, hint = _explain(keys, kind, detail, is_key)
        yield FACTS_INVALID.problem(location or document.location(keys), message, hint)


def _explain(keys: tuple[int | str, ...], kind: str, detail: ErrorDetails, is_key: bool) -> tuple[str, str]:
    """Return message and hint for one of pydantic's errors, in the words of facts.yml."""
    name = ".".join(map(str, keys)) or "facts.yml"
    field = str(keys[-1]) if keys else ""
    if kind == "missing":
        return say("{name} is missing", name=name), say("add a line `{field}: …` here", field=field)
    if kind == "extra_forbidden":
        near = nearest(field, _FIELDS)
        message = say("{field} is not a field that belongs here", field=field)
        return message, say("did you mean {word}?", word=near) if near else ""
    if kind == "string_type" and field == "value":
        message = say("{name} is not text: {value!r}", name=name, value=detail["input"])
        return message, say("put it in quotes, or YAML drops its last zeros")
    if is_key:
        message = say("{field} is not of the right form for a key", field=field)
        return message, say("two words with a dot between them: android.minimum")
    if kind in ("string_pattern_mismatch", "value_error"):
        wanted = (
            say("a version is numbers with dots between them")
            if keys[0] == "versions"
            else say("write a full https:// address")
        )
        return say("{name} is not of the right form: {value!r}", name=name, value=detail["input"]), wanted
    return _explain_value(name, field, kind, detail)


def _explain_value(name: str, field: str, kind: str, detail: ErrorDetails) -> tuple[str, str]:
    hint = _WANTED.get(field, "")
    if detail["input"] is None or kind == "string_too_short":
        return say("{name} is empty", name=name), hint
    if field in _WANTED:
        return say("{name} can't be {value!r}", name=name, value=str(detail["input"])), hint
    return say("{name}: {reason}", name=name, reason=reason_of(detail)), ""


_DAY = say("write a day so: 2027-03-01")
_WANTED = {
    "source": say("say in words where the value comes from"),
    "checked": _DAY,
    "review_by": _DAY,
    "reason": say("say in words why it does not answer"),
    "until": _DAY,
    "unreachable": say("write unreachable: {{reason: …, until: …}}"),
}
