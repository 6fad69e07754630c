"""Errors of templates in words that can be translated, instead of Jinja's."""

import re

from portal.problems.messages import Message, say

NEVER_CLOSED = say("{word} is never closed", word="")
# What Jinja says (jinja2.lexer, jinja2.parser, jinja2.compiler, jinja2.runtime); a group is the word in the message.
# Of a tag within another that is open, the open one is told.
KNOWN = {
    r"innermost block that needs to be closed is '(\w+)'": NEVER_CLOSED,
    r"[Uu]nexpected end of template": say("braces are never closed"),
    r"Missing end of (?:comment tag|raw directive)": say("a comment is never closed"),
    r"unknown tag '(\w+)'": say("there is no tag {word}, or it closes what is not open", word=""),
    r"'end of (?:print statement|statement block)', got '(.+)'": say("{word} was not expected here", word=""),
    r"got 'end of|^unexpected 'end of": say("something is missing before the closing braces"),
    r"(?:unexpected char |unexpected |got )[\"'](.+?)[\"'](?: at \d+|, expected .*)?$": say(
        "{word} was not expected here", word=""
    ),
    r"No (?:filter|test) named '(\w+)'": say("there is no filter or test {word}", word=""),
    r"block '(\w+)' defined twice": say("the block {word} is defined twice", word=""),
    r"'([^']+)' is undefined": say("{word} has no value here", word=""),
    r"has no (?:attribute|element) '?(\w+)": say("{word} has no value here", word=""),
}
PATTERNS = tuple((re.compile(pattern), message) for pattern, message in KNOWN.items())


def explain(words: str) -> Message:
    """Return what Jinja says about a template in our words; what is not known is quoted."""
    for pattern, message in PATTERNS:
        if found := pattern.search(words):
            return message.with_values(word=found.group(1)) if found.groups() else message
    return say("this template fails with “{reason}”", reason=words)
