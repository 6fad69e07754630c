"""Stale translations: pages whose original has changed since somebody compared the two."""

from collections.abc import Iterator

from portal.checks.context import FactsContext, Pair
from portal.problems import Code, Location, Problem
from portal.problems.messages import say
from portal.sources.freshness import FIELD, is_stale

TRANSLATION_STALE = Code(
    "translation-stale",
    why=say(
        "The German original has changed, and nobody has confirmed that the English page still matches it. Until "
        "then, its readers see a notice with a link to the original."
    ),
    fix=say(
        "Compare the two pages, then run `make confirm PAGE=admin/help`. It shows what changed in the original, "
        "as far as Git knows, asks you, and writes the original's hash into the translation's front matter."
    ),
    example=say("{file} has changed since this translation was last confirmed", file="docs/de/admin/help.md"),
    severity="warning",
)


def check_fresh(pair: Pair, _: FactsContext) -> Iterator[Problem]:
    """Yield a warning for a stale translation; readers of the page see a notice meanwhile."""
    original, translation = pair.original.source, pair.translation.source
    if not is_stale(original, translation):
        return
    location = translation.fields.get(FIELD)
    message = (
        say("{file} has changed since this translation was last confirmed", file=original.file)
        if location
        else say("nobody has confirmed this translation yet")
    )
    page = translation.path.removesuffix(".md")
    hint = say("compare the two, then run `make confirm PAGE={page}`", page=page)
    yield TRANSLATION_STALE.problem(location or Location(translation.file, 1), message, hint)
