"""Quantities: numbers, dates, times, prices and telephone numbers of a text, as values that no language changes.

A date is the numbers that it is made of, so that "22. November 2026", "November 22, 2026" and 2026-11-22 are the same.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["number", "date", "time", "price", "telephone number"]

MONTHS = (
    "Januar January Jan Jänner",
    "Februar February Feb",
    "März March Mar Mrz",
    "April Apr",
    "Mai May",
    "Juni June Jun",
    "Juli July Jul",
    "August Aug",
    "September Sept Sep",
    "Oktober October Okt Oct",
    "November Nov",
    "Dezember December Dez Dec",
)
MONTH_NUMBERS = {name: str(number) for number, names in enumerate(MONTHS, 1) for name in names.split()}
_MONTH = rf"(?:{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})\b\.?"
_DAY = r"\d{1,2}(?:\.|st\b|nd\b|rd\b|th\b)?"
DATE = re.compile(
    rf"(?<![\w.,])(?:{_DAY}\s+(?:of\s+)?{_MONTH}(?:\s+\d{{4}}(?!\d))?|{_MONTH}\s+\d{{1,2}}(?:st\b|nd\b|rd\b|th\b)?(?!\d|[:.]\d)"
    rf"(?:,?\s+\d{{4}}(?!\d))?|{_MONTH}\s+\d{{4}}(?!\d)|\d{{1,2}}\.\s?\d{{1,2}}\.\s?\d{{4}}(?![\w])|\d{{4}}-\d\d-\d\d(?!\w)"
    r"|\d{1,2}[-/]\d{1,2}[-/]\d{4}(?!\w))"
)
_CLOCK = r"(\d{1,2})(?:[:.](\d\d))?"
_HALF = r"([apAP])(?:\.\s?[mM]\b\.?|[mM]\b)"
TIME = re.compile(
    rf"(?<![\w.,:])(?:{_CLOCK}\s*Uhr\b(?:\s(\d\d)\b(?!\.))?|{_CLOCK}\s*{_HALF}|(\d{{1,2}}):(\d\d)(:\d\d)?(?![\d:]))"
)
# "8 bis 18 Uhr": the first of two times has its word behind the second.
FIRST_OF_TWO = re.compile(
    rf"(?<![\w.,:]){_CLOCK}\s*(?:bis|und|oder|to|and|or|until|[-–—])\s*(?={_CLOCK}\s*(?:Uhr\b|{_HALF}))"
)
PHONE = re.compile(r"(?<![\w.,:/])(?:\+|\(?0)[\d()/ \u00a0\u202f–-]{5,}\d(?![\w:]|[.,]\d)")
NUMBER = re.compile(
    r"(?<!\w)(?<!\d[.,])\d+(?:[.,’]\d+)*(?:[\u00a0\u202f\u2009]\d{3}(?!\d))*(?=\W|$|[A-Za-zäöü]{1,4}\b|_)"
)
GROUPED = re.compile(r"\d{1,3}(?:[.,’\u00a0\u202f\u2009]\d{3})+")
DECIMAL = re.compile(r"\d{1,3}(?:[.,’]\d{3})*[.,]\d+|\d+[.,]\d+")
PRICE = re.compile(r"(?:€|\$|£|\bEUR|\bCHF)\s?$"), re.compile(r"\s?(?:€|\$|£|EUR\b|Euro\b|euros?\b|CHF\b)")
DIGIT = re.compile(r"\d")


FIGURES = re.compile(r"\d(?:[\d.,:]*\d)?")
_BEGINNINGS = "|".join(sorted({name[:3] for names in MONTHS for name in names.split()}))
# A number may be one of a date or a time where one of these stands beside it.
BEFORE = re.compile(rf"(?:{_BEGINNINGS})\w*\.?\s$")
BEHIND = re.compile(rf"(?:st|nd|rd|th)?\.?\s{{0,2}}(?:of )?(?:Uhr|[ap]\.?\s?m|[AP]M|{_BEGINNINGS})")


@dataclass(frozen=True)
class Quantity:
    """A value of a text and where that has it. Equal values have a key in common."""

    kind: Kind
    keys: frozenset[str]
    start: int
    end: int


def plain_figures(text: str) -> frozenset[str] | None:
    """Return the figures of a text whose numbers are neither dates nor times in words; None for another.

    A text with the same figures has the same quantities, and this takes a tenth of the time.
    """
    found = list(FIGURES.finditer(text))
    for match in found:
        if BEHIND.match(text, match.end()) or BEFORE.search(text[max(0, match.start() - 12) : match.start()]):
            return None
    return frozenset(match.group() for match in found)


def find_quantities(text: str) -> list[Quantity]:
    """Return the quantities of a text in their order; versions and other dotted numbers count as they are written."""
    if not DIGIT.search(text):
        return []
    found: list[Quantity] = []
    for pattern, read in ((DATE, _date), (FIRST_OF_TWO, _first), (TIME, _time), (PHONE, _phone)):
        for match in pattern.finditer(text):
            found += read(match)
        text = pattern.sub(_blank, text)
    found += [_number(match) for match in NUMBER.finditer(text)]
    return sorted(found, key=lambda one: one.start)


def _blank(match: re.Match[str]) -> str:
    words = match.group()
    digits = len(re.sub(r"\D", "", words))
    is_phone = match.re is not PHONE or digits >= 6
    return re.sub(r"\S", " ", words) if is_phone else words


def _date(match: re.Match[str]) -> Iterator[Quantity]:
    for part in re.finditer(rf"\d+|{_MONTH}", match.group()):
        words = part.group().rstrip(".")
        kind: Kind = "number" if len(words) == 4 and words.isdigit() else "date"  # a year may be left out
        start = match.start() + part.start()
        yield Quantity(kind, frozenset((MONTH_NUMBERS.get(words) or str(int(words)),)), start, start + len(words))


def _first(match: re.Match[str]) -> Iterator[Quantity]:
    hour, minute, _, _, half = match.groups()
    first = _clock(hour, minute)
    keys = {first, _clock(hour, minute, "p"), _clock(hour, minute, "a")} if half else {first}
    yield Quantity("time", frozenset(keys), match.start(), match.end(2) if minute else match.end(1))


def _time(match: re.Match[str]) -> Iterator[Quantity]:
    hour, minute, behind, hour_12, minute_12, half, plain_hour, plain_minute, second = match.groups()
    if plain_hour:
        key = _clock(plain_hour, plain_minute) + (second or "")
    else:
        key = _clock(hour or hour_12, minute or behind or minute_12, half)
    yield Quantity("time", frozenset((key,)), *match.span())


def _clock(hour: str, minute: str | None, half: str | None = None) -> str:
    """Return the key of a time: t18:00. ``half`` is a or p, where the day has two halves."""
    hours = int(hour)
    if half:
        hours = hours % 12 + 12 * (half in "pP")
    return f"t{hours % 24}:{minute or '00'}"


def _phone(match: re.Match[str]) -> Iterator[Quantity]:
    words = match.group()
    if words.startswith("+"):
        words = words.replace("(0)", "")
    digits = re.sub(r"\D", "", words)
    if len(digits) >= 6:
        key = re.sub(r"^(?:00|\+)49", "0", f"+{digits}" if words.startswith("+") else digits)
        yield Quantity("telephone number", frozenset((f"p{key}",)), *match.span())


def _number(match: re.Match[str]) -> Quantity:
    words, text = match.group(), match.string
    is_price = PRICE[0].search(text[max(0, match.start() - 4) : match.start()]) or PRICE[1].match(text, match.end())
    return Quantity("price" if is_price else "number", frozenset((_value(words),)), *match.span())


def _value(words: str) -> str:
    """Return the value of a number however its thousands and decimals are parted: 1200 for 1.200, 4.5 for 4,50."""
    if GROUPED.fullmatch(words):
        return re.sub(r"\D", "", words).lstrip("0") or "0"
    if DECIMAL.fullmatch(words):
        parts = re.split(r"[.,’]", words)
        return f"{int(''.join(parts[:-1]))}.{parts[-1]}".rstrip("0").rstrip(".")
    return words if re.search(r"\D", words) else str(int(words))
