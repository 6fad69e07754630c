"""Problems: what is wrong, where, how to fix it, and how it is reported."""

from portal.problems.problem import Code, Location, Problem, Severity, merge, nearest

__all__ = ["Code", "Location", "Problem", "Severity", "merge", "nearest"]
