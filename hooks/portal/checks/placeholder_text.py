"""Placeholder text: words that were meant to be replaced before readers see them."""

import re
from collections.abc import Iterator

from portal.checks.context import Context
from portal.problems import Code, Location, Problem
from portal.problems.messages import say
from portal.sources.page import Source

PLACEHOLDER_TEXT = Code(
    "placeholder-text",
    why=say("Lorem ipsum, TODO, TBD, FIXME or xxx must not reach readers."),
    fix=say("Write what readers should see instead."),
    example=say("“{words}” is placeholder text", words="Lorem ipsum"),
)

WORDS = re.compile(
    r"(?i:\blorem\s+ipsum\b|\bdolor\s+sit\s+amet\b|\btbd\b|\bfixme\b|\btodo:)|\bTODO\b|(?<![\w.@/])[xX]{3,}(?![\w@]|\.\w)",
)
SIGNS = ("lorem", "dolor", "todo", "tbd", "fixme", "xxx")


def check_placeholder_text(source: Source, _: Context) -> Iterator[Problem]:
    """Yield a problem for each piece of placeholder text of a page, at its place."""
    for line in (*source.head, *source.lines):
        for match in find_placeholder_text(line.text):
            yield placeholder_problem(line.location(*match.span()), match.group())


def find_placeholder_text(text: str) -> Iterator[re.Match[str]]:
    """Yield every piece of placeholder text: Lorem ipsum, TODO, TBD, FIXME, xxx."""
    lowered = text.lower()
    if not any(sign in lowered for sign in SIGNS):  # a plain search first: it is many times as fast
        return
    yield from WORDS.finditer(text)


def placeholder_problem(location: Location, words: str) -> Problem:
    """Return the problem of placeholder text at a place."""
    message = say("“{words}” is placeholder text", words=words)
    return PLACEHOLDER_TEXT.problem(location, message, say("write what readers should read"))
