"""The facts file: reads docs/facts.yml, and tells every mistake at its line in the words of the file."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from portal.facts import Address, Duration, Facts, Version
from portal.problems import Place, Problem, nearest
from portal.yaml_places import Document, read_yaml

_FIELDS = {name for model in (Facts, Version, Duration, Address) for name in model.model_fields}


@dataclass(frozen=True)
class FactsFile:
    """What a facts file holds: the facts, or None where they can't be read; each key's place; the problems."""

    facts: Facts | None
    places: dict[str, Place]
    problems: tuple[Problem, ...]


def read_facts(path: Path) -> FactsFile:
    """Read a facts file. It never raises for what stands in it."""
    file = f"{path.parent.name}/{path.name}"
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        return FactsFile(None, {}, (Problem("facts-unreadable", Place(file), f"facts.yml can't be read: {reason}"),))
    document, problems = read_yaml(text, file, "facts-invalid")
    if document is None or problems:
        return FactsFile(None, {}, tuple(problems))
    places = {str(keys[1]): place for keys, place in document.keys.items() if len(keys) == 2}
    try:
        facts = Facts.model_validate(document.data)
    except ValidationError as error:
        return FactsFile(None, places, tuple(_problems(error, document)))
    problems = [*_order_problems(facts, places), *_date_problems(facts, places)]
    return FactsFile(None if problems else facts, places, tuple(problems))


def json_schema() -> str:
    """Return the JSON Schema of a facts file, by which editors complete and check it while somebody types."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Facts.model_json_schema()}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _order_problems(facts: Facts, places: dict[str, Place]) -> Iterator[Problem]:
    rows = list(facts.durations.items())
    for (first, one), (second, other) in zip(rows, rows[1:], strict=False):
        for field in ("workplaces", "minutes"):
            if getattr(other, field) <= getattr(one, field):
                message = (
                    f"{second}.{field} is {getattr(other, field)}, not more than the {getattr(one, field)} of {first}"
                )
                yield Problem("facts-invalid", places[second], message, "durations rise in workplaces and in minutes")


def _date_problems(facts: Facts, places: dict[str, Place]) -> Iterator[Problem]:
    groups = (facts.versions, facts.durations, facts.addresses)
    for key in {key for one in groups for other in groups if one is not other for key in one.keys() & other.keys()}:
        yield Problem("facts-invalid", places[key], f"{key} stands in two groups", "give one of them another key")
    for key, fact in (facts.versions | facts.durations | facts.addresses).items():
        if fact.checked > date.today():
            yield Problem(
                "facts-invalid",
                places[key],
                f"{key} was checked on {fact.checked}, which is yet to come",
                "give the day of the check",
            )
        if fact.review_by and fact.review_by <= fact.checked:
            message = f"review_by of {key} is not after checked"
            yield Problem("facts-invalid", places[key], message, "give the day of the next review")


def _problems(error: ValidationError, document: Document) -> Iterator[Problem]:
    for detail in error.errors():
        location, kind = tuple(part for part in detail["loc"] if part != "[key]"), detail["type"]
        is_key = kind == "extra_forbidden" or "[key]" in detail["loc"]
        place = document.keys.get(location) if is_key else None
        message, hint = _explain(location, kind, detail, is_key)
        yield Problem("facts-invalid", place or document.place(location), message, hint)


def _explain(location: tuple, kind: str, detail: dict, is_key: bool) -> tuple[str, str]:
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
    if is_key:
        return f"{field} is not of the right form for a key", "two words with a dot between them: android.minimum"
    if kind == "string_pattern_mismatch":
        wanted = (
            "a version is numbers with dots between them"
            if location[0] == "versions"
            else "write a full https:// address"
        )
        return f"{name} is not of the right form: {detail['input']!r}", wanted
    return f"{name}: {detail['msg'][0].lower()}{detail['msg'][1:]}", ""
