"""Durations: how long an upgrade takes is said with the pairs of facts.yml, and no others."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from portal.checks.context import FactsContext, Page
from portal.problems import Code, Problem
from portal.problems.messages import Message, say
from portal.sources.number_words import NUMBER_WORDS, number_of
from portal.sources.sentences import Sentence

DURATION_MISMATCH = Code(
    "duration-mismatch",
    why=say(
        "A number of workplaces or users is combined with a time that `facts.yml` does not give for it: a value of "
        "another row, or one below, between or beyond the examples. 1200, 1.200, 1,200 and twelve hundred are the same "
        "number."
    ),
    fix=say("Write the placeholders of one row. Nothing is known of other numbers; a formula would be invented."),
    example=say(
        "{workplaces} workplaces take {right} minutes in facts.yml, not {minutes:g}",
        workplaces=600,
        right=30,
        minutes=25,
    ),
)

_DIGITS = r"(\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+|\d+)"
_PLACE = r"(?:Arbeitspl[aä]tz\w*|[Ww]orkplaces?|Plätzen?|seats?)"
_USER = (
    r"(?:(?:Be)?[Nn]utzer(?:n|innen)?|Anwender(?:n|innen)?|Nebenstellen|Mitarbeiter(?:n|innen)?|Lizenzen"
    r"|[Uu]sers|[Ee]xtensions|[Ee]mployees|[Ll]icen[cs]es)\b"
)
WORKPLACES = re.compile(rf"(?<![\d.,]){_DIGITS}[\s-]*{_PLACE}|^\|\s*{_DIGITS}\s*(?=\|)")
PLACES_IN_WORDS = re.compile(rf"({NUMBER_WORDS})[\s-]+{_PLACE}")
USERS = re.compile(rf"(?:(?<![\d.,]){_DIGITS}|({NUMBER_WORDS}))[\s-]+{_USER}")
# "1.200 und": a number of the table, in a sentence that speaks of workplaces later.
BARE = re.compile(rf"(?<![\d.,]){_DIGITS}(?=\s*(?:,|;|und\b|and\b|oder\b|or\b|bzw\.))")
SPOKEN = {
    r"(?:eine[rn]?\s+)?halben?\s+Stunde|half\s+an\s+hour": 30,
    r"(?:eine[rn]?\s+)?Dreiviertelstunde|three\s+quarters\s+of\s+an\s+hour": 45,
    r"(?:eine[rn]?\s+)?Viertelstunde|a\s+quarter\s+of\s+an\s+hour": 15,
    r"(?:anderthalb|eineinhalb)\s+Stunden|(?:an|one)\s+hour\s+and\s+a\s+half|one\s+and\s+a\s+half\s+hours": 90,
    r"eine[rn]?\s+Stunde|an\s+hour|one\s+hour": 60,
    r"eine[rn]?\s+Minute|a\s+minute": 1,
}
TIME = re.compile(
    rf"(?<![\d.,])(?:(\d+(?:[.,]\d+)?)[\s-]*|({NUMBER_WORDS})[\s-]+)"
    r"(?:(Minuten?|[Mm]inutes?|Min\b|min\b)|(Stunden?|[Hh]ours?|Std\b|h\b))"
    rf"|\b(?i:({'|'.join(SPOKEN)}))\b"
)
CLOCK = re.compile(r"inut|tund|hour|\bStd\b|\bmin\b|\d\s?h\b|\bMin\b")
UPGRADE = re.compile(r"[Uu]pgrad|[Uu]mstell|[Uu]mgestellt|[Uu]mzustellen|switched\s+over|Cloud\sPBX\s2\.0")
# Trainings and meetings around an upgrade take their own time.
ANOTHER = re.compile(r"[Ss]chul|[Ee]inweis|[Bb]esprech|[Tt]rain|[Mm]eeting|[Tt]ermin|[Hh]otline|[Ss]upport|[Ww]orkshop")
LASTS = re.compile(rf"{_PLACE}\s+(?:dauern|brauchen|take|last|need)\b|^\|\s*\S+\s+{_PLACE}\s*\|")
RATE = re.compile(rf"\b(?:[Pp]ro|[Jj]e|[Pp]er|[Ff]or\s+(?:every|each))\s+(?:(\d+|{NUMBER_WORDS})\s+)?{_PLACE}")


class Said(NamedTuple):
    """A number of workplaces that a sentence states, from ``start`` to ``end`` of its text."""

    number: int
    start: int
    end: int


def check_durations(page: Page, _: FactsContext) -> Iterator[Problem]:
    """Yield a problem for each number of workplaces or users that a sentence gives a time that the table does not.

    Numbers may be written 1200, 1.200, 1,200 or in words; minutes may be hours.
    """
    table = {duration.workplaces: duration.minutes for duration in page.facts.durations.values()}
    for sentence in page.prose:
        if CLOCK.search(sentence.text) and TIME.search(sentence.text):
            yield from _check_sentence(sentence, table)


def _check_sentence(sentence: Sentence, table: Mapping[int, int]) -> Iterator[Problem]:
    text = sentence.text
    is_upgrade = bool(UPGRADE.search(text) and not ANOTHER.search(text))
    if (rate := RATE.search(text)) and (is_upgrade or rate.group(1)):
        hint = say("write the placeholders of one row: {{{{ duration.… }}}}")
        message = say("facts.yml has examples and no rate; “{words}” makes one", words=rate.group())
        yield DURATION_MISMATCH.problem(sentence.location(*rate.span()), message, hint)
        return
    for said, minutes in _pairs(text, table, is_upgrade):
        told = said.number in table or minutes in table.values() or is_upgrade or LASTS.search(text)
        if told and table.get(said.number) != minutes:
            hint = say("write the placeholders of one row: {{{{ duration.… }}}}")
            location = sentence.location(said.start, said.end)
            yield DURATION_MISMATCH.problem(location, _message(said.number, minutes, table), hint)


def _message(workplaces: int, minutes: float, table: Mapping[int, int]) -> Message:
    if workplaces in table:
        return say(
            "{workplaces} workplaces take {right} minutes in facts.yml, not {minutes:g}",
            workplaces=workplaces,
            right=table[workplaces],
            minutes=minutes,
        )
    if minutes in table.values():
        return say(
            "{minutes:g} minutes belong to other workplaces in facts.yml, not to {workplaces}",
            minutes=minutes,
            workplaces=workplaces,
        )
    return say("facts.yml does not say how long {workplaces} workplaces take", workplaces=workplaces)


def _pairs(text: str, table: Mapping[int, int], is_upgrade: bool) -> Iterator[tuple[Said, float]]:
    """Yield each number of workplaces with the time that is said of it: the next one, or the one before."""
    places = list(_places(text, table, is_upgrade))
    times = list(TIME.finditer(text))
    if len(places) == len(times):  # "50, 600 … take 5, 30 …" and "5 minutes for 50" alike
        yield from ((place, _minutes(time)) for place, time in zip(places, times, strict=True))
        return
    for index, place in enumerate(places):
        end = places[index + 1].start if index + 1 < len(places) else len(text)
        behind = [time for time in times if place.end <= time.start() < end]
        if behind:
            yield place, _minutes(behind[0])


def _places(text: str, table: Mapping[int, int], is_upgrade: bool) -> list[Said]:
    """Return the numbers of workplaces of a sentence; in one about the upgrade, of users too."""
    patterns = (WORKPLACES, PLACES_IN_WORDS, *((USERS,) if is_upgrade else ()))
    found = [match for pattern in patterns for match in pattern.finditer(text)]
    if found:
        found += [match for match in BARE.finditer(text) if _said(match).number in table]
    return sorted({said for match in found if (said := _said(match)).number}, key=lambda said: said.start)


def _said(match: re.Match[str]) -> Said:
    group = match.lastindex or 0
    words = match.group(group)
    count = int(re.sub(r"\D", "", words)) if words[0].isdigit() else number_of(words)
    return Said(count, *match.span(group))


def _minutes(match: re.Match[str]) -> float:
    digits, words, _, hours, spoken = match.groups()
    if spoken:
        return next(minutes for phrase, minutes in SPOKEN.items() if re.fullmatch(phrase, spoken, re.IGNORECASE))
    return (float(digits.replace(",", ".")) if digits else number_of(words)) * (60 if hours else 1)
