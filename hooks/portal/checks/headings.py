"""Headings: their levels, words and ids (WCAG 2.2, 1.3.1 Info and Relationships; technique H42)."""

import re
from collections.abc import Iterator
from html import unescape

from portal.checks.conflict_markers import has_conflict
from portal.checks.context import Context
from portal.formats.markdown.code import comments
from portal.formats.markdown.page import Element
from portal.problems import Code, Problem
from portal.problems.messages import say
from portal.sources.page import Source

HEADING_LEVEL = Code(
    "heading-level",
    why=say(
        "Screen reader users navigate by heading level. A missing level makes them look for a section that does not "
        "exist."
    ),
    fix=say("Use the level below that of the heading above: `###` after `##`."),
    example=say("a heading of level {level} follows one of level {above}", level="4", above="2"),
)
HEADING_SECOND = Code(
    "heading-second",
    why=say("A page has one title. A second one breaks its outline and its entry in search engines."),
    fix=say("Write `##` instead of `#`."),
    example=say("this page has a title already, in line {line}", line="5"),
)
HEADING_EMPTY = Code(
    "heading-empty",
    why=say(
        "An empty heading is announced as a heading without a name, and is an empty line in the table of contents."
    ),
    fix=say("Write its words, or remove it."),
    example=say("this heading has no words"),
)
HEADING_ID = Code(
    "heading-id",
    why=say(
        "Without an id of its own, a heading gets another address in each language, and whenever its words change. "
        "Links from elsewhere then lead to the top of the page."
    ),
    fix=say("Write `{{#id}}` at its end, the same in both languages: lower-case letters, digits and hyphens."),
    example=say("this heading has no id of its own"),
)
MARKS = re.compile(r"^[\s>]*(?:[-*+]\s+|\d+\.\s+)?#*|#*\s*(?:\{[^{}]*\}\s*)?$")
LIST_ITEM = re.compile(r"\s*(?:[-*+]|\d+\.)\s")
WITH_BLANK = re.compile(r"\{:?\s*#\s*\w+\s+\w[\w-]*\s*\}|\{:?\s*#\s+\w")
SIGNS = re.compile(r"[\W_]+")


def check_headings(source: Source, _: Context) -> Iterator[Problem]:
    """Yield a problem for each level that is left out, each second title, and each heading without words or id."""
    if has_conflict(source):  # its marks make headings of what stands above them
        return
    above, title = 1, None
    ids = {source.markdown.row(written.start) for written in source.ids}
    for heading in _meant(source):
        level = int(heading.value)
        if level > above + 1:
            message = say("a heading of level {level} follows one of level {above}", level=level, above=above)
            yield HEADING_LEVEL.problem(heading.location, message, say("write {word}", word="#" * (above + 1)))
        if level == 1 and title:
            message = say("this page has a title already, in line {line}", line=title.line.number)
            yield HEADING_SECOND.problem(heading.location, message, say("write ## instead of #"))
        title, above = title or (heading if level == 1 else None), level
        yield from _check_words(heading, source, ids)


def _check_words(heading: Element, source: Source, ids: set[int]) -> Iterator[Problem]:
    text = heading.line.text
    if not _has_words(text):
        hint = say("write its words, or remove it")
        yield HEADING_EMPTY.problem(heading.location, say("this heading has no words"), hint)
    elif int(heading.value) > 1 and (found := WITH_BLANK.search(text)):
        location = heading.line.location(*found.span())
        yield HEADING_ID.problem(location, say("an id has no blanks"), say("write it in one word: {{#my-section}}"))
    elif int(heading.value) > 1 and heading.row not in ids:
        hint = say("write one at its end, the same in both languages: {{#my-section}}")
        yield HEADING_ID.problem(heading.location, say("this heading has no id of its own"), hint)


def _meant(source: Source) -> Iterator[Element]:
    """Yield the headings that somebody meant: an item above a lone hyphen is one to the parser alone."""
    for heading in source.headings:
        underlined = not heading.line.text.lstrip(" >").startswith("#")
        if not (underlined and LIST_ITEM.match(heading.line.text)):
            yield heading


def _has_words(text: str) -> bool:
    for start, end in reversed(comments([text])):
        text = text[:start] + text[end:]
    words = unescape(MARKS.sub("", text))
    return bool(SIGNS.sub("", words)) or "`" in words or any(not c.isspace() and c not in "*_\xad\u200b" for c in words)
