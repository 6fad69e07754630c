"""Moments: a day and a time as an editor writes them, in Berlin's time unless a zone follows: 2027-03-01 22:00 UTC."""

import re
from datetime import UTC, datetime, timedelta, tzinfo
from datetime import timezone as fixed
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, WithJsonSchema

from portal.formats.wrong_values import HintedError
from portal.problems.messages import say

BERLIN = ZoneInfo("Europe/Berlin")
PATTERN = r"^(20\d\d-\d\d-\d\d \d\d:\d\d)(?: (\S+))?$"
OFFSET = re.compile(r"([+-])(\d\d):(\d\d)")
FORM = say("write a time so: 2027-03-01 22:00, or with a zone behind it: 2027-03-01 22:00 Europe/London")


def read_moment(written: object) -> datetime:
    """Return the moment that a day, a time and perhaps a zone name, with its zone.

    Where clocks change, a time may not exist, or exist twice. Neither is guessed: HintedError says so, and names the
    times that can be meant.
    """
    found = re.match(PATTERN, written) if isinstance(written, str) else None
    if not found:
        raise HintedError(
            say("there is no time") if written is None else say("{value} is no time", value=written), FORM
        )
    try:
        wall = datetime.strptime(found[1], "%Y-%m-%d %H:%M")  # noqa: DTZ007 - the zone follows
    except ValueError:
        raise HintedError(say("there is no {time}", time=found[1]), FORM) from None
    zone = _zone(found[2]) if found[2] else BERLIN
    first, second = wall.replace(tzinfo=zone), wall.replace(tzinfo=zone, fold=1)
    if first.utcoffset() == second.utcoffset():
        return first
    if first.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == wall:
        message = say("{time} is there twice: the clocks go back", time=found[1])
        hint = say(
            "write {first} for the first time, {second} for the second", first=_exact(first), second=_exact(second)
        )
        raise HintedError(message, hint)
    message = say("there is no {time}: the clocks go forward", time=found[1])
    before, after = (f"{one.astimezone(UTC).astimezone(zone):%Y-%m-%d %H:%M}" for one in (second, first))
    raise HintedError(message, say("write {before} or {after}", before=before, after=after))


def _zone(name: str) -> tzinfo:
    """Return a zone by its name in the tz database, or by its distance from UTC: +02:00."""
    if offset := OFFSET.fullmatch(name):
        minutes = int(offset[2]) * 60 + int(offset[3])
        if minutes < 24 * 60:
            return fixed(timedelta(minutes=minutes if offset[1] == "+" else -minutes))
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown, no name at all, a folder of the database
        raise HintedError(say("{zone} is no time zone", zone=name), FORM) from None


def _exact(moment: datetime) -> str:
    """Return a time with its distance from UTC, which names it alone: 2026-10-25 02:30 +02:00."""
    return f"{moment:%Y-%m-%d %H:%M} {moment.isoformat()[-6:]}"


Moment = Annotated[
    datetime,
    BeforeValidator(read_moment),
    WithJsonSchema({"type": "string", "pattern": PATTERN, "description": "2027-03-01 22:00, in Berlin's time."}),
]
