"""Exceptions: ``<!-- allow version-unknown: reason -->`` hides one kind of problem on its line, or on the next.

An exception needs a reason, and one that hides nothing is itself a problem.
"""

from collections.abc import Iterable

from portal.problems import Problem, nearest
from portal.problems.messages import say
from portal.sources.page import Source


def apply_suppressions(problems: Iterable[Problem], sources: Iterable[Source], codes: Iterable[str]) -> list[Problem]:
    """Return the problems that no exception of ``sources`` hides, and those of the suppressions themselves.

    ``codes`` are the codes that an exception may name.
    """
    allowed = {exception.location: exception for source in sources for exception in source.suppressions}.values()
    used, left = set(), []
    for problem in problems:
        hiding = [
            e
            for e in allowed
            if e.code == problem.code and (e.location.file, e.covers) == (problem.location.file, problem.location.line)
        ]
        used.update(hiding)
        if not any(exception.reason for exception in hiding):
            left.append(problem)
    for exception in allowed:
        if exception.code not in codes:
            near = nearest(exception.code, codes)
            message = say("{code} is no problem's code", code=exception.code)
            hint = say("write {word}", word=near) if near else say("the codes are in hooks/CODES.md")
            left.append(Problem("exception-invalid", exception.location, message, hint))
        elif not exception.reason:
            message = say("this exception gives no reason")
            hint = say("write `<!-- allow {code}: why -->`", code=exception.code)
            left.append(Problem("exception-invalid", exception.location, message, hint))
        elif exception not in used:
            message = say("this exception hides nothing: there is no {code} here", code=exception.code)
            left.append(Problem("exception-unused", exception.location, message, say("remove it")))
    return left
