"""Upkeep of facts.yml: a fact that nothing uses, and a fact whose review is due."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from portal.checks.security_txt import CONTACT
from portal.problems import Location, Problem
from portal.problems.messages import say
from portal.sources.facts import Facts
from portal.sources.page import Source


def check_unused(
    facts: Facts, locations: Mapping[str, Location], sources: Iterable[Source], templates: Path | None
) -> Iterator[Problem]:
    """Yield a problem for each fact that no page and no template uses. ``places`` has each fact's place in facts.yml.

    Where the templates are unknown (None), nobody can tell what is unused.
    """
    if templates is None:
        return
    used = {CONTACT} | {placeholder.key for source in sources for placeholder in source.placeholders}
    words = "\n".join(path.read_text("utf-8", errors="replace") for path in templates.rglob("*.html"))
    for key in (*facts.versions, *facts.durations, *facts.addresses):
        names = {key, f"{key}.workplaces", f"{key}.minutes"}
        if not names & used and f'"{key}"' not in words:
            yield Problem(
                "fact-unused", locations[key], say("no page uses {key}", key=key), say("use it, or remove it")
            )


def check_overdue(facts: Facts, locations: Mapping[str, Location], today: date) -> Iterator[Problem]:
    """Yield a warning for each fact whose ``review_by`` is before ``today``."""
    for key, fact in (facts.versions | facts.durations | facts.addresses).items():
        if fact.review_by and fact.review_by < today:
            message = say("{key} was to be reviewed by {day}", key=key, day=fact.review_by)
            hint = say("compare it with its source, then set `checked` to today and a new `review_by`")
            yield Problem("fact-overdue", locations[key], message, hint, severity="warning")
