"""Wrong language: German sentences on an English page, and English ones on a German page.

Stop words decide: the small words that every sentence has. Words of both languages (in, an, am, was, will) are no sign.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from portal.checks.context import FactsContext, Page
from portal.languages import LANGUAGES, Language
from portal.problems import Code, Problem
from portal.problems.messages import say

LANGUAGE_SLIP = Code(
    "language-slip",
    why=say("The sentence consists of words of the other language."),
    fix=say("Translate it. Names of buttons are bold and may stay as they are."),
    example=say("this reads as German on a page in English"),
)

FOLDER = Path(__file__).with_name("stop_words")
STOP_WORDS = {language: frozenset((FOLDER / f"{language}.txt").read_text("utf-8").split()) for language in LANGUAGES}
# What a sentence may contain of another language: names as the product writes them, code, addresses, glosses, marks.
# Bounded, so that what is never closed is not searched to the end again and again.
ASIDE = re.compile(
    r"\*\*.{1,500}?\*\*|`[^`]*`|\]\([^)]{0,500}\)|https?://\S+|<[^>]{0,500}>|\{[^}]{0,500}\}"
    r"|(?<=\w )\([^()]*\)|[„“\"”][^„“\"”]*[“\"”]"
)
WORD = re.compile(r"[a-zäöüß]+")
UMLAUT = re.compile(r"[äöüß]")


def check_language(page: Page, _: FactsContext) -> Iterator[Problem]:
    """Yield a problem where a sentence has two stop words of the other language, and half as many again as its own."""
    for sentence in page.prose:
        language = page.source.language_at(sentence.location().file)
        if is_slip(sentence.text, language):
            hint = say("translate it; names of buttons stand in bold: **Zum nächsten Schritt**")
            message = (
                say("this reads as German on a page in English")
                if language == "en"
                else say("this reads as English on a page in German")
            )
            yield LANGUAGE_SLIP.problem(sentence.location(), message, hint)


def is_slip(text: str, language: Language) -> bool:
    """Whether a sentence on a page in ``language`` is in the other."""
    text = ASIDE.sub(" ", text).lower()
    words = WORD.findall(text)
    other: Language = "en" if language == "de" else "de"
    counts = {kind: sum(map(STOP_WORDS[kind].__contains__, words)) for kind in (language, other)}
    if UMLAUT.search(text):
        counts["de"] += sum(bool(UMLAUT.search(word)) for word in words if word not in STOP_WORDS["de"])
    return counts[other] >= 2 and counts[other] > 1.5 * counts[language]
