"""Language slips: German sentences on an English page, and English ones on a German page.

Stop words decide: the small words that every sentence has. Words of both languages (in, an, am, was, will) are no sign.
"""

import re
from collections.abc import Iterator

from portal.languages import Language
from portal.problems import Problem
from portal.problems.messages import say
from portal.sources.sentences import Sentence

STOP_WORDS: dict[Language, frozenset[str]] = {
    "de": frozenset(
        [
            "der",
            "das",
            "und",
            "ist",
            "nicht",
            "ein",
            "eine",
            "einen",
            "einem",
            "einer",
            "dem",
            "den",
            "des",
            "mit",
            "für",
            "auf",
            "von",
            "zu",
            "im",
            "zum",
            "zur",
            "sie",
            "ihr",
            "ihre",
            "ihren",
            "ihrem",
            "ihrer",
            "wird",
            "werden",
            "wurde",
            "wurden",
            "sind",
            "auch",
            "nach",
            "bei",
            "oder",
            "aber",
            "wenn",
            "wie",
            "dass",
            "diese",
            "dieser",
            "dieses",
            "diesen",
            "kann",
            "können",
            "muss",
            "müssen",
            "haben",
            "aus",
            "über",
            "unter",
            "vor",
            "noch",
            "nur",
            "sich",
            "als",
            "bis",
            "durch",
            "wir",
            "uns",
            "kein",
            "keine",
            "es",
            "er",
            "ab",
            "beim",
            "vom",
            "damit",
            "dann",
            "danach",
            "hier",
            "dort",
            "schon",
            "so",
            "die",
            "am",
            "bitte",
            "vorher",
            "alle",
            "neue",
            "neuen",
            "neuer",
            "immer",
            "mehr",
            "jetzt",
            "wann",
            "wo",
        ]
    ),
    "en": frozenset(
        [
            "the",
            "and",
            "is",
            "not",
            "of",
            "to",
            "for",
            "on",
            "with",
            "you",
            "your",
            "that",
            "this",
            "it",
            "are",
            "be",
            "were",
            "can",
            "from",
            "by",
            "at",
            "or",
            "if",
            "but",
            "when",
            "which",
            "have",
            "has",
            "as",
            "do",
            "does",
            "into",
            "after",
            "before",
            "more",
            "than",
            "then",
            "there",
            "here",
            "they",
            "their",
            "we",
            "our",
            "its",
            "must",
            "should",
            "would",
            "could",
            "been",
            "about",
            "each",
            "only",
            "one",
            "no",
            "nothing",
            "something",
            "any",
            "all",
            "new",
            "old",
            "please",
            "how",
            "what",
            "where",
            "follow",
        ]
    ),
}
# What a sentence may hold of another language: names as the product writes them, code, addresses, glosses, marks.
ASIDE = re.compile(
    r"\*\*.+?\*\*|`[^`]*`|\]\([^)]*\)|https?://\S+|<[^>]*>|\{[^}]*\}|(?<=\w )\([^()]*\)|[„“\"”][^„“\"”]*[“\"”]"
)
WORD = re.compile(r"[a-zäöüß]+")
UMLAUT = re.compile(r"[äöüß]")


def check_language(sentence: Sentence, language: Language) -> Iterator[Problem]:
    """Yield a problem where a sentence has two stop words of the other language, and half as many again as its own."""
    text = ASIDE.sub(" ", sentence.text).lower()
    words = WORD.findall(text)
    other: Language = "en" if language == "de" else "de"
    counts = {kind: sum(map(STOP_WORDS[kind].__contains__, words)) for kind in (language, other)}
    if UMLAUT.search(text):
        counts["de"] += sum(bool(UMLAUT.search(word)) for word in words if word not in STOP_WORDS["de"])
    if counts[other] >= 2 and counts[other] > 1.5 * counts[language]:
        hint = say("translate it; names of buttons stand in bold: **Zum nächsten Schritt**")
        message = (
            say("this reads as German on a page in English")
            if other == "de"
            else say("this reads as English on a page in German")
        )
        yield Problem("language-slip", sentence.location(), message, hint)
