"""Assets: versions in the text of drawings, in the strings of scripts, and in what stylesheets write."""

import re
from collections.abc import Iterator

from portal.checks.context import FactsContext
from portal.checks.versions import VERSION_UNKNOWN, unknown
from portal.problems import Problem
from portal.site.templates import location_at
from portal.sources.project import Project
from portal.sources.version_numbers import find_versions

# What readers get of a file, by its ending: the rest is coordinates, measures and code.
READ = {
    ".svg": re.compile(r"<(?:text|tspan|title|desc)\b[^<>]*>([^<>]+)"),
    ".css": re.compile(r"\bcontent\s*:\s*([\"'][^\"'\n]*[\"'])"),
    ".js": re.compile(r"(\"[^\"\n]*\"|'[^'\n]*'|`[^`]*`)"),
}


def check_asset_versions(project: Project, context: FactsContext) -> Iterator[Problem]:
    """Yield a problem for each version that no fact has and readers get from a drawing, a script or a stylesheet.

    Its first part is that of a known version: what else has dots there is software's or a measure.
    """
    known = context.facts.version_numbers
    majors = {number.split(".")[0] for number in known}
    for file, text in project.other_texts.items():
        pattern = next((pattern for ending, pattern in READ.items() if file.endswith(ending)), None)
        for match in pattern.finditer(text) if pattern else ():
            for found in find_versions(match.group(1), known):
                if found.number not in known and found.number.split(".")[0] in majors:
                    location = location_at(file, text, match.start(1) + found.start, found.end - found.start)
                    yield VERSION_UNKNOWN.problem(location, *unknown(found.number, context.facts, match.group(1)))
