"""Scopes: what a check looks at, and what must be known before it can."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from portal.checks.context import Context, FactsContext, SiteContext
from portal.problems import Code, Problem

S = TypeVar("S")
C = TypeVar("C", bound=Context)
ScopeName = Literal["reading", "source", "page", "pair", "project", "dates", "site"]


@dataclass(frozen=True)
class Scope(Generic[S, C]):
    """What a check looks at, one after another, and what must be known before it can."""

    name: ScopeName
    needs: type[C]
    subjects: Callable[[C], Iterable[S]]


@dataclass(frozen=True)
class Check:
    """A line of the table. ``find`` yields the problems that the check finds with what is known."""

    scope: ScopeName
    find: Callable[[Context], Iterable[Problem]]
    codes: tuple[Code, ...]


def check(scope: Scope[S, C], run: Callable[[S, C], Iterable[Problem]], *codes: Code) -> Check:
    """Return the check that calls ``run`` with each subject of a scope; it finds nothing while too little is known."""

    def find(context: Context) -> Iterator[Problem]:
        if isinstance(context, scope.needs):
            for subject in scope.subjects(context):
                yield from run(subject, context)

    return Check(scope.name, find, codes)


# Before a build can begin: what the project is made of. All the others find problems in a site that can be built.
READING = Scope("reading", Context, lambda context: (context.project,))
SOURCE = Scope("source", Context, lambda context: context.project.sources)
PAGE = Scope("page", FactsContext, lambda context: context.pages)
PAIR = Scope("pair", FactsContext, lambda context: context.pairs)
PROJECT = Scope("project", FactsContext, lambda context: (context.project,))
DATES = Scope("dates", FactsContext, lambda context: (context.facts,))  # `make check-dates` asks for these alone
SITE = Scope("site", SiteContext, lambda context: (context.site,))
