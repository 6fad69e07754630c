"""Codes of problems for tests: any name will do."""

from portal.problems import Code
from portal.problems.messages import say


def code(name: str = "a-b") -> Code:
    """Return the code of a name, with some reason and fix."""
    return Code(name, why=say("readers are {lost}", lost="lost"), fix=say("write `x`"), example="it is wrong")
