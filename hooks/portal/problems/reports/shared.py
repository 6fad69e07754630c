"""What the formats share: folding of repeated problems, escaping of control characters, fingerprints."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from hashlib import sha256

from portal.languages import Language
from portal.problems import Problem, merge
from portal.problems.catalogue import in_words
from portal.problems.messages import say

SHOWN = 3  # locations of the same problem that are shown in full
UNSAFE = {
    "Cc",
    "Cf",
    "Cs",
    "Zl",
    "Zp",
}  # Unicode categories: they move the cursor, hide or reorder text, or break lines


def fold(problems: Iterable[Problem]) -> list[tuple[Problem, list[Problem]]]:
    """Return the problems by location. The third with the same code and subject is paired with all further ones."""
    folded: list[tuple[Problem, list[Problem]]] = []
    same: dict[tuple[str, str], list[tuple[Problem, list[Problem]]]] = defaultdict(list)
    for problem in merge(problems):
        alike = same[problem.code, problem.subject]
        if problem.subject and len(alike) == SHOWN:
            alike[-1][1].append(problem)
        else:
            folded.append((problem, []))
            alike.append(folded[-1])
    return folded


def safe(text: str, keep: str = "") -> str:
    """Return a text with control and format characters, except those in ``keep``, escaped as in Python."""
    if text.isprintable():
        return text
    return "".join(
        char.encode("unicode_escape").decode() if unicodedata.category(char) in UNSAFE and char not in keep else char
        for char in text
    )


def full_text(problem: Problem, language: Language) -> str:
    """Return message and hint in a language, on one line each."""
    message = in_words(problem.message, language)
    if not problem.hint:
        return message
    hint = say("hint: {hint}", hint=problem.hint)
    return f"{message}\n{in_words(hint, language)}"


def count(problems: Iterable[Problem]) -> tuple[int, int]:
    """Return the number of errors and of warnings."""
    severities = Counter(problem.severity for problem in problems)
    return severities["error"], severities["warning"]


def fingerprints(problems: Iterable[Problem]) -> list[str]:
    """Return a fingerprint of each problem, in their order: 32 hexadecimal digits.

    It depends on code, file, English message and the number of identical problems above, so that it survives shifted
    lines and does not depend on the report's language.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    found = []
    for problem in problems:
        key = (problem.code, problem.location.file, str(problem.message))
        seen[key] += 1
        words = "\0".join((*key, str(seen[key])))
        found.append(sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:32])
    return found
