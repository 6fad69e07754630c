"""Placeholders: each names a fact, and braces that are no placeholder reach no reader."""

import re
from collections.abc import Iterator

from portal.checks.context import FactsContext, Page
from portal.checks.literals import ADDRESS_LITERAL
from portal.formats.markdown.text import Line
from portal.problems import Code, Problem, nearest
from portal.problems.messages import say
from portal.sources.placeholders import PLACEHOLDER, TOOLS, Values, without_placeholders

FACT_UNKNOWN = Code(
    "fact-unknown",
    why=say("Readers would see the placeholder instead of a value."),
    fix=say("Write the key that the hint names, or add the fact to `facts.yml`."),
    example=say("{key} is not a fact that facts.yml knows", key="andriod.minimum"),
)
PLACEHOLDER_MALFORMED = Code(
    "placeholder-malformed",
    why=say(
        "A brace is missing, or an include or a tool is not on a line of its own. Readers would see the braces, or a"
        " tool within a sentence."
    ),
    fix=say("Write `{{{{ key }}}}`, or put the include or the tool on a line of its own."),
    example=say("{braces} is neither a placeholder nor an include", braces="{{"),
)

MALFORMED = re.compile(r"\{\{|\}\}|\{%|%\}")
# One mistake each: braces that open, with those that close them if they are there; or braces that only close.
HALF = re.compile(r"(\{\{|\{%)(?:(?:(?!\{\{|\{%|\}\}|%\}).)*+(?:\}\}|%\}))?|(\}\}|%\})")
# More of an address, right behind a placeholder.
JOINED = re.compile(r"""\{\{\s*([\w.]+)\s*\}\}[\w/?&=%~][^\s)>"'\]|`]*""")
ONE_BRACE = re.compile(r"(?<!\{)\{\s*([a-z_]+\.[a-z_.]+)\s*\}(?!\})")


def check_placeholders(page: Page, context: FactsContext) -> Iterator[Problem]:
    """Yield a problem for each placeholder that names no fact and no page, and for braces that are no placeholder."""
    source, values = page.source, context.values
    rows = [(line, line.text) for line in source.head]
    for line, live in (*rows, *zip(source.lines, source.markdown.live, strict=True)):
        if "{" not in line.text and "}" not in line.text:
            continue
        for match in PLACEHOLDER.finditer(line.text):
            key = match.group(1)
            if key not in values:
                near = _by_value(key, values) or nearest(key, values)
                if not near and live[match.start()].isspace():
                    continue  # code in another tool's language
                hint = (
                    say("write {placeholder} instead", placeholder=f"{{{{ {near} }}}}")
                    if near
                    else say("look in docs/facts.yml for what there is")
                )
                message = say("{key} is not a fact that facts.yml knows", key=key or match.group(0))
                yield FACT_UNKNOWN.problem(line.location(match.start(), match.end()), message, hint)
        yield from _joined(line, values)
        yield from _beside_words(line)
        rest = without_placeholders(line.text)
        stray = (match for match in ONE_BRACE.finditer(rest) if match.group(1) in values)
        for match in (*HALF.finditer(rest), *stray):
            if live[match.start()].isspace() and not any(key in rest[match.start() :] for key in values):
                continue
            words = match.group(1) or match.group(2) if match.re is HALF else match.group(0)
            message = say("{braces} is neither a placeholder nor an include", braces=words)
            hint = say('write {{{{ key }}}} within a line, or {{% include "shared/name.md" %}} on a line of its own')
            yield PLACEHOLDER_MALFORMED.problem(line.location(match.start(), match.start() + len(words)), message, hint)


def _by_value(key: str, values: Values) -> str | None:
    """Return the fact whose value stands between the braces in place of its key: {{ 1.200 }}."""
    number = re.sub(r"(?<=\d)[.,\s](?=\d{3}\b)", "", key)
    return next((name for name, value in values.items() if str(value) in (key, number)), None)


def _joined(line: Line, values: Values) -> Iterator[Problem]:
    """Yield a problem where an address of facts.yml continues: the result is another address, which nobody checks."""
    for match in JOINED.finditer(line.text):
        if str(values.get(match.group(1), "")).startswith(("https://", "http://")):
            message = say("{words} makes another address, which docs/facts.yml has not", words=match.group(0))
            hint = say("add the whole address there as link.name and write {{{{ link.name }}}} here")
            yield ADDRESS_LITERAL.problem(line.location(match.start(), match.end()), message, hint)


def _beside_words(line: Line) -> Iterator[Problem]:
    """Yield a problem for each tool that has words, an indent or another tool on its line."""
    for match in PLACEHOLDER.finditer(line.text):
        if match.group(1) in TOOLS and line.text.rstrip() != match.group(0):
            message = say("{placeholder} is not on a line of its own", placeholder=match.group(0))
            hint = say("a tool stands between paragraphs: put it on a line of its own, with a blank line around it")
            yield PLACEHOLDER_MALFORMED.problem(line.location(*match.span()), message, hint)
