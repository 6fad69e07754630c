"""Numbers of checklist items: a page that says how many there are says as many as the list has to tick."""

import re
from collections.abc import Iterator

from portal.checks.checklist import PATH
from portal.checks.context import FactsContext, Page
from portal.problems import Code, Problem
from portal.problems.messages import say
from portal.sources.number_words import NUMBER_WORDS, number_of, words_of
from portal.sources.sentences import Sentence

CHECKLIST_COUNT = Code(
    "checklist-count",
    why=say("Readers would look for an item that the checklist does not have, or stop before the last one."),
    fix=say("Write the number that the hint gives, wherever the report shows one."),
    example=say("this says {said}, and the checklist has {count} to tick", said="neun Punkte", count=10),
)

COUNT = re.compile(
    rf"(?<![\d.,-])(?P<number>\b\d+\b|{NUMBER_WORDS})[\s\xa0-]+(?:(?!(?:of|out|the|der|von|aus)\b)[^\W\d]+\s+)?"
    r"(?:(?:Prüf|Kontroll)?[Pp]unkten?|Einträgen?|points?|items|checks)\b"
)
# Some of the items, not all.
PART = re.compile(
    r"\b(?:erste|letzte|nächste|andere|übrige|restliche|weitere|nur|noch|mindestens|first|last|next|other|remaining"
    r"|further|another|only|at\s+least)[nr]?\s+$",
    re.IGNORECASE,
)
LINK = re.compile(r"\]\((?:\.\./|\./|admin/)*checklist\.md\)")


def check_item_counts(page: Page, context: FactsContext) -> Iterator[Problem]:
    """Yield a problem for each number of items that is not that of the checklist.

    Such a number stands above the list or in its page's front matter, or beside a link to it. What only informs,
    ``- [-]``, does not count.
    """
    source = page.source
    if source.path != PATH and "checklist.md)" not in source.text:
        return
    checklist = context.project.find(source.language, PATH)
    count = sum(not item.informs for item in checklist.items) if checklist else 0
    for sentence in page.sentences if count else ():
        if source.path == PATH and not _is_above(sentence, page):
            continue
        if source.path == PATH or LINK.search(sentence.text):
            yield from _check_sentence(sentence, page, count)


def _is_above(sentence: Sentence, page: Page) -> bool:
    above = (*page.source.head, *page.source.lines[: page.source.items[0].row])
    return any(sentence.lines[0] is line for line in above)


def _check_sentence(sentence: Sentence, page: Page, count: int) -> Iterator[Problem]:
    for match in COUNT.finditer(sentence.text):
        words = match["number"]
        said = int(words) if words.isdigit() else number_of(words)
        if said in (0, 1, count) or PART.search(sentence.text[: match.start()]):
            continue
        wanted = str(count) if words.isdigit() else words_of(count, page.source.language)
        wanted = wanted.capitalize() if words[0].isupper() else wanted
        message = say("this says {said}, and the checklist has {count} to tick", said=match.group(), count=count)
        location = sentence.location(*match.span("number"))
        yield CHECKLIST_COUNT.problem(location, message, say("write {word}", word=wanted))
