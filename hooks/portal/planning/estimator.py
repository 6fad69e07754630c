"""How long an upgrade takes, as far as the examples in facts.yml tell. The twin of duration.js.

The examples are no formula: between two of them the straight line is an estimate that says so, and beyond them nothing
is known. tests/cases/workplaces.tsv and estimates.tsv hold this module and the script to the same answers.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from portal.planning.typed import MOST_CHARACTERS, plain
from portal.sources.facts import Facts

MOST_WORKPLACES = 999_999  # more is a slip of the finger

WHOLE = re.compile(r"[0-9]+|[1-9][0-9]{0,2}(?:(?P<sign>[ .,'’])[0-9]{3})(?:(?P=sign)[0-9]{3})*")
FRACTION = re.compile(r"[0-9]+(?:[ .,'’][0-9]{3})*[.,][0-9]+")

Fault = Literal["empty", "text", "fraction", "negative", "zero", "large"]
Kind = Literal["example", "between", "below", "above"]


class Example(NamedTuple):
    """An example of facts.yml."""

    workplaces: int
    minutes: int


class Estimate(NamedTuple):
    """What the examples say of a number of workplaces.

    ``lower`` and ``upper`` are the examples around it: the same one twice at an example and beyond all of them.
    ``minutes`` is None beyond all of them.
    """

    kind: Kind
    minutes: int | None
    lower: Example
    upper: Example


def examples_of(facts: Facts) -> tuple[Example, ...]:
    """Return the examples, in ascending order as facts.yml has them."""
    return tuple(Example(fact.workplaces, fact.minutes) for fact in facts.durations.values())


def examples_text(examples: Sequence[Example]) -> str:
    """Return the examples as pages hand them to scripts: ``50:5 600:30``."""
    return " ".join(f"{one.workplaces}:{one.minutes}" for one in examples)


def read_workplaces(text: str) -> int | Fault:
    """Return the number of workplaces that a reader has typed, in the forms of either language, or what is wrong."""
    typed = plain(text)
    if len(typed) > MOST_CHARACTERS:
        return "large" if re.fullmatch(r"[0-9]+", typed) else "text"
    digits = typed.removeprefix("-").lstrip(" ")
    is_whole = WHOLE.fullmatch(digits)
    if not is_whole and not FRACTION.fullmatch(digits):
        return "text" if typed else "empty"
    if digits != typed:
        return "negative"
    if not is_whole:
        return "fraction"
    number = int(re.sub(r"[^0-9]", "", digits))
    return "large" if number > MOST_WORKPLACES else number or "zero"


def estimate(workplaces: int, examples: Sequence[Example]) -> Estimate:
    """Return what the examples, in ascending order, say of a positive number of workplaces."""
    first, last = examples[0], examples[-1]
    for one in examples:
        if one.workplaces == workplaces:
            return Estimate("example", one.minutes, one, one)
    if workplaces < first.workplaces:
        return Estimate("below", None, first, first)
    for lower, upper in pairwise(examples):
        if lower.workplaces < workplaces < upper.workplaces:
            return Estimate("between", _on_line(workplaces, lower, upper), lower, upper)
    return Estimate("above", None, last, last)


def _on_line(workplaces: int, lower: Example, upper: Example) -> int:
    """Return the minutes on the straight line between two examples, halves rounded up, in whole numbers only."""
    width = upper.workplaces - lower.workplaces
    rise = (workplaces - lower.workplaces) * (upper.minutes - lower.minutes)
    return lower.minutes + (2 * rise + width) // (2 * width)
