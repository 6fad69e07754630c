"""Consistency: versions, durations, languages and translations of the sources agree with the facts and each other."""

from collections.abc import Iterable, Iterator

from portal.checks.durations import check_durations
from portal.checks.literals import check_literals
from portal.checks.translations import check_same_pages, check_same_parts, pairs
from portal.checks.versions import check_family, check_platform, check_same_versions, check_unknown
from portal.checks.wrong_language import check_language
from portal.formats.markdown.text import Line
from portal.problems import Problem
from portal.sources.facts import Facts
from portal.sources.freshness import check_fresh
from portal.sources.history import PATH as HISTORY
from portal.sources.history import check_history, history_lines
from portal.sources.page import Source
from portal.sources.sentences import Sentence, sentences
from portal.sources.version_numbers import DIGIT


def check_consistency(sources: Iterable[Source], facts: Facts) -> Iterator[Problem]:
    """Yield every disagreement of the pages with facts.yml, and of each page with its translation."""
    sources = list(sources)
    prose = {id(source): list(sentences(source, facts.values, facts.version_numbers)) for source in sources}
    for source in sources:
        history = set(history_lines(source)) if source.path == HISTORY else set()
        for sentence in prose[id(source)]:
            if not history or not history.issuperset(sentence.lines):
                yield from _check_sentence(sentence, source, facts)
        for line, live in _lines(source):
            if line not in history:
                yield from check_literals(line, facts, live)
        if source.path == HISTORY:
            yield from check_history(source, facts)
    yield from check_same_pages(sources)
    for original, translation in pairs(sources):
        yield from check_same_parts(original, translation)
        yield from check_same_versions(prose[id(original)], prose[id(translation)], translation.file)
        yield from check_fresh(original, translation)


def _lines(source: Source) -> Iterator[tuple[Line, str]]:
    """Yield each line of a page, and the same with blanks for code and comments."""
    yield from ((line, line.text) for line in source.head)
    yield from zip(source.lines, source.markdown.live, strict=True)


def _check_sentence(sentence: Sentence, source: Source, facts: Facts) -> Iterator[Problem]:
    yield from check_language(sentence, source.language)
    if DIGIT.search(sentence.text):
        yield from check_unknown(sentence, facts)
        yield from check_family(sentence, facts)
        yield from check_platform(sentence, facts)
        yield from check_durations(sentence, facts)
