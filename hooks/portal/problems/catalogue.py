"""The catalogue: German translations of messages, and the language to report in."""

import os
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from portal.languages import Language
from portal.problems.messages import Message

FOLDER = Path(__file__).with_name("locale")


def wanted_language(environment: Mapping[str, str]) -> Language:
    """Return the language that the environment selects: German, or else English.

    POSIX.1-2017, 8.2: the first non-empty one of LC_ALL, LC_MESSAGES and LANG. GNU gettext, 2.3.3: LANGUAGE lists
    languages to try first, unless the locale is C.
    """
    locale = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "C")
    if re.fullmatch(r"C|POSIX|C\..*", locale):
        return "en"
    for name in (*environment.get("LANGUAGE", "").split(":"), locale):
        if match := re.match(r"(de|en)(?![a-z])", name):
            return "de" if match.group(1) == "de" else "en"
    return "en"


@cache
def read_catalogue(language: Language) -> Mapping[str, str]:
    """Return message templates and their translations; empty for English."""
    if language == "en":
        return {}
    from babel.messages.pofile import read_po  # noqa: PLC0415 - the import takes longer than a report

    with (FOLDER / f"{language}.po").open("rb") as file:
        return {str(message.id): str(message.string) for message in read_po(file) if message.id}


def in_words(text: str, language: Language) -> str:
    """Return a message in a language; a plain string is returned unchanged."""
    return text.in_words_of(read_catalogue(language)) if isinstance(text, Message) else text


def in_wanted_words(text: str) -> str:
    """Return a message in the language that this process's environment selects."""
    return in_words(text, wanted_language(os.environ))
