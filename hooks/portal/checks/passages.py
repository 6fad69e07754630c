"""Passages: whether each is part of a page."""

from collections.abc import Iterator

from portal.checks.context import FactsContext
from portal.formats.folders import files_below
from portal.languages import LANGUAGES
from portal.problems import Code, Location, Problem
from portal.problems.messages import say
from portal.sources.project import Project

PASSAGE_UNUSED = Code(
    "passage-unused",
    why=say("A passage that no page includes reaches no reader, but still has to be maintained and translated."),
    fix=say('Include it in a page, `{{% include "shared/….md" %}}`, or remove the file.'),
    example=say("no page includes this passage"),
)


def check_passages(project: Project, _: FactsContext) -> Iterator[Problem]:
    """Yield a problem for each shared passage that no page of its language includes."""
    used = {line.file for source in project.sources for line in source.lines}
    for language in LANGUAGES:
        folder = project.docs / language / "shared"
        for path in sorted(files_below(folder)) if folder.is_dir() else ():
            file = f"{project.docs.name}/{language}/{path.relative_to(project.docs / language).as_posix()}"
            if path.suffix == ".md" and not path.name.startswith(".") and file not in used and path.stat().st_size:
                words = f'{{% include "shared/{path.relative_to(folder).as_posix()}" %}}'
                hint = say("write {words} in a page, or remove the file", words=words)
                yield PASSAGE_UNUSED.problem(Location(file), say("no page includes this passage"), hint)
