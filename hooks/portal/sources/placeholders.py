"""Placeholders: ``{{ android.minimum }}`` in a page becomes the fact of that name."""

import re
from collections.abc import Iterable, Iterator, Mapping

from portal.formats.markdown.text import Line
from portal.languages import Language, format_number
from portal.problems import Problem, nearest
from portal.problems.messages import say

PLACEHOLDER = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
MALFORMED = re.compile(r"\{\{|\}\}|\{%|%\}")
# One mistake each: braces that open, with those that close them if they are there; or braces that only close.
HALF = re.compile(r"(\{\{|\{%)(?:(?:(?!\{\{|\{%|\}\}|%\}).)*+(?:\}\}|%\}))?|(\}\}|%\})")
# More of an address, right behind a placeholder.
JOINED = re.compile(r"""\{\{\s*([\w.]+)\s*\}\}[\w/?&=%~][^\s)>"'\]|`]*""")
ONE_BRACE = re.compile(r"(?<!\{)\{\s*([a-z_]+\.[a-z_.]+)\s*\}(?!\})")

Values = Mapping[str, str | int]


def fill(text: str, values: Values, language: Language) -> str:
    """Return the text with known placeholders filled; unknown ones stay, for ``check_placeholders`` to tell."""

    def value_of(match: re.Match[str]) -> str:
        value = values.get(match.group(1), match.group(0))
        return format_number(value, language) if isinstance(value, int) else value

    return PLACEHOLDER.sub(value_of, text)


def check_placeholders(lines: Iterable[Line], values: Values) -> Iterator[Problem]:
    """Yield a problem for each placeholder in lines that names no fact, and for braces that are no placeholder."""
    for line in lines:
        for match in PLACEHOLDER.finditer(line.text):
            key = match.group(1)
            if key not in values:
                near = nearest(key, values)
                hint = (
                    say("write {placeholder} instead", placeholder=f"{{{{ {near} }}}}")
                    if near
                    else say("look in docs/facts.yml for what there is")
                )
                message = say("{key} is not a fact that facts.yml knows", key=key or match.group(0))
                yield Problem("fact-unknown", line.location(match.start(), match.end()), message, hint)
        yield from _joined(line, values)
        rest = PLACEHOLDER.sub(lambda match: " " * len(match.group(0)), line.text)
        stray = (match for match in ONE_BRACE.finditer(rest) if match.group(1) in values)
        for match in (*HALF.finditer(rest), *stray):
            words = match.group(1) or match.group(2) if match.re is HALF else match.group(0)
            message = say("{braces} is neither a placeholder nor an include", braces=words)
            hint = say('write {{{{ key }}}} within a line, or {{% include "shared/name.md" %}} on a line of its own')
            yield Problem(
                "placeholder-malformed", line.location(match.start(), match.start() + len(words)), message, hint
            )


def _joined(line: Line, values: Values) -> Iterator[Problem]:
    """Yield a problem where more stands right behind an address of facts.yml: another address, which nobody asks."""
    for match in JOINED.finditer(line.text):
        if str(values.get(match.group(1), "")).startswith(("https://", "http://")):
            message = say("{words} makes another address, which docs/facts.yml has not", words=match.group(0))
            hint = say("add the whole address there as link.name and write {{{{ link.name }}}} here")
            yield Problem("address-literal", line.location(match.start(), match.end()), message, hint)
