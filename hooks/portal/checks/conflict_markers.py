"""Conflict markers that Git wrote and nobody resolved, in any file of the project."""

import re
from collections.abc import Iterator, Sequence

from portal.checks.context import Context
from portal.checks.leftovers import MARKUP_LEFTOVER
from portal.formats.markdown.text import Line
from portal.problems import Location, Problem
from portal.problems.messages import say
from portal.sources.page import Source
from portal.sources.project import Project

# git-merge(1), "How conflicts are presented". The middle ones mean something else without the first.
BEGIN, END = re.compile(r"<{7}(?: |$)"), re.compile(r">{7}(?: |$)")
MIDDLE = re.compile(r"={7}$|\|{7}(?: |$)")


def has_conflict(source: Source) -> bool:
    """Whether a page has a conflict that nobody resolved."""
    return next(_in_page(source), None) is not None


def check_conflicts(source: Source, _: Context) -> Iterator[Problem]:
    """Yield a problem for each conflict marker of a page, outside of code and comments."""
    for line in _in_page(source):
        yield _problem(line.location(0, len(line.text)), line.text)


def check_other_conflicts(project: Project, _: Context) -> Iterator[Problem]:
    """Yield a problem for each conflict marker of the other files: facts, configuration, templates, assets."""
    for file, text in project.other_texts.items():
        if "<<<<<<<" in text or ">>>>>>>" in text:
            lines = [Line(words, file, number) for number, words in enumerate(text.splitlines(), 1)]
            for line in _markers(lines):
                yield _problem(line.location(0, len(line.text)), line.text)


def _in_page(source: Source) -> Iterator[Line]:
    text = source.markdown
    if "<<<<<<<" in text.whole or ">>>>>>>" in text.whole:
        # Quotes lose their marks, so that of `>>>>>>> theirs` only the name is live.
        yield from _markers(
            [
                line
                for row, (line, live) in enumerate(zip(source.lines, text.live, strict=True))
                if row not in text.code and (live.strip() or line.text.startswith(">>>>>>>"))
            ]
        )


def _markers(lines: Sequence[Line]) -> Iterator[Line]:
    is_open = False
    for line in lines:
        if BEGIN.match(line.text) or END.match(line.text) or (is_open and MIDDLE.match(line.text)):
            is_open = (is_open or bool(BEGIN.match(line.text))) and not END.match(line.text)
            yield line


def _problem(location: Location, words: str) -> Problem:
    message = say("this is a conflict marker of Git: {words}", words=words.strip())
    return MARKUP_LEFTOVER.problem(location, message, say("keep one of the two versions, and remove the three markers"))
