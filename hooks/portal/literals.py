"""Literals: a value of facts.yml that a page writes out by hand instead of its placeholder."""

import re
from collections.abc import Collection, Iterator

from portal.durations import WORKPLACES
from portal.facts import Facts
from portal.messages import either, say
from portal.numbers import DIGIT, find_versions
from portal.placeholders import PLACEHOLDER
from portal.problems import Problem
from portal.sources import Line

ADDRESS = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?:/[^\s)>\"'\]]*)?")


def check_literals(line: Line, facts: Facts) -> Iterator[Problem]:
    """Yield a problem for each known version, number of workplaces and address that stands in a line by hand."""
    has_host = any(host in line.text for host in facts.hosts)
    if not has_host and not DIGIT.search(line.text):
        return
    text = PLACEHOLDER.sub(lambda match: " " * len(match.group(0)), line.text)
    known = facts.version_numbers
    for found in find_versions(text, known):
        if found.number in known:
            yield _literal(line, found.start, found.end, found.number, known[found.number])
    for match in WORKPLACES.finditer(text):
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


def _bare(address: str) -> str:
    return re.sub(r"^https?://", "", address).rstrip("/")


def _literal(line: Line, start: int, end: int, words: str, keys: Collection[str]) -> Problem:
    message = say("{words} is written out by hand", words=words)
    hint = say("write {placeholder} instead", placeholder=either(f"{{{{ {key} }}}}" for key in keys))
    return Problem("fact-literal", line.place(start, end), message, hint)
