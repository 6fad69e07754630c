"""What the formats share: problems folded where many are the same, texts without control characters, fingerprints."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from hashlib import sha256

from portal.languages import Language
from portal.problems import Problem, merge
from portal.problems.catalogue import in_words
from portal.problems.messages import say

SHOWN = 3  # places of the same fault that are shown in full
UNSAFE = {
    "Cc",
    "Cf",
    "Cs",
    "Zl",
    "Zp",
}  # Unicode categories: they move the cursor, hide or reorder text, or break lines


def fold(problems: Iterable[Problem]) -> list[tuple[Problem, list[Problem]]]:
    """Return the problems by place. Beside the third of a code and subject stand all further ones of the same."""
    told: list[tuple[Problem, list[Problem]]] = []
    same: dict[tuple[str, str], list[tuple[Problem, list[Problem]]]] = defaultdict(list)
    for problem in merge(problems):
        alike = same[problem.code, problem.subject]
        if problem.subject and len(alike) == SHOWN:
            alike[-1][1].append(problem)
        else:
            told.append((problem, []))
            alike.append(told[-1])
    return told


def safe(text: str, keep: str = "") -> str:
    """Return a text with its control and format characters escaped as in Python, but for those to ``keep``."""
    if text.isprintable():
        return text
    return "".join(
        char.encode("unicode_escape").decode() if unicodedata.category(char) in UNSAFE and char not in keep else char
        for char in text
    )


def full_text(problem: Problem, language: Language) -> str:
    """Return message and hint in a language, each on a line of its own."""
    message = in_words(problem.message, language)
    if not problem.hint:
        return message
    hint = say("hint: {hint}", hint=problem.hint)
    return f"{message}\n{in_words(hint, language)}"


def count(problems: Iterable[Problem]) -> tuple[int, int]:
    """Return how many of the problems are errors, and how many are warnings."""
    severities = Counter(problem.severity for problem in problems)
    return severities["error"], severities["warning"]


def fingerprints(problems: Iterable[Problem]) -> list[str]:
    """Return a fingerprint of each problem, in their order: 32 hexadecimal digits.

    It holds while lines shift and whatever the language of the report: made from code, file, English message, and how
    many of the same stand above.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    found = []
    for problem in problems:
        key = (problem.code, problem.location.file, str(problem.message))
        seen[key] += 1
        words = "\0".join((*key, str(seen[key])))
        found.append(sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:32])
    return found
