"""Numbers in words: what ``sechshundert`` and ``one thousand two hundred`` count."""

import re

from portal.languages import Language

_GERMAN = {
    "ein": 1, "eine": 1, "eins": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8,
    "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16,
    "siebzehn": 17, "achtzehn": 18, "neunzehn": 19, "zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50,
    "sechzig": 60, "siebzig": 70, "achtzig": 80, "neunzig": 90, "hundert": 100, "tausend": 1000,
}  # fmt: skip
_ENGLISH = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000,
}  # fmt: skip
_VALUES = _GERMAN | _ENGLISH
LAST_IN_WORDS = 12  # both languages write small numbers in words


def _longest_first(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_PART = re.compile(rf"{_longest_first(_VALUES)}")
# German writes a number as one word, English as several.
_ONE_ENGLISH = f"(?:{_longest_first(_ENGLISH)})"
NUMBER_WORDS = rf"(?i:\b(?:(?:{_longest_first(_GERMAN)}|und)+|{_ONE_ENGLISH}(?:[\s-]+(?:and\s+)?{_ONE_ENGLISH})*))\b"


def words_of(number: int, language: Language) -> str:
    """Return a number as a language writes it in running text: in words up to twelve, then in digits."""
    words = {value: word for word, value in (_GERMAN if language == "de" else _ENGLISH).items()}
    return words[number] if 0 < number <= LAST_IN_WORDS else str(number)


def number_of(words: str) -> int:
    """Return what a number in words counts: ``zwölfhundert`` is 1200. What is no number counts 0."""
    total = current = 0
    for match in _PART.finditer(words.lower()):
        value = _VALUES[match.group()]
        if value == 1000:
            total, current = total + max(current, 1) * value, 0
        elif value == 100:
            current = max(current, 1) * value
        else:
            current += value
    return total + current
