"""External addresses: turns answers from the addresses in facts.yml into problems for the file's editors."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime

from portal.network.visit import Answer
from portal.problems import Code, Location, Problem
from portal.problems.messages import say
from portal.sources.facts import ADDRESS_ALLOWANCE, Facts

ADDRESS_DEAD = Code(
    "address-dead",
    why=say(
        "`portal check-links` requested the address: the page (404, 410) or host does not exist, its certificate is not"
        " valid, or it redirects in a circle or to an invalid address."
    ),
    fix=say("Look for the page's new address, and write it in `docs/facts.yml`."),
    example=say("{address} does not exist any more ({status})", address="https://help.example/old", status="404"),
)
ADDRESS_MOVED = Code(
    "address-moved",
    why=say("`portal check-links` requested the address: it redirects permanently to another one (301, 308)."),
    fix=say("Write the new address, as the hint gives it."),
    example=say("{address} has moved for good", address="https://help.example/old"),
)
ADDRESS_UNREACHABLE = Code(
    "address-unreachable",
    why=say(
        "`portal check-links` requested the address four times, and could not find out whether the page exists (403,"
        " 429, 5xx, no complete answer)."
    ),
    fix=say(
        "Open it. If it works in a browser but blocks programs, allow this in `docs/facts.yml`, with a reason and a"
        " date at most a year ahead: `unreachable: {{reason: its firewall blocks programs, until: 2027-03-01}}`."
    ),
    example=say(
        "{address} may or may not exist: {reason}",
        address="https://help.example/",
        reason=say("status {status}", status=403),
    ),
)

GONE = (404, 410)  # RFC 9110, 15.5.5 and 15.5.11
DEAD = ("unknown host", "certificate", "loop", "far", "astray")


def is_offline(answers: Sequence[Answer]) -> bool:
    """Whether no host could be found: a sign that the network is down, not that the addresses are wrong."""
    return bool(answers) and all(answer.failure == "unknown host" for answer in answers)


def check_answers(
    facts: Facts, answers: Sequence[Answer], locations: Mapping[str, Location], today: date
) -> Iterator[Problem]:
    """Yield a problem for each requested address of ``facts`` that is gone, has moved or gives no clear answer."""
    by_address = {answer.address: answer for answer in answers}
    for key, fact in facts.addresses.items():
        if fact.value not in by_address:
            continue
        problem = _problem(by_address[fact.value], locations[key])
        allowed = fact.unreachable and fact.unreachable.until >= today
        if problem and not allowed:
            yield problem
        elif allowed and not problem:
            message = say("{key} answers again, so facts.yml need not allow it to be unreachable", key=key)
            yield ADDRESS_ALLOWANCE.problem(locations[key], message, say("remove `unreachable`"))


def report(answers: Sequence[Answer]) -> str:
    """Return the answers as JSON, sorted by address."""
    asked_at = datetime.now(UTC).isoformat(timespec="seconds")
    ordered = sorted(answers, key=lambda answer: answer.address)
    document = {"version": 1, "asked_at": asked_at, "answers": [answer.to_json() for answer in ordered]}
    return json.dumps(document, indent=2, ensure_ascii=False)


def _problem(answer: Answer, location: Location) -> Problem | None:
    address = answer.address
    if answer.status in GONE:
        message = say("{address} does not exist any more ({status})", address=address, status=answer.status)
        return ADDRESS_DEAD.problem(location, message, say("look for the page's new address"))
    if answer.failure in DEAD:
        message = say("{address} does not work: {reason}", address=address, reason=REASONS[answer.failure])
        return ADDRESS_DEAD.problem(location, message, say("look for the page's new address"))
    if answer.status is None or not 200 <= answer.status <= 300:
        reason = REASONS[answer.failure] if answer.failure else say("status {status}", status=answer.status)
        message = say("{address} may or may not exist: {reason}", address=address, reason=reason)
        hint = say("open it; if it works in a browser, allow this: unreachable: {{reason: …, until: …}}")
        return ADDRESS_UNREACHABLE.problem(location, message, hint)
    if answer.moved_to:
        message = say("{address} has moved for good", address=address)
        hint = say("write {address}", address=answer.moved_to)
        if not answer.moved_to.startswith("https:"):  # facts.yml accepts only https
            hint = say("its new address, {address}, is not encrypted: look for another one", address=answer.moved_to)
        return ADDRESS_MOVED.problem(location, message, hint)
    return None


REASONS = {
    "unknown host": say("host not found"),
    "certificate": say("its certificate is not valid"),
    "loop": say("it redirects in a circle"),
    "far": say("it redirects too many times"),
    "astray": say("it redirects to an invalid address"),
    "timeout": say("no answer in time"),
    "refused": say("connection refused"),
    "cut short": say("the answer is incomplete"),
    "other": say("no valid answer"),
}
