"""The build: MkDocs with the project's hooks, after what would keep the hooks from telling what is wrong."""

from pathlib import Path

from portal.checks.encodings import find_wrong_byte
from portal.checks.generator_config import check_generator
from portal.problems.catalogue import in_wanted_words
from portal.problems.messages import say
from portal.problems.reports import build_stopped, report_problems
from portal.sources.project import Project


def run_build(docs: Path, site: Path | None = None) -> int:
    """Build the project of the folder ``docs`` into ``site``, by default into the folder that mkdocs.yml names.

    Return 1 for problems. MkDocs ends the process itself, with such a status, too.
    """
    project = Project.around(docs)
    if project.config_file is None:
        print(build_stopped(say("there is no file {path}", path=docs.parent / "mkdocs.yml")))
        return 1
    problems = list(find_wrong_byte(project.config_file, docs.parent))
    if problems := problems or [*project.config[1], *check_generator(project)]:
        report_problems(problems, docs.parent)
        print(in_wanted_words(say("Nothing was built; the last good site is untouched.")))
        return 1
    from mkdocs.__main__ import cli  # noqa: PLC0415 - what is wrong with mkdocs.yml is told without it

    options = ["--site-dir", str(site.resolve())] if site else []
    cli(["build", "--strict", "--config-file", str(project.config_file), *options], prog_name="mkdocs")
    return 0
