"""Versions: every client version that editors write or readers see is one of facts.yml, at the right client."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from portal.checks.context import FactsContext, Page, Pair
from portal.checks.platforms import known_versions, named_platforms
from portal.problems import Code, Location, Problem, nearest
from portal.problems.messages import say
from portal.sources.facts import Facts, Family
from portal.sources.sentences import Mention, Sentence
from portal.sources.version_series import find_series

VERSION_UNKNOWN = Code(
    "version-unknown",
    why=say(
        "A number that looks like a client version is not in `facts.yml`. It can be in a page, an attribute, "
        "inline data, the search index or a PDF. Dates, prices, times, telephone and section numbers, addresses, "
        "quantities, versions of other software and “Cloud PBX 2.0” don't count."
    ),
    fix=say("Write the placeholder. Add a new version to `facts.yml` and to the version history."),
    example=say("{number} is not a version that facts.yml knows", number="23.9.25"),
)
VERSION_FAMILY = Code(
    "version-family",
    why=say(
        "Old and new clients number their versions independently. A version in the wrong sentence, or a "
        "comparison of the two, misleads readers."
    ),
    fix=say("Write the version of the client that is meant."),
    example=say("{number} is a version of the old client, and the sentence is about the new client", number="23.9.26"),
)
VERSION_DIFFERS = Code(
    "version-differs",
    why=say("Readers of the two languages would learn different things."),
    fix=say("State the same versions in both languages."),
    example=say("{number} stands here {here}×, in the original {there}×", number="42.6", here="1", there="2"),
)

_CLIENT = r"\s+(?:[\w-]+\s+){0,2}?(?:[\w-]*[Cc]lient|App|app|Anwendung)"
FAMILIES: dict[Family, re.Pattern[str]] = {
    "old client": re.compile(rf"\b(?:alte|bisherige|old|previous|former)[rnms]?\b{_CLIENT}", re.IGNORECASE),
    "new client": re.compile(rf"\b(?:neue|new)[rnms]?\b{_CLIENT}", re.IGNORECASE),
}
COMPARISON = re.compile(
    r"\b(?:als|than|statt|instead of|höher|niedriger|neuer|älter|higher|lower|newer|older)\b|[<>≥≤]"
)
UPDATE = re.compile(r"\b(?:auf|to|zu)\b")  # "from the old version to the new one": there is no such update


def check_unknown(page: Page, _: FactsContext) -> Iterator[Problem]:
    """Yield a problem for each version that facts.yml does not know."""
    for sentence in page.prose:
        for found in sentence.versions:
            if found.number not in page.facts.version_numbers:
                yield VERSION_UNKNOWN.problem(found.location, *unknown(found.number, page.facts, sentence.text))
        for number, start, end in find_series(sentence.text, page.facts.version_numbers):
            yield VERSION_UNKNOWN.problem(sentence.location(start, end), *unknown(number, page.facts, sentence.text))


def unknown(number: str, facts: Facts, text: str = "") -> tuple[str, str]:
    """Return message and hint for a version that facts.yml does not know; ``text`` may name the platform meant."""
    known = _candidates(number, facts, text)
    near = nearest(number, known)
    hint = (
        say("write {placeholder} instead", placeholder=f"{{{{ {known[near][0]} }}}}")
        if near
        else say("add it to docs/facts.yml, and write its placeholder")
    )
    return say("{number} is not a version that facts.yml knows", number=number), hint


def _candidates(number: str, facts: Facts, text: str) -> Mapping[str, Sequence[str]]:
    """Return the versions that a number may be meant as: with its first part, of the platform that is named."""
    named = named_platforms(text)
    major = number.split(".", 1)[0] + "."
    alike = {value: keys for value, keys in facts.version_numbers.items() if value.startswith(major)}
    own = {value: [key for key in keys if key.split(".")[0] in named] for value, keys in alike.items()}
    return {value: keys for value, keys in own.items() if keys} or alike or facts.version_numbers


def check_family(page: Page, _: FactsContext) -> Iterator[Problem]:
    """Yield a problem where a sentence about one family has a version of the other, or compares the two.

    The families number their versions independently: nothing follows from a comparison.
    """
    for sentence in page.prose:
        yield from _check_family(sentence, known_versions(sentence, page.facts), page.facts)


def _check_family(sentence: Sentence, found: list[Mention], facts: Facts) -> Iterator[Problem]:
    families = [facts.families_of(version.number) for version in found]
    named = {family for family, pattern in FAMILIES.items() if pattern.search(sentence.text)}
    for version, own in zip(found, families, strict=True):
        number = version.number
        if len(named) == 1 and not named & own:
            message = (
                say("{number} is a version of the old client, and the sentence is about the new client", number=number)
                if "old client" in own
                else say(
                    "{number} is a version of the new client, and the sentence is about the old client", number=number
                )
            )
            hint = say("write the version of the client that is meant")
            yield VERSION_FAMILY.problem(version.location, message, hint)
    both = len(set(families)) > 1
    if both and (COMPARISON.search(sentence.text) or (len(named) < 2 and UPDATE.search(sentence.text))):
        message = say("versions of the old and the new client are compared here")
        hint = say("say what each version is for; a comparison means nothing")
        yield VERSION_FAMILY.problem(found[-1].location, message, hint)


def check_same_versions(pair: Pair, _: FactsContext) -> Iterator[Problem]:
    """Yield a problem for each version that a page has and its translation has not, or not as often."""
    ours, theirs = _by_number(pair.original), _by_number(pair.translation)
    for number in sorted(ours.keys() | theirs.keys()):
        here, there = theirs.get(number, []), ours.get(number, [])
        if len(here) != len(there):
            location = here[0].location if len(here) > len(there) else Location(pair.translation.source.file)
            message = say(
                "{number} stands here {here}×, in the original {there}×",
                number=number,
                here=len(here),
                there=len(there),
            )
            yield VERSION_DIFFERS.problem(location, message, say("both languages state the same versions"))


def _by_number(page: Page) -> dict[str, list[Mention]]:
    """Return where each version of a page is."""
    by_number = defaultdict(list)
    for sentence in page.sentences:
        for found in sentence.versions:
            by_number[found.number].append(found)
    return by_number
