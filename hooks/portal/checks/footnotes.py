"""Footnotes: each text is read by somebody, from a mark in the page."""

import re
from collections.abc import Iterator

from portal.checks.context import Context
from portal.problems import Code, Problem, nearest
from portal.problems.messages import say
from portal.sources.page import Source

FOOTNOTE_UNUSED = Code(
    "footnote-unused",
    why=say("Readers come to a footnote from its mark in the text. Without one, nobody knows what it belongs to."),
    fix=say("Write the mark, `[^1]`, where the footnote belongs, or remove its text."),
    example=say("no place on this page refers to the footnote {label}", label="1"),
)
LABEL = re.compile(r"[\w-]+")


def check_footnotes(source: Source, _: Context) -> Iterator[Problem]:
    """Yield a problem for each footnote's text that no mark leads to, or that another of its label replaces."""
    marks = {label for label, _, _ in source.footnote_marks}
    last = {str(one.value): one for one in source.footnotes}
    defined = set(last)
    for one in source.footnotes:
        label = str(one.value)
        if not LABEL.fullmatch(label):
            message = say("the label of a footnote is letters, digits and hyphens, not “{label}”", label=label)
            yield FOOTNOTE_UNUSED.problem(one.location, message, say("write for example [^1]"))
        elif last[label] is not one:
            message = say("readers never see this text: the footnote {label} has another", label=label)
            hint = say("give it a label of its own; the other is in line {line}", line=last[label].location.line)
            yield FOOTNOTE_UNUSED.problem(one.location, message, hint)
        elif label not in marks:
            near = nearest(label, marks - defined)
            message = say("no place on this page refers to the footnote {label}", label=label)
            hint = say("write [^{label}] where it belongs", label=label)
            hint = say("the page refers to [^{near}]: write the same label", near=near) if near else hint
            yield FOOTNOTE_UNUSED.problem(one.location, message, hint)
