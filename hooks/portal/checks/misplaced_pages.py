"""Misplaced pages: two pages with one address, and Markdown that belongs to no language."""

from collections.abc import Iterator

from portal.checks.context import Context
from portal.formats.folders import files_below
from portal.languages import DEFAULT, LANGUAGES
from portal.problems import Code, Location, Problem
from portal.problems.messages import say
from portal.sources.page import Source
from portal.sources.project import Project

PAGE_MISPLACED = Code(
    "page-misplaced",
    why=say(
        "MkDocs would publish this file at an address of its own, outside both languages; or two pages have the "
        "same address, and one of them would be lost."
    ),
    fix=say("Move or rename the file."),
    example=say("this Markdown file is no page of a language"),
)

MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")  # what MkDocs takes for a page


def check_urls(project: Project, _: Context) -> Iterator[Problem]:
    """Yield a problem for two pages of one address, and for Markdown that is no page.

    That is what lies outside the languages, or does not end with ``.md``.
    """
    docs = project.docs
    by_url: dict[str, Source] = {}
    for source in project.sources:
        other = by_url.setdefault(source.site_path, source)
        if other is not source:
            message = say("this page has the address of {file}", file=other.file)
            yield PAGE_MISPLACED.problem(Location(source.file), message, say("rename one of them"))
    for path in files_below(docs):
        inside = path.relative_to(docs)
        if path.suffix in MARKDOWN and (inside.parts[0] not in LANGUAGES or path.suffix != ".md"):
            message = say("this Markdown file is no page of a language")
            hint = say(
                "move it below {folder} with the ending .md, or out of {docs}",
                folder=f"{docs.name}/{DEFAULT}/",
                docs=f"{docs.name}/",
            )
            yield PAGE_MISPLACED.problem(Location(f"{docs.name}/{inside.as_posix()}"), message, hint)
