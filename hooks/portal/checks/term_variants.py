"""Terms: one thing has one name on every page, the one that docs/terms.yml gives it."""

import re
from collections.abc import Iterator

from portal.checks.context import FactsContext, Page
from portal.problems import Code, Problem
from portal.problems.messages import say
from portal.sources.sentences import Sentence
from portal.sources.word_list import fold

TERM_VARIANT = Code(
    "term-variant",
    why=say(
        "Each thing has one name on every page, or readers look for a difference. `docs/terms.yml` lists the names. "
        "Code, quotations and bold names of buttons may have others."
    ),
    fix=say("Write the term that the hint gives."),
    example=say("this help has another term for “{words}”", words="Telefon-Arbeitsplatz"),
)
# What is no text of ours: code, targets of links, addresses, tags, attributes, quotations, names of buttons. A label
# in bold ends with a colon, and the title of a checklist item stands behind its box.
ASIDE = re.compile(
    r"`[^`]*`|\]\([^)]*\)|^\s*\[[^\]]+\]:.*|https?://\S+|<[^>]*>|\{[^}]*\}|[„“”][^„“”]*[“”]|»[^«]*«|«[^»]*»"
    r"|(?<!\] )\*\*(?=\S)[^*\n]*[^*\s:.!?]\*\*"
)
STRAIGHT = re.compile(r'"[^"]*"')
TITLED = re.compile(r"\s*(?:!!!|\?\?\?\+?|===)\s")  # the title of a note or a tab, in quotes


def check_variants(page: Page, context: FactsContext) -> Iterator[Problem]:
    """Yield a problem for each word that the list of terms has another word for."""
    terms = context.project.terms[0]
    for sentence in page.sentences:
        language = page.source.language_at(sentence.location().file)
        pattern = terms.patterns.get(language)
        if pattern and pattern.search(sentence.text):
            for match in pattern.finditer(_own_words(sentence, page)):
                message = say("this help has another term for “{words}”", words=match.group())
                hint = say("write {term}", term=terms.variants[language][fold(match.group())])
                yield TERM_VARIANT.problem(sentence.location(*match.span()), message, hint)


def _own_words(sentence: Sentence, page: Page) -> str:
    """Return a sentence with blanks for what is no text of ours; titles in quotes are."""
    is_title = TITLED.match(sentence.text) or sentence.lines[0] in page.source.head
    text = sentence.text if is_title else STRAIGHT.sub(_blank, sentence.text)
    return ASIDE.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    return "\0" * len(match.group())
