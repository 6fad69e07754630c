"""Problems: what is wrong, where, how to fix it, and how it is said."""

from portal.problems.problem import Location, Problem, Severity, merge, nearest

__all__ = ["Location", "Problem", "Severity", "merge", "nearest"]
