"""YAML errors in words that editors understand, and that can be translated, instead of the parser's."""

import re
from typing import NamedTuple

import yaml

from portal.problems.messages import Message, say


class Explanation(NamedTuple):
    """What is wrong, what to do, and whether to look where the construct began, not where the parser noticed."""

    message: Message
    hint: Message
    at_begin: bool = False


TOO_MANY = "too many nodes"  # what we say ourselves
QUOTES = say("put the value in quotes")
# What PyYAML says (yaml.scanner, yaml.parser, yaml.composer, yaml.constructor), as "context: problem".
KNOWN = {
    r"character '\\t'": Explanation(say("a tab can't stand here"), say("write spaces instead")),
    r"character '.' that cannot start": Explanation(say("a value can't begin with this character"), QUOTES),
    r"mapping values are not allowed": Explanation(
        say("a colon can't stand here"),
        say("put a value with a colon in quotes; else look at the indentation here and at the line above"),
    ),
    r"could not find expected ':'": Explanation(
        say("this line lacks a colon with a space behind it"), say("write `key: value`"), at_begin=True
    ),
    r"quoted scalar: found unexpected": Explanation(
        say("this quote is never closed"), say("write the closing quote"), at_begin=True
    ),
    r"quoted scalar: (?:found unknown escape|expected escape)": Explanation(
        say("a backslash has a meaning of its own in double quotes"),
        say("write two backslashes, or put the value in single quotes"),
    ),
    r"expected ',' or '[\]}]'": Explanation(
        say("this bracket is never closed, or a comma is missing in it"), say("write what is missing"), at_begin=True
    ),
    r"expected the node content": Explanation(
        say("a value is missing here"), say("write the value, or remove the sign that it should stand before")
    ),
    r"found '<scalar>'": Explanation(
        say("text stands behind the end of a value"),
        say("put the whole value in quotes; quotes within it are of the other kind"),
    ),
    r"expected <block end>": Explanation(
        say("this line is indented in another way than those that it belongs to"),
        say("lines that belong together begin in the same column, with spaces"),
    ),
    r"sequence entries are not allowed": Explanation(
        say("a list can't begin here"), say("begin it on a line of its own, or put the value in quotes")
    ),
    r"scanning an (?:alias|anchor)|undefined alias|duplicate anchor": Explanation(
        say("a value can't begin with this character"), QUOTES
    ),
    r"unhashable key": Explanation(say("YAML takes these brackets for data"), QUOTES),
    r"block scalar": Explanation(
        say("nothing may follow | or > on its line"), say("begin the text on the next line, or put it in quotes")
    ),
    TOO_MANY: Explanation(say("aliases (*) repeat each other too often"), say("write the values out")),
    r"another document|document separator": Explanation(say("a line --- can't stand here"), say("remove the line")),
}
PATTERNS = tuple((re.compile(pattern), explanation) for pattern, explanation in KNOWN.items())


def explain(error: yaml.YAMLError | ValueError) -> Explanation:
    """Return an error of PyYAML in our words; one that is not known keeps the parser's, as a quotation."""
    problem = getattr(error, "problem", None) or error
    words = f"{getattr(error, 'context', None)}: {problem}"
    for pattern, explanation in PATTERNS:
        if pattern.search(words):
            return explanation._replace(message=say("not valid YAML: {reason}", reason=explanation.message))
    message = say("not valid YAML; the parser says “{reason}”", reason=problem)
    return Explanation(message, say("look at the indentation, the colons and the quotes here"))
