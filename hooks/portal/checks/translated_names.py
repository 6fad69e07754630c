"""Translated names: names of buttons stay German in every language, in bold and marked as German."""

import re
from collections.abc import Iterator

from portal.checks.context import FactsContext, Pair
from portal.checks.wrong_language import STOP_WORDS, UMLAUT
from portal.problems import Code, Location, Problem, nearest
from portal.problems.messages import say
from portal.sources.bold_words import BoldWords, bold_words
from portal.sources.sections import Section, SectionedPage, matched

TRANSLATION_NAME = Code(
    "translation-name",
    why=say(
        "Buttons and menus of the product are German. A reader of the translation looks for the name that stands on "
        "the screen, and a screen reader must know that it is German (WCAG 2.2, 3.1.2)."
    ),
    fix=say(
        "Keep the German name in bold, mark it, and explain it in brackets: `**Zur Startseite wechseln**{{lang=de}}`."
    ),
    example=say("the original names the button **{words}** here", words="Zum nächsten Schritt"),
)

WORD = re.compile(r"[^\W\d_]+")


def check_names(pair: Pair, context: FactsContext) -> Iterator[Problem]:
    """Yield a problem for each name that one language has and the other has not, or does not mark as German."""
    names = context.german_names
    original, translation = pair.original.sections, pair.translation.sections
    for one, other in matched(original, translation):
        ours, theirs = list(bold_words(original, one)), list(bold_words(translation, other))
        if ours or theirs:
            yield from _check_originals(ours, theirs, names, original, (translation, other))
            yield from _check_translations(ours, theirs, names, (original, one), translation)


def _check_originals(
    ours: list[BoldWords],
    theirs: list[BoldWords],
    names: frozenset[str],
    original: SectionedPage,
    there: tuple[SectionedPage, Section],
) -> Iterator[Problem]:
    """Yield a problem for each name of the original that its translation lacks."""
    words, said = {one.words for one in theirs}, _folded(_whole(*there))
    for one in ours:
        is_name = one.is_name and (one.words in names or (one.is_pressed and len(ours) == len(theirs)))
        if not is_name or one.words in words or _folded(one.words) in said:
            continue
        message = say("the original names the button **{words}** here", words=one.words)
        unknown = [other for other in theirs if other.words not in {mine.words for mine in ours}]
        other = unknown[0] if len(unknown) == 1 and unknown[0].is_name else None
        location = there[0].location(other.start, other.end) if other else there[1].location
        hint = say(
            "write **{words}**{{lang=de}}, as in {location}",
            words=one.words,
            location=original.location(one.start, one.end),
        )
        yield TRANSLATION_NAME.problem(location, message, hint)


def _check_translations(
    ours: list[BoldWords],
    theirs: list[BoldWords],
    names: frozenset[str],
    there: tuple[SectionedPage, Section],
    translation: SectionedPage,
) -> Iterator[Problem]:
    """Yield a problem for each German name of the translation that the original has not, or that is not marked."""
    words, said = [one.words for one in ours], _folded(_whole(*there))
    for other in theirs:
        location = translation.location(other.start, other.end)
        if other.is_german and _folded(other.words) not in said:
            message = say("the original does not name **{words}** here", words=other.words)
            near = nearest(other.words, words)
            hint = say("write **{words}**{{lang=de}}", words=near) if near else _compare(there[1].location)
            yield TRANSLATION_NAME.problem(location, message, hint)
        elif (
            not other.is_german
            and other.words in words
            and other.is_name
            and (other.words in names or _is_german(other.words))
        ):
            message = say("**{words}** is not marked as German", words=other.words)
            yield TRANSLATION_NAME.problem(location, message, say("write **{words}**{{lang=de}}", words=other.words))


def _whole(page: SectionedPage, section: Section) -> str:
    return page.source.markdown.whole[section.blocks[0].start : section.blocks[-1].end]


def _folded(words: str) -> str:
    return " ".join(WORD.findall(words.casefold()))


def _is_german(words: str) -> bool:
    lowered = words.lower()
    return UMLAUT.search(lowered) is not None or not STOP_WORDS["de"].isdisjoint(WORD.findall(lowered))


def _compare(location: Location) -> str:
    return say("compare with {location}", location=location)
