"""The list of terms: what each thing is called, and the words that are reported, in docs/terms.yml."""

import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from pydantic import ConfigDict, RootModel

from portal.languages import Language
from portal.problems import Code, Problem
from portal.problems.messages import say
from portal.sources.model_file import Words, read_model

FILE = "terms.yml"
TERMS_INVALID = Code(
    "terms-invalid",
    why=say("`docs/terms.yml` says what each thing is called, in each language, and what not to call it."),
    fix=say("Correct the line that is shown: a language, below it the terms, each with a list of words to report."),
    example=say("{name} is not right: {reason}", name="de.Anwender", reason=say("Input should be a valid list")),
)


class Terms(RootModel[dict[Language, dict[Words, tuple[Words, ...]]]]):
    """The terms of each language, each with the words that are reported."""

    model_config = ConfigDict(frozen=True)
    root: dict[Language, dict[Words, tuple[Words, ...]]] = {}

    @cached_property
    def variants(self) -> Mapping[Language, Mapping[str, str]]:
        """The words that are reported, in lower case, each with the term to write."""
        return {
            language: {fold(word): term for term, words in terms.items() for word in words}
            for language, terms in self.root.items()
        }

    @cached_property
    def patterns(self) -> Mapping[Language, re.Pattern[str]]:
        """What finds them: whole words, the longest first, with any white space for their blanks."""
        return {
            language: re.compile(
                r"(?<![\w-])(?:"
                + "|".join(r"\s+".join(map(re.escape, word.split())) for word in sorted(words, key=len, reverse=True))
                + r")(?![\w-])",
                re.IGNORECASE,
            )
            for language, words in self.variants.items()
            if words
        }


def fold(words: str) -> str:
    """Return words in lower case, with one blank between them."""
    return " ".join(words.lower().split())


def read_word_list(docs: Path) -> tuple[Terms, tuple[Problem, ...]]:
    """Read terms.yml below ``docs``. It never raises for what stands in it; without the file, there are no terms.

    No words are reported for two terms, and no term is reported itself: whoever follows one hint would get another.
    """
    terms, problems, document = read_model(docs, FILE, Terms, TERMS_INVALID)
    found = list(problems)
    for language, by_term in terms.root.items() if document else ():
        seen = {fold(term) for term in by_term}
        for term, words in by_term.items():
            for number, word in enumerate(words):
                if fold(word) in seen and document:
                    message = say("{words} is a term, or stands here twice", words=word)
                    found.append(TERMS_INVALID.problem(document.location((language, term, number)), message))
                seen.add(fold(word))
    return (Terms() if found else terms), tuple(found)
