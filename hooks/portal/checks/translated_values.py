"""Translated values: a page and its translation state the same numbers, dates, times, prices and telephone numbers.

Values are compared without knowing the language, and only what can't be a difference in wording is reported: a date, a
time, a price or a telephone number that the other page has nowhere in the section, or one number in place of another.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from portal.checks.context import FactsContext, Pair
from portal.formats.quantities import DIGIT, Quantity, find_quantities, plain_figures
from portal.problems import Code, Location, Problem
from portal.problems.messages import say
from portal.sources.sections import SectionedPage, TextBlock, matched

TRANSLATION_VALUE = Code(
    "translation-value",
    why=say(
        "A page and its translation state the same numbers, dates, times, prices and telephone numbers, however each "
        "language writes them: 1.200 and 1,200, 18 Uhr and 6 pm."
    ),
    fix=say("Write the same value in both languages. What several pages state belongs in `docs/facts.yml`."),
    example=say("the original has {value} in place of {other}", value="30", other="45"),
)

FILE = Path(__file__).with_name("number_words") / "words.txt"
# Words that a number may be written as, in any language: the number, then its words.
NUMBER_WORDS = {line.split()[0]: frozenset(line.split()[1:]) for line in FILE.read_text("utf-8").splitlines()}
WORD = re.compile(r"[^\W\d_]+")
PART = re.compile(r"\d+")
TOO_BIG_A_DIFFERENCE = 3  # more values than these that differ in a block are another text, not another value


@dataclass(frozen=True)
class _Text:
    """A stretch of a page that is compared with one of its translation."""

    page: SectionedPage
    blocks: Sequence[TextBlock]
    versions: Collection[str]  # those of facts.yml, which a check of their own compares

    @cached_property
    def quantities(self) -> list[tuple[Quantity, int]]:
        """The quantities, with where in the page their block begins."""
        page = self.page
        with_digits = (block for block in self.blocks if DIGIT.search(page.text, block.start, block.end))
        return [(one, block.start) for block in with_digits for one in find_quantities(page.words(block))]

    @property
    def figures(self) -> frozenset[str] | None:
        """The figures, where all are plain numbers."""
        return plain_figures(self.page.text[self.blocks[0].start : self.blocks[-1].end])

    @cached_property
    def keys(self) -> frozenset[str]:
        """The values, and the parts of dotted ones: 23.9. may be the twenty-third of September."""
        keys = {key for one, _ in self.quantities for key in one.keys}
        parts = {str(int(part)) for key in keys if "." in key for part in PART.findall(key)}
        return frozenset(keys | parts | {f"20{part}" for part in parts if len(part) == 2})

    @cached_property
    def said(self) -> frozenset[str]:
        """The words, in lower case."""
        return frozenset(WORD.findall("\n".join(map(self.page.words, self.blocks)).lower()))

    def has(self, one: Quantity) -> bool:
        """Whether the text states a value, in figures or in words."""
        return any(self._has(key) for key in one.keys)

    def lacking(self, other: "_Text") -> list[tuple[Quantity, int]]:
        """Return the quantities that another text does not state."""
        return [
            (one, start)
            for one, start in self.quantities
            if not (other.has(one) or any(map(self._is_version, one.keys)))
        ]

    def location(self, one: Quantity, start: int) -> Location:
        return self.page.location(start + one.start, start + one.end)

    def written(self, one: Quantity, start: int) -> str:
        return " ".join(self.page.text[start + one.start : start + one.end].split())

    def _is_version(self, key: str) -> bool:
        return key in self.versions or key.count(".") > 1

    def _has(self, key: str) -> bool:
        if key in self.keys or not self.said.isdisjoint(NUMBER_WORDS.get(key, ())):
            return True
        if key.startswith("t"):
            hour, _, minute = key[1:].partition(":")
            hours = {hour, str(int(hour) % 12), *(("12",) if hour == "0" else ())}
            spoken = frozenset().union(*(NUMBER_WORDS.get(one, frozenset()) for one in hours))
            return minute == "00" and not (self.keys.isdisjoint(hours) and self.said.isdisjoint(spoken))
        if key.isdigit() and len(key) < 3 and int(key) <= 24:
            return not self.keys.isdisjoint((f"t{int(key) % 24}:00", f"t{(int(key) + 12) % 24}:00"))
        return "." in key and all(part in self.keys for part in map(str, map(int, PART.findall(key))))


def check_values(pair: Pair, context: FactsContext) -> Iterator[Problem]:
    """Yield a problem for each value that a section states and its counterpart does not."""
    original, translation, known = pair.original.sections, pair.translation.sections, context.facts.version_numbers
    for one, other in matched(original, translation):
        ours, theirs = _Text(original, one.blocks, known), _Text(translation, other.blocks, known)
        yield from _check_section(ours, theirs)


def _check_section(ours: _Text, theirs: _Text) -> Iterator[Problem]:
    figures = ours.figures
    if figures is not None and figures == theirs.figures:
        return
    if not ours.lacking(theirs) and not theirs.lacking(ours):
        return
    if [block.kind for block in ours.blocks] != [block.kind for block in theirs.blocks]:
        return  # what is missing is reported as such
    for one, other in zip(ours.blocks, theirs.blocks, strict=True):
        mine, yours = replace(ours, blocks=(one,)), replace(theirs, blocks=(other,))
        yield from _check_block(mine, yours, ours, theirs)


def _check_block(mine: _Text, yours: _Text, ours: _Text, theirs: _Text) -> Iterator[Problem]:
    """Compare two blocks; ``ours`` and ``theirs`` are the sections around them, within which values may move."""
    here, there = mine.lacking(yours), yours.lacking(mine)
    missing = [(one, start) for one, start in here if not theirs.has(one)]
    added = [(one, start) for one, start in there if not ours.has(one)]
    if not missing and not added:
        return
    if here and there and max(len(here), len(there)) <= TOO_BIG_A_DIFFERENCE:
        for (one, start), (other, at) in zip(missing or here, added or there, strict=False):
            message = say(
                "the original has {value} in place of {other}",
                value=mine.written(one, start),
                other=yours.written(other, at),
            )
            hint = say("compare with {location}", location=mine.location(one, start))
            yield TRANSLATION_VALUE.problem(yours.location(other, at), message, hint)
        return
    for one, start in missing:
        if one.kind != "number" and not here[TOO_BIG_A_DIFFERENCE:]:
            first = yours.blocks[0]
            message = say("the original states {value} here", value=mine.written(one, start))
            hint = say("compare with {location}", location=mine.location(one, start))
            yield TRANSLATION_VALUE.problem(yours.page.location(*_stretch(yours, first)), message, hint)
    for other, at in added:
        if other.kind != "number" and not there[TOO_BIG_A_DIFFERENCE:]:
            message = say("the original does not state {value}", value=yours.written(other, at))
            hint = say("compare with {location}", location=mine.page.location(*_stretch(mine, mine.blocks[0])))
            yield TRANSLATION_VALUE.problem(yours.location(other, at), message, hint)


def _stretch(text: _Text, block: TextBlock) -> tuple[int, int]:
    """Return the first line of a block, without blanks around it."""
    words = text.page.source.markdown.whole[block.start : block.end]
    start = block.start + len(words) - len(words.lstrip())
    return start, block.start + len(words.rstrip())
