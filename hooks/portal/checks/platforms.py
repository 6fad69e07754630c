"""Platforms: a known version is said of the platform that it belongs to, in the sentence or below its heading."""

import re
from collections.abc import Iterator

from portal.checks.context import FactsContext, Page
from portal.problems import Code, Problem
from portal.problems.messages import say
from portal.sources.facts import Facts
from portal.sources.page import Source
from portal.sources.sentences import Mention, Sentence

VERSION_PLATFORM = Code(
    "version-platform",
    why=say("The sentence states the version for a platform that has another one."),
    fix=say("Write the placeholder of that platform."),
    example=say("{number} is the version for {right}, not for {wrong}", number="23.9.26", right="android", wrong="ios"),
)
PLATFORMS = {  # also by brand; in lower case where the word has no other meaning: a MAC address is no Mac
    "android": re.compile(r"\b(?:[Aa]ndroid|ANDROID|Samsung|Galaxy)\b"),
    "ios": re.compile(r"\b(?:iOS|ios|IOS|i[Pp]hones?|i[Pp]ads?|Apple[-\s](?:Mobil\w*|Handys?|[Mm]obile\s+devices?))\b"),
    "windows": re.compile(r"\bWindows\b|\bwindows(?=[-\s](?:[Cc]lient|[Aa]pp|PC)\b)"),
    "macos": re.compile(r"\b(?:macOS|macos|Mac\s?OS|Macs?|MacBooks?|Apple[-\s](?:Rechner|[Cc]omputer)\w*)\b"),
}
# Words that may come between a platform and the version that is said of it.
SAID_OF = (
    r"[\s:,(|*–-]*(?:(?:ab|auf|mit|ist|Version|Versionen|[Cc]lient|mindestens"
    r"|from|to|is|version|at\s+least|since)[\s:|*]+){0,3}$"
)


def known_versions(sentence: Sentence, facts: Facts) -> list[Mention]:
    """Return the versions of a sentence that facts.yml knows."""
    return [found for found in sentence.versions if found.number in facts.version_numbers]


def check_platform(page: Page, _: FactsContext) -> Iterator[Problem]:
    """Yield a problem where a known version is said of a platform that it does not belong to."""
    above = _platforms_above(page.source)
    for sentence in page.prose:
        if found := known_versions(sentence, page.facts):
            yield from _check_platform(sentence, found, page.facts, above.get(id(sentence.lines[0]), set()))


def _platforms_above(source: Source) -> dict[int, set[str]]:
    """Return the platforms that the nearest heading or tab above each line names, if any does, by the line's id."""
    marks = {one.row: (int(one.value), 0, one.line.text) for one in source.headings}
    marks |= {one.row: (7, len(one.line.text) - len(one.line.text.lstrip()) + 1, str(one.value)) for one in source.tabs}
    above: dict[int, set[str]] = {}
    open_marks: list[tuple[int, int, set[str]]] = []
    for row, line in enumerate(source.lines):
        level, indent, text = marks.get(row, (0, 0, ""))
        width = len(line.text) - len(line.text.lstrip())
        open_marks = [one for one in open_marks if (not level or one[0] < level) and (width >= one[1] or not line.text)]
        if level:
            open_marks.append((level, indent, named_platforms(text)))
        above[id(line)] = next((names for *_, names in reversed(open_marks) if names), set())
    return above


def named_platforms(text: str) -> set[str]:
    """Return the platforms that a text names."""
    return {name for name, pattern in PLATFORMS.items() if pattern.search(text)}


def _check_platform(sentence: Sentence, versions: list[Mention], facts: Facts, above: set[str]) -> Iterator[Problem]:
    named = named_platforms(sentence.text) or above
    for found in versions:
        own = {key.split(".")[0] for key in facts.version_numbers[found.number]}
        meant = {found.key.split(".")[0]} if found.key else own
        beside = _platform_in_turn(sentence.text, found) or _platform_beside(sentence.text[: found.start])
        if (beside and beside not in own) or (named and not named & meant):
            right, wrong = ", ".join(sorted(meant)), beside or min(named)
            hint = say("write the placeholder of {platform}", platform=wrong)
            message = say(
                "{number} is the version for {right}, not for {wrong}", number=found.number, right=right, wrong=wrong
            )
            yield VERSION_PLATFORM.problem(found.location, message, hint)


def _platform_beside(before: str) -> str | None:
    for name, pattern in PLATFORMS.items():
        for match in pattern.finditer(before):
            if re.match(SAID_OF, before[match.end() :]):
                return name
    return None


def _platform_in_turn(text: str, found: Mention) -> str | None:
    """Return the platform of a version in "Android bzw. iOS … 23.9.26 bzw. 23.9.31".

    It is the one at the same place in its row.
    """
    if not re.search(r"\bbzw\.|\brespectively\b", text):
        return None
    platforms = sorted((match.start(), name) for name, pattern in PLATFORMS.items() for match in pattern.finditer(text))
    numbers = [match.start() for match in re.finditer(r"\d+\.\d+(?:\.\d+)*", text)]
    if len(platforms) != len(numbers) or not platforms or platforms[-1][0] > numbers[0]:
        return None
    return platforms[numbers.index(found.start)][1] if found.start in numbers else None
