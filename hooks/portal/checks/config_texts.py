"""Texts of mkdocs.yml that readers and search engines get: none states a version, which no placeholder could fill."""

from collections.abc import Iterator

from portal.checks.context import FactsContext
from portal.checks.literals import FACT_LITERAL
from portal.checks.versions import VERSION_UNKNOWN, unknown
from portal.problems import Location, Problem
from portal.problems.messages import say
from portal.site.templates import location_at
from portal.sources.project import Project
from portal.sources.version_numbers import find_versions

TEXTS = frozenset(("site_name", "site_description", "site_author", "copyright"))  # of the site, and of each language


def check_config_texts(project: Project, context: FactsContext) -> Iterator[Problem]:
    """Yield a problem for each client version in the texts of mkdocs.yml, at its place there."""
    document, _ = project.config
    known = context.facts.version_numbers
    for path, location in document.values.items() if document else ():
        text = document.at(path) if document and path and path[-1] in TEXTS else None
        for found in find_versions(text, known) if isinstance(text, str) else ():
            message, _hint = unknown(found.number, context.facts)
            code = FACT_LITERAL if found.number in known else VERSION_UNKNOWN
            message = say("{words} is written out by hand", words=found.number) if found.number in known else message
            hint = say("leave the version out: mkdocs.yml can't have placeholders")
            place = _place(project, location, str(text)[found.start : found.end])
            yield code.problem(place, message, hint)


def _place(project: Project, value: Location, words: str) -> Location:
    """Return where words of a value stand; where YAML writes them in another way, the place of the value."""
    text = project.other_texts[value.file]
    begin = sum(len(line) + 1 for line in text.split("\n")[: value.line - 1]) + value.column - 1
    start = text.find(words, begin)
    return location_at(value.file, text, start, len(words)) if start >= 0 else value
