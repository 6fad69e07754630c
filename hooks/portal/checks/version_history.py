"""The version history: newest entry first, and its newest entries are what facts.yml states."""

from collections.abc import Iterator, Mapping

from portal.checks.context import FactsContext, Page
from portal.problems import Code, Problem
from portal.problems.messages import say
from portal.sources.facts import ClientVersion, Facts
from portal.sources.history import PATH, Entry, read_history
from portal.sources.page import Source

HISTORY_ORDER = Code(
    "history-order",
    why=say("The version history begins with the newest entry, and a platform's newer entry has the higher version."),
    fix=say("Sort the rows by date, the newest first, and check their versions."),
    example=say("{day} stands below {other}", day="2026-11-22", other="2026-11-21"),
)
HISTORY_MISSING = Code(
    "history-missing",
    why=say(
        "Each platform in `facts.yml` has an entry in the version history; readers and the feed learn of its "
        "version there."
    ),
    fix=say("Add a row at the top of the history, in both languages."),
    example=say("the history has no entry for {key}", key="android.minimum"),
)
HISTORY_STALE = Code(
    "history-stale",
    why=say(
        "The newest entry of each platform states the version in `facts.yml`. Old versions are allowed in the "
        "history and nowhere else."
    ),
    fix=say("When a version has changed in `facts.yml`, add a row at the top of the history, in both languages."),
    example=say(
        "the newest entry for {platform} is {number}, and facts.yml says {value}",
        platform="Android",
        number="23.9.26",
        value="23.9.30",
    ),
)


def check_history(page: Page, _: FactsContext) -> Iterator[Problem]:
    """Yield a problem where the history is not newest first, or its newest entry is not what facts.yml says."""
    source, facts = page.source, page.facts
    if source.path != PATH:
        return
    entries, problems = read_history(source, facts)
    yield from problems
    newest: dict[str, Entry] = {}
    for before, entry in zip([None, *entries], entries, strict=False):
        location = entry.line.location(0, len(entry.line.text))
        if before and entry.day > before.day:
            message = say("{day} stands below {other}", day=entry.day, other=before.day)
            yield HISTORY_ORDER.problem(location, message, say("the newest entry stands first"))
        later = newest.setdefault(entry.key, entry)
        family = facts.versions[entry.key].family
        if ClientVersion(later.number, family) < ClientVersion(entry.number, family):
            message = say(
                "{number} is older here and has the higher number than {later}",
                number=entry.number,
                later=later.number,
            )
            yield HISTORY_ORDER.problem(location, message)
    yield from _check_newest(newest, source, facts)


def _check_newest(newest: Mapping[str, Entry], source: Source, facts: Facts) -> Iterator[Problem]:
    for key, version in facts.versions.items():
        entry = newest.get(key)
        if entry is None:
            if source.lines:
                message = say("the history has no entry for {key}", key=key)
                yield HISTORY_MISSING.problem(source.lines[0].location(), message, say("add a row on top"))
        elif entry.number != version.value:
            message = say(
                "the newest entry for {platform} is {number}, and facts.yml says {value}",
                platform=entry.label,
                number=entry.number,
                value=version.value,
            )
            hint = say("add a row on top of the history, or correct facts.yml")
            yield HISTORY_STALE.problem(entry.line.location(0, len(entry.line.text)), message, hint)
