"""Upkeep of facts.yml: a fact that nothing uses, and a fact whose review is due."""

from collections.abc import Iterator

from portal.checks.context import FactsContext
from portal.checks.placeholder_forms import find_forms, find_words
from portal.checks.placeholder_text import placeholder_problem
from portal.checks.security_txt import CONTACT
from portal.formats.yaml import place_within
from portal.problems import Code, Problem
from portal.problems.messages import say
from portal.sources.facts import Facts
from portal.sources.project import Project

FACT_UNUSED = Code(
    "fact-unused",
    why=say("Nobody notices when an unused fact becomes outdated."),
    fix=say("Use the fact in a page, or remove it from `facts.yml`."),
    example=say("no page uses {key}", key="link.old"),
)
FACT_OVERDUE = Code(
    "fact-overdue",
    why=say("The day in `review_by` has passed. `make check-dates` fails because of it; an ordinary build does not."),
    fix=say("Compare the value with its source, then set `checked` to today and `review_by` to a new day."),
    example=say("{key} was to be reviewed by {day}", key="android.minimum", day="2027-05-01"),
    severity="warning",
)


def check_unused(project: Project, context: FactsContext) -> Iterator[Problem]:
    """Yield a problem for each fact that no page and no template uses.

    Where the templates are unknown, none counts as unused.
    """
    if project.templates is None:
        return
    facts = context.facts
    texts = (*project.sources, *project.notice_texts, *project.drawings.texts)
    used = {CONTACT} | {placeholder.key for source in texts for placeholder in source.placeholders}
    words = "\n".join(text for name, text in project.other_texts.items() if name.endswith(".html"))
    for key in (*facts.versions, *facts.durations, *facts.addresses):
        names = {key, f"{key}.workplaces", f"{key}.minutes"}
        if not names & used and f'"{key}"' not in words:
            yield FACT_UNUSED.problem(
                context.locations[key], say("no page uses {key}", key=key), say("use it, or remove it")
            )


def check_fact_texts(project: Project, _: FactsContext) -> Iterator[Problem]:
    """Yield a problem for each text of facts.yml that stands for another, such as example.com or TODO, at its words."""
    document = project.facts_file.document
    for path, location in document.values.items() if document else ():
        text = document.at(path) if document else None
        if not isinstance(text, str):
            continue
        for start, end in sorted({*(one.span() for one in find_words(text)), *find_forms(text)})[:1]:
            words = text[start:end]
            yield placeholder_problem(place_within(location, words, project.other_texts[location.file]), words)


def check_overdue(facts: Facts, context: FactsContext) -> Iterator[Problem]:
    """Yield a warning for each fact whose ``review_by`` is before today."""
    for key, fact in (facts.versions | facts.durations | facts.addresses).items():
        if fact.review_by and fact.review_by < context.today:
            message = say("{key} was to be reviewed by {day}", key=key, day=fact.review_by)
            hint = say("compare it with its source, then set `checked` to today and a new `review_by`")
            yield FACT_OVERDUE.problem(context.locations[key], message, hint)
