"""Lists and emphasis: items and bold words without words, and numbers that begin anew."""

import re
from collections.abc import Iterator

from portal.checks.context import Context
from portal.formats.markdown.lists import FIRST
from portal.problems import Code, Problem
from portal.problems.messages import say
from portal.sources.page import Source

LIST_RESTART = Code(
    "list-restart",
    why=say("A new list always begins at 1 for readers, whatever number is in the file."),
    fix=say("Indent what belongs to a step by four spaces, so that the list goes on below it."),
    example=say("readers see this step as number 1, not {number}", number="3"),
)
MARKUP_EMPTY = Code(
    "markup-empty",
    why=say("Readers see a bullet or a few stars and nothing else."),
    fix=say("Write the words, or remove the signs."),
    example=say("this list item has no words"),
)
ITEM = re.compile(r"\s*(?:[-*+]|\d+\.)\s+\S")
EMPTY_ITEM = re.compile(r"\s*(?:[-*+]|\d+\.)\s*$")
NUMBER = re.compile(r"[\s>]*(?:[-*+]\s+)?(\d+)\.\s")
# Each begins with its sign, which is looked for many times as fast as a condition on what is before it.
EMPTY_BOLD = (
    re.compile(r"\*\*(?<![*\\\w]\*\*)[ \t\xa0]+\*\*(?![*\w])"),
    re.compile(r"__(?<![_\\\w]__)[ \t\xa0]+__(?![_\w])"),
)


def check_lists(source: Source, _: Context) -> Iterator[Problem]:
    """Yield a problem for each item without words, each list that restarts, and each emphasis of nothing."""
    rows = [row for row, live in enumerate(source.markdown.live) if live.strip()]
    texts = [source.lines[row].text for row in rows]
    for index, row in enumerate(rows):
        if EMPTY_ITEM.match(source.markdown.live[row]) and EMPTY_ITEM.match(texts[index]):
            beside = (*texts[max(0, index - 1) : index], *texts[index + 1 : index + 2])
            if any(map(ITEM.match, beside)):
                line = source.lines[row]
                hint = say("write its words, or remove the line")
                yield MARKUP_EMPTY.problem(
                    line.location(0, len(line.text.rstrip())), say("this list item has no words"), hint
                )
    for found in (match for pattern in EMPTY_BOLD for match in pattern.finditer(source.markdown.text)):
        message, hint = say("there are no words between these signs"), say("write the words, or remove the signs")
        yield MARKUP_EMPTY.problem(source.markdown.location(*found.span()), message, hint)
    yield from _restarts(source)


def _restarts(source: Source) -> Iterator[Problem]:
    for step in source.steps:
        number = NUMBER.match(step.line.text)
        if step.value == FIRST and number and int(number.group(1)) != 1:
            message = say("readers see this step as number 1, not {number}", number=number.group(1))
            hint = say(
                "indent what stands between the steps by four spaces; if this is not a step, write {words}",
                words=rf"{number.group(1)}\.",
            )
            yield LIST_RESTART.problem(step.line.location(*number.span(1)), message, hint)
