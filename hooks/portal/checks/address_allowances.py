"""Allowances: what facts.yml accepts for a time, an address that does not answer."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from portal.problems import Location, Problem
from portal.problems.messages import say
from portal.sources.facts import ADDRESS_ALLOWANCE, Facts

LONGEST = timedelta(days=365)  # or nobody looks at the address again


def check_allowances(facts: Facts, locations: Mapping[str, Location], today: date) -> Iterator[Problem]:
    """Yield a problem for each allowance of facts.yml that holds for too long, or whose day has passed."""
    for key, fact in facts.addresses.items():
        if fact.unreachable and fact.unreachable.until - today > LONGEST:
            until = fact.unreachable.until
            message = say("{key} is allowed to be unreachable until {day}, more than a year ahead", key=key, day=until)
            yield ADDRESS_ALLOWANCE.problem(locations[key], message, say("give a day within a year"))
        if fact.unreachable and fact.unreachable.until < today:
            message = say("{key} was allowed to be unreachable until {day}", key=key, day=fact.unreachable.until)
            hint = say("look at the address again; remove `unreachable`, or give it a new day")
            yield ADDRESS_ALLOWANCE.problem(locations[key], message, hint, severity="warning")
