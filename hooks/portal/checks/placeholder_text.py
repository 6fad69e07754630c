"""Placeholder text: words that were meant to be replaced before readers see them."""

import re
from collections.abc import Iterable, Iterator

from portal.checks.context import Context
from portal.checks.placeholder_forms import find_brackets, find_forms, find_words
from portal.problems import Code, Location, Problem
from portal.problems.messages import say
from portal.sources.page import Source
from portal.sources.sentences import YAML_COMMENT

PLACEHOLDER_TEXT = Code(
    "placeholder-text",
    why=say(
        "Text that stands for another must not reach readers: Lorem ipsum, TODO, XX.XX, [date], John Doe, example.com, "
        "“More information will follow.” In code it is an example and is allowed."
    ),
    fix=say(
        "Write what readers should see instead. If they are meant to fill in a text themselves, give the heading above "
        "it the class `fill-in`."
    ),
    example=say("“{words}” is placeholder text", words="Lorem ipsum"),
)

FILL_IN = re.compile(r"\{[^}]*\.fill-in\b[^}]*\}")


def check_placeholder_text(source: Source, _: Context) -> Iterator[Problem]:
    """Yield a problem for each piece of placeholder text of a page, at its place; what stands in code is none.

    In a section whose heading has the class ``fill-in``, readers are meant to replace what stands in brackets.
    """
    for line in source.head:
        words = YAML_COMMENT.sub("", line.text)
        found = [match.span() for match in (*find_words(words), *find_brackets(words))]
        for start, end in sorted({*found, *find_forms(words)}):
            yield placeholder_problem(line.location(start, end), words[start:end])
    markdown = source.markdown
    fill_in = _rows_to_fill_in(source)
    found = [match.span() for match in find_words(markdown.text)]
    found += [match.span() for match in find_brackets(markdown.text) if markdown.row(match.start()) not in fill_in]
    for start, end in _outermost([*found, *find_forms(markdown.text)]):
        yield placeholder_problem(markdown.location(start, end), " ".join(markdown.text[start:end].split()))


def _outermost(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the stretches that are within no other one, in order."""
    last = -1
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if end > last:
            yield start, end
            last = end


def _rows_to_fill_in(source: Source) -> frozenset[int]:
    """Return the rows below headings that are marked as ``fill-in``, each up to the next heading of its level."""
    if ".fill-in" not in source.markdown.text:
        return frozenset()
    rows: set[int] = set()
    for index, heading in enumerate(source.headings):
        if FILL_IN.search(heading.line.text):
            after = [one.row for one in source.headings[index + 1 :] if int(one.value) <= int(heading.value)]
            rows.update(range(heading.row, min(after, default=len(source.lines))))
    return frozenset(rows)


def placeholder_problem(location: Location, words: str) -> Problem:
    """Return the problem of placeholder text at a place."""
    message = say("“{words}” is placeholder text", words=words)
    return PLACEHOLDER_TEXT.problem(location, message, say("write what readers should read"))
