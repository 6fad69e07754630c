"""Durations: how long an upgrade takes is said with the pairs of facts.yml, and no others."""

import re
from collections.abc import Collection, Iterator, Mapping

from portal.checks.context import FactsContext, Page
from portal.problems import Code, Problem
from portal.problems.messages import say
from portal.sources.sentences import Sentence
from portal.sources.version_numbers import DIGIT

DURATION_MISMATCH = Code(
    "duration-mismatch",
    why=say(
        "A number of workplaces or minutes from `facts.yml` is combined with a value of another row. 1200, 1.200 "
        "and 1,200 are the same number."
    ),
    fix=say("Write the placeholders of one row."),
    example=say(
        "{workplaces} workplaces take {right} minutes in facts.yml, not {minutes:g}",
        workplaces=600,
        right=30,
        minutes=25,
    ),
)

_COUNT = r"(\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+|\d+)"
WORKPLACES = re.compile(
    rf"(?<![\d.,]){_COUNT}[\s-]*(?:Arbeitspl[aä]tz\w*|[Ww]orkplaces?|Plätzen?|seats?)|^\|\s*{_COUNT}\s*(?=\|)"
)
# "1.200 und": a number of the table, in a sentence that speaks of workplaces later.
BARE = re.compile(rf"(?<![\d.,]){_COUNT}(?=\s*(?:,|;|und\b|and\b|oder\b|or\b|bzw\.))")
SPOKEN = {
    r"(?:eine[rn]?\s+)?halben?\s+Stunde|half\s+an\s+hour": 30,
    r"(?:eine[rn]?\s+)?Viertelstunde|a\s+quarter\s+of\s+an\s+hour": 15,
    r"eine[rn]?\s+Stunde|an\s+hour|one\s+hour": 60,
}
TIME = re.compile(
    rf"(?<![\d.,])(\d+(?:[.,]\d+)?)[\s-]*(?:(Minuten?|[Mm]inutes?|Min\b|min\b)|(Stunden?|[Hh]ours?|Std\b|h\b))|\b({'|'.join(SPOKEN)})"
)


def check_durations(page: Page, _: FactsContext) -> Iterator[Problem]:
    """Yield a problem for each figure of the table that a sentence combines with another one than the table does.

    Numbers may be written 1200, 1.200 or 1,200; minutes may be hours.
    """
    table = {duration.workplaces: duration.minutes for duration in page.facts.durations.values()}
    for sentence in page.prose:
        if DIGIT.search(sentence.text) and TIME.search(sentence.text):
            yield from _check_sentence(sentence, table)


def _check_sentence(sentence: Sentence, table: Mapping[int, int]) -> Iterator[Problem]:
    for match, workplaces, minutes in _pairs(sentence.text, table):
        if (workplaces in table or minutes in table.values()) and table.get(workplaces) != minutes:
            right = table.get(workplaces)
            message = (
                say(
                    "{workplaces} workplaces take {right} minutes in facts.yml, not {minutes:g}",
                    workplaces=workplaces,
                    right=right,
                    minutes=minutes,
                )
                if right
                else say(
                    "{minutes:g} minutes belong to other workplaces in facts.yml, not to {workplaces}",
                    minutes=minutes,
                    workplaces=workplaces,
                )
            )
            hint = say("write the placeholders of one row: {{{{ duration.… }}}}")
            location = sentence.location(*match.span(match.lastindex or 0))
            yield DURATION_MISMATCH.problem(location, message, hint)


def _pairs(text: str, table: Collection[int]) -> Iterator[tuple[re.Match[str], int, float]]:
    """Yield each number of workplaces with the time that is said of it: the next one, or the one before."""
    locations = list(WORKPLACES.finditer(text))
    if locations:
        locations += [match for match in BARE.finditer(text) if _whole(match) in table]
        locations.sort(key=re.Match.start)
    times = list(TIME.finditer(text))
    if len(locations) == len(times):  # "50, 600 … take 5, 30 …" and "5 minutes for 50" alike
        yield from (
            (location, _whole(location), _minutes(time)) for location, time in zip(locations, times, strict=True)
        )
        return
    for index, location in enumerate(locations):
        end = locations[index + 1].start() if index + 1 < len(locations) else len(text)
        behind = [time for time in times if location.end() <= time.start() < end]
        if behind:
            yield location, _whole(location), _minutes(behind[0])


def _whole(match: re.Match[str]) -> int:
    return int(re.sub(r"\D", "", next(filter(None, match.groups()))))


def _minutes(match: re.Match[str]) -> float:
    if match.group(4):
        return next(minutes for words, minutes in SPOKEN.items() if re.fullmatch(words, match.group(4)))
    return float(match.group(1).replace(",", ".")) * (60 if match.group(3) else 1)
