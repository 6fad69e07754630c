"""Problem codes for tests."""

from portal.problems import Code
from portal.problems.messages import say


def code(name: str = "a-b") -> Code:
    """Return a code with this name and arbitrary texts."""
    return Code(
        name,
        why=say("readers are {lost}", lost="lost"),
        fix=say("write `x`"),
        example=say("it is {wrong}", wrong="wrong"),
    )
