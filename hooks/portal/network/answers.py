"""External addresses: what the answers to the addresses of facts.yml mean for those who keep the file."""

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
        "`portal check-links` asked the address: there is no such page (404, 410) or host, its certificate is not"
        " valid, or it redirects in a circle or to something that is no address."
    ),
    fix=say("Look for where the page has gone, and write the new address in `docs/facts.yml`."),
    example="https://help.example/old does not exist any more (404)",
)
ADDRESS_MOVED = Code(
    "address-moved",
    why=say("`portal check-links` asked the address: it sends readers on to another one for good (301, 308)."),
    fix=say("Write the new address, as the hint gives it."),
    example="https://help.example/old has moved for good",
)
ADDRESS_UNREACHABLE = Code(
    "address-unreachable",
    why=say(
        "`portal check-links` asked the address four times, and could not find out whether the page is there (403, 429,"
        " 5xx, no whole answer)."
    ),
    fix=say(
        "Open it. Where a page answers readers and no programs, say so in `docs/facts.yml`, with a reason and a day, at"
        " most a year ahead: `unreachable: {{reason: its firewall refuses programs, until: 2027-03-01}}`."
    ),
    example="https://help.example/ does not say whether it is there: status 403",
)

GONE = (404, 410)  # RFC 9110, 15.5.5 and 15.5.11
DEAD = ("unknown host", "certificate", "loop", "far", "astray")


def is_offline(answers: Sequence[Answer]) -> bool:
    """Whether no host could even be found: that says something of the network, and nothing of the addresses."""
    return bool(answers) and all(answer.failure == "unknown host" for answer in answers)


def check_answers(
    facts: Facts, answers: Sequence[Answer], locations: Mapping[str, Location], today: date
) -> Iterator[Problem]:
    """Yield a problem for each address of ``facts`` that was asked and is gone, has moved, or does not tell."""
    by_address = {answer.address: answer for answer in answers}
    for key, fact in facts.addresses.items():
        if fact.value not in by_address:
            continue
        problem = _problem(by_address[fact.value], locations[key])
        allowed = fact.unreachable and fact.unreachable.until >= today
        if problem and not allowed:
            yield problem
        elif allowed and not problem:
            message = say("{key} answers again, and facts.yml allows that it does not", key=key)
            yield ADDRESS_ALLOWANCE.problem(locations[key], message, say("remove `unreachable`"))


def report(answers: Sequence[Answer]) -> str:
    """Return the record of what was asked and answered, as JSON, in the order of the addresses."""
    asked_at = datetime.now(UTC).isoformat(timespec="seconds")
    ordered = sorted(answers, key=lambda answer: answer.address)
    document = {"version": 1, "asked_at": asked_at, "answers": [answer.to_json() for answer in ordered]}
    return json.dumps(document, indent=2, ensure_ascii=False)


def _problem(answer: Answer, location: Location) -> Problem | None:
    address = answer.address
    if answer.status in GONE:
        message = say("{address} does not exist any more ({status})", address=address, status=answer.status)
        return ADDRESS_DEAD.problem(location, message, say("look for where the page has gone"))
    if answer.failure in DEAD:
        message = say("{address} leads nowhere: {reason}", address=address, reason=REASONS[answer.failure])
        return ADDRESS_DEAD.problem(location, message, say("look for where the page has gone"))
    if answer.status is None or not 200 <= answer.status <= 300:
        reason = REASONS[answer.failure] if answer.failure else say("status {status}", status=answer.status)
        message = say("{address} does not tell whether it is there: {reason}", address=address, reason=reason)
        hint = say("open it; if it is there for readers, allow this: unreachable: {{reason: …, until: …}}")
        return ADDRESS_UNREACHABLE.problem(location, message, hint)
    if answer.moved_to:
        message = say("{address} has moved for good", address=address)
        hint = say("write {address}", address=answer.moved_to)
        if not answer.moved_to.startswith("https:"):  # facts.yml takes no such address
            hint = say("its new address, {address}, is not encrypted: look for another", address=answer.moved_to)
        return ADDRESS_MOVED.problem(location, message, hint)
    return None


REASONS = {
    "unknown host": say("nobody knows this host"),
    "certificate": say("its certificate is not valid"),
    "loop": say("it redirects in a circle"),
    "far": say("it redirects on and on"),
    "astray": say("it redirects to what is no address"),
    "timeout": say("no answer in time"),
    "refused": say("nothing listens there"),
    "cut short": say("the answer is cut short"),
    "other": say("no answer that can be read"),
}
