"""Data for other systems: an Atom feed of the version history per language, and the facts as JSON."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, time

from feedgenerator import Atom1Feed

from portal.languages import Language
from portal.sources.facts import Fact, Facts
from portal.sources.history import Entry

SCHEMA = 2  # version of facts.json: raised when a name or a meaning changes, not when facts or fields are added
RULE = "examples, not a formula"  # how the durations are to be read


def atom_feed(
    entries: Sequence[Entry], title: str, author: str, page_url: str, feed_url: str, language: Language
) -> str:
    """Return the history as an Atom feed (RFC 4287), newest entry first, with the page's wording.

    ``title`` and ``author`` are the page's heading and the site's name. An entry's id is the page's address with the
    fact and the version as fragment, so it never changes.
    """
    feed = Atom1Feed(
        title=title, link=page_url, description=None, language=language, feed_url=feed_url, author_name=author
    )
    for entry in entries:
        day = datetime.combine(entry.day, time(), UTC)
        feed.add_item(
            title=f"{entry.label} {entry.number}",
            link=f"{page_url}#history",
            unique_id=f"{page_url}#{entry.key}-{entry.number}",
            description=entry.line.text.strip().strip("|").replace("|", "·").strip(),
            pubdate=day,
            updateddate=day,
        )
    text: str = feed.writeString("utf-8")
    return text


def facts_json(facts: Facts) -> str:
    """Return versions, thresholds and durations as JSON; addresses are internal to the portal.

    Each says where it comes from, when it was last compared with that, and by when it will be again, if that is set.
    """
    versions = {
        key: {"value": fact.value, "family": fact.family, **_origin(fact)} for key, fact in facts.versions.items()
    }
    minimum = {key for key in versions if key.endswith(".minimum")}
    document = {
        "schema": SCHEMA,
        "versions": {key: version for key, version in versions.items() if key in minimum},
        "thresholds": {key: version for key, version in versions.items() if key not in minimum},
        "durations": {
            "rule": RULE,
            "examples": [
                {"workplaces": one.workplaces, "minutes": one.minutes, **_origin(one)}
                for one in facts.durations.values()
            ],
        },
    }
    return json.dumps(document, indent=2) + "\n"


def _origin(fact: Fact) -> dict[str, str | None]:
    review_by = fact.review_by.isoformat() if fact.review_by else None
    return {"source": fact.source, "checked": fact.checked.isoformat(), "review_by": review_by}
