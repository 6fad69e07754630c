"""Placeholders: ``{{ android.minimum }}`` in a page becomes the fact of that name."""

import re
from collections.abc import Iterator, Mapping

from portal.languages import Language, format_number
from portal.messages import say
from portal.problems import Problem, nearest
from portal.sources import Source

PLACEHOLDER = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
MALFORMED = re.compile(r"\{\{|\}\}|\{%|%\}")
ONE_BRACE = re.compile(r"(?<!\{)\{\s*([a-z_]+\.[a-z_.]+)\s*\}(?!\})")

Values = Mapping[str, str | int]


def fill(text: str, values: Values, language: Language) -> str:
    """Return the text with known placeholders filled; unknown ones stay, for ``check_placeholders`` to tell."""

    def value_of(match: re.Match) -> str:
        value = values.get(match.group(1), match.group(0))
        return format_number(value, language) if isinstance(value, int) else value

    return PLACEHOLDER.sub(value_of, text)


def check_placeholders(source: Source, values: Values) -> Iterator[Problem]:
    """Yield a problem for each placeholder of a page that names no fact, and for braces that are no placeholder."""
    for line in (*source.head, *source.lines):
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
                yield Problem("fact-unknown", line.place(match.start(), match.end()), message, hint)
        rest = PLACEHOLDER.sub(lambda match: " " * len(match.group(0)), line.text)
        if match := MALFORMED.search(rest) or next((m for m in ONE_BRACE.finditer(rest) if m.group(1) in values), None):
            message = say("{braces} is neither a placeholder nor an include", braces=match.group(0))
            hint = say('write {{{{ key }}}} within a line, or {{% include "shared/name.md" %}} on a line of its own')
            yield Problem("placeholder-malformed", line.place(match.start(), match.end()), message, hint)
