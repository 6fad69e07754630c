"""Exceptions: ``<!-- allow version-unknown: reason -->`` hides one kind of problem on its line, or on the next.

An exception needs a reason, and one that hides nothing is itself a problem.
"""

from collections.abc import Iterable

from portal.problems import Code, Problem, nearest
from portal.problems.messages import say
from portal.sources.page import Source

EXCEPTION_INVALID = Code(
    "exception-invalid",
    why=say("An exception names the code of a problem and a reason."),
    fix=say("Complete it: `<!-- allow version-unknown: why -->`."),
    example=say("this exception gives no reason"),
)
EXCEPTION_UNUSED = Code(
    "exception-unused",
    why=say("An exception that hides nothing would hide the next mistake at its place."),
    fix=say("Remove it."),
    example=say("this exception hides nothing: there is no {code} here", code="version-unknown"),
)


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
            hint = say("write {word}", word=near) if near else say("`portal explain` lists the codes")
            left.append(EXCEPTION_INVALID.problem(exception.location, message, hint))
        elif not exception.reason:
            message = say("this exception gives no reason")
            hint = say("write `<!-- allow {code}: why -->`", code=exception.code)
            left.append(EXCEPTION_INVALID.problem(exception.location, message, hint))
        elif exception not in used:
            message = say("this exception hides nothing: there is no {code} here", code=exception.code)
            left.append(EXCEPTION_UNUSED.problem(exception.location, message, say("remove it")))
    return left
