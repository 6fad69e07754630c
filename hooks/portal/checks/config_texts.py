"""Texts of mkdocs.yml that readers and search engines get: none states a version, which no placeholder could fill."""

from collections.abc import Iterator

from portal.checks.context import FactsContext
from portal.checks.literals import FACT_LITERAL
from portal.checks.versions import VERSION_UNKNOWN, unknown
from portal.formats.yaml import place_within
from portal.problems import Problem
from portal.problems.messages import say
from portal.sources.project import Project
from portal.sources.version_numbers import find_versions

TEXTS = frozenset(("site_name", "site_description", "site_author", "copyright"))  # of the site, and of each language


def check_config_texts(project: Project, context: FactsContext) -> Iterator[Problem]:
    """Yield a problem for each client version in the texts of mkdocs.yml, at its place there."""
    document, _ = project.config
    known = context.facts.version_numbers
    for path, location in document.values.items() if document else ():
        text = document.at(path) if document and path and path[-1] in TEXTS else None
        if not isinstance(text, str):
            continue
        for found in find_versions(text, known):
            message, _hint = unknown(found.number, context.facts)
            code = FACT_LITERAL if found.number in known else VERSION_UNKNOWN
            message = say("{words} is written out by hand", words=found.number) if found.number in known else message
            hint = say("leave the version out: mkdocs.yml can't have placeholders")
            place = place_within(location, text[found.start : found.end], project.other_texts[location.file])
            yield code.problem(place, message, hint)
