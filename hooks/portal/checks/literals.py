"""Literals: a value of facts.yml that a page writes out by hand instead of its placeholder."""

import re
from collections.abc import Collection, Iterator

from portal.checks.context import FactsContext, Page
from portal.checks.durations import WORKPLACES
from portal.formats.markdown.text import Line
from portal.problems import Code, Problem, nearest
from portal.problems.messages import either, say
from portal.sources.facts import Facts
from portal.sources.placeholders import without_placeholders
from portal.sources.version_numbers import DIGIT, find_versions

FACT_LITERAL = Code(
    "fact-literal",
    why=say("When the value changes in `facts.yml`, this page would keep the old one."),
    fix=say("Write the placeholder that the hint names."),
    example=say("{words} is written out by hand", words="23.9.26"),
)
ADDRESS_LITERAL = Code(
    "address-literal",
    why=say(
        "`make check-links` visits only the addresses in `docs/facts.yml`. An address that a page writes itself "
        "becomes outdated unnoticed, and so does one that is joined to a placeholder (`{{{{ link.home }}}}x/y`). "
        "In code, between backticks for instance, an address is an example and is allowed."
    ),
    fix=say(
        "Add the address to `facts.yml` as `link.name` and write `{{{{ link.name }}}}`. Link to a page of the "
        "portal by its file."
    ),
    example=say(
        "{address} is not in docs/facts.yml, where addresses are kept and asked", address="https://other.example/"
    ),
)

ELSEWHERE = re.compile(r"""(?<!xmlns=["'])https?://[^\s)>"'\]`|]+""", re.IGNORECASE)
ADDRESS = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?:/[^\s)>\"'\]]*)?")


def check_literals(page: Page, _: FactsContext) -> Iterator[Problem]:
    """Yield a problem for each known version, number of workplaces and address that a line writes out by hand.

    In code, an address that facts.yml lacks is an example.
    """
    for line, live in page.prose_lines:
        yield from _check_line(line, live, page.facts)


def _check_line(line: Line, live: str, facts: Facts) -> Iterator[Problem]:
    has_host = any(host in line.text for host in facts.hosts)
    if not has_host and "://" not in line.text and not DIGIT.search(line.text):
        return
    text, live = without_placeholders(line.text), without_placeholders(live)
    known = facts.version_numbers
    for found in find_versions(live, known):
        if found.number in known:
            yield _literal(line, found.start, found.end, found.number, known[found.number])
    for match in WORKPLACES.finditer(live):
        count = int(re.sub(r"\D", "", match.group(1) or match.group(2)))
        keys = [f"{key}.workplaces" for key, fact in facts.durations.items() if fact.workplaces == count]
        if keys:
            group = 1 if match.group(1) else 2
            yield _literal(line, match.start(group), match.end(group), match.group(group), keys)
    for match in ADDRESS.finditer(text) if has_host else ():
        words = match.group(0).rstrip("/.,;:!?")
        keys = [key for key, fact in facts.addresses.items() if _bare(fact.value) == _bare(words)]
        if keys:
            yield _literal(line, match.start(), match.start() + len(words), words, keys)
    for match in ELSEWHERE.finditer(live) if "://" in live else ():
        words = match.group(0).rstrip("/.,;:!?")
        if _bare(words) not in {_bare(fact.value) for fact in facts.addresses.values()}:
            yield _address(line, match.start(), match.group(0).rstrip(".,;:!?"), facts)


def _address(line: Line, start: int, words: str, facts: Facts) -> Problem:
    """Return the problem of an address that facts.yml lacks, so that nobody checks whether it still answers."""
    near = nearest(words, [fact.value for fact in facts.addresses.values()], 0.85)
    keys = [key for key, fact in facts.addresses.items() if fact.value == near]
    message = say("{address} is not in docs/facts.yml, where addresses are kept and asked", address=words)
    hint = (
        say("write {{{{ {key} }}}} instead, if that is meant", key=keys[0])
        if keys
        else say(
            "add it there as link.name and write {{{{ link.name }}}} here; link to a page of the portal by its file"
        )
    )
    return ADDRESS_LITERAL.problem(line.location(start, start + len(words)), message, hint)


def _bare(address: str) -> str:
    return re.sub(r"^https?://", "", address).rstrip("/")


def _literal(line: Line, start: int, end: int, words: str, keys: Collection[str]) -> Problem:
    message = say("{words} is written out by hand", words=words)
    hint = say("write {placeholder} instead", placeholder=either(f"{{{{ {key} }}}}" for key in keys))
    return FACT_LITERAL.problem(line.location(start, end), message, hint)
