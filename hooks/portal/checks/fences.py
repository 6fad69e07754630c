"""Blocks of code that are none: a fence with unknown options, and drawings that another tool would make of one."""

import re
from collections.abc import Iterator

from portal.checks.context import Context
from portal.checks.leftovers import MARKUP_LEFTOVER
from portal.formats.markdown.code import comments
from portal.formats.markdown.fences import Fence, find_fences
from portal.problems import Problem
from portal.problems.messages import say
from portal.sources.page import Source

DRAWN = ("mermaid", "plantuml", "puml", "math", "katex", "d2")  # other tools draw these blocks of code
BEGIN = re.compile(r"[\s>]*(?P<begin>(?P<fence>`{3,}|~{3,})[^`]*)$")


def check_fences(source: Source, _: Context) -> Iterator[Problem]:
    """Yield a problem for each block of code that readers would not get as such, or whose drawing they would miss."""
    for fence in source.markdown.fences:
        if fence.language in DRAWN:
            yield _drawing(source, fence)
    if "```" not in source.markdown.whole and "~~~" not in source.markdown.whole:
        return
    hidden = comments([line.text for line in source.lines])
    ends = {line.text.strip(" \t>"): row for row, line in enumerate(source.lines)}
    offset, end = 0, -1
    for row, line in enumerate(source.lines):
        found = BEGIN.match(line.text) if row not in source.markdown.code and row != end else None
        if found and not any(start <= offset < behind for start, behind in hidden):
            is_closed = ends.get(found["fence"], 0) > row
            end = ends[found["fence"]] if is_closed else end
            yield from _begin(source, row, found, is_closed)
        offset += len(line.text) + 1


def _begin(source: Source, row: int, found: re.Match[str], is_closed: bool) -> Iterator[Problem]:
    """Yield what is wrong with the beginning of a block; that nothing ends one between ``` is told by its text."""
    begin, fence = found["begin"].rstrip(), found["fence"]
    is_known = bool(find_fences([begin, "", fence]))
    location = source.lines[row].location(found.start("begin"), found.start("begin") + len(begin))
    if is_closed and not is_known:
        message = say("this begins no block of code: {words}", words=begin)
        hint = say('write {fence}yaml title="…" linenums="1" hl_lines="2 3", each of them if you need it', fence=fence)
        yield MARKUP_LEFTOVER.problem(location, message, hint)
    elif fence[0] == "~" and not is_closed:
        hint = say("end the block of code with a line of its own: {fence}", fence=fence)
        yield MARKUP_LEFTOVER.problem(location, say("readers see “{words}” as raw text", words=begin), hint)


def _drawing(source: Source, fence: Fence) -> Problem:
    line = source.lines[fence.start]
    start = line.text.index(fence.language)
    message = say("readers see the code of this drawing: nothing draws {language} here", language=fence.language)
    hint = say("insert the drawing as an image with an alternative text")
    return MARKUP_LEFTOVER.problem(line.location(start, start + len(fence.language)), message, hint)
