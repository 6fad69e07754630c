"""Lookalikes: what has the form of a version number and is something else, by kind."""

import re
from pathlib import Path

_NUMBER = r"\d+(?:\.\d+)*"
DAY, MONTH = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"
_WEEKDAY = r"(?:(?:Mo|Di|Mi|Do|Fr|Sa|So|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?|\w+tag|Mittwoch|\w+day)"
_SHORT_DATE = rf"{DAY}\.{MONTH}\.[0-4]\d(?!\.?\d)"
_CURRENCY = r"(?:€|\$|£|EUR|Euro|euros?|USD|CHF|GBP|Cents?|cents?|ct)"
_UNIT = (
    r"(?:%|‰|°C?|Prozent|per\s?cent|[kMGT]i?[Bb]it/s|[kMGT]bps|[kMGT]i?B(?:/s)?|[kKMGT]?[Bb]it|[kMG]?Hz|dBm?|[kM]?W|[kM]?V|[mM]illi\w+"
    r"|ms|s|sek|Sek(?:unden?)?|sec(?:onds?)?|Minuten?|minutes?|[mM]in|Std|Stunden?|hours?|hrs?|h|Tagen?|days?|Wochen?|weeks?"
    r"|Monaten?|months?|Jahren?|years?|nm|mm|cm|m|km|[Mm]et(?:re|er)s?|Metern?|Zoll|inch(?:es)?|px|pt|rem|em|kg|g|Mio|Mrd|Tsd|[mb]illion|times|mal|fold|x"
    r"|Punkten?|points?|Sternen?|stars?|out\s+of|von\s+\d|of\s+\d)"
)
_REFERENCE = (
    r"(?:Abschnitt\w*|Kapitel\w*|Ziffer|Punkt|Nr\.|Nummer|Anhang|Anlage|Tabelle|Tab\.|Abbildung|Abb\.|Bild|Seite|S\.|Artikel|Art\."
    r"|§§?|Klausel|Absatz|Abs\.|Teil|Schritt|Frage|[Ss]ections?|[Ss]ec\.|[Cc]hapters?|[Cc]lauses?|[Aa]ppendix|[Aa]nnex|[Tt]ables?"
    r"|[Ff]igures?|[Ff]ig\.|[Ii]tems?|[Pp]aragraphs?|[Pp]arts?|[Pp]oints?|[Pp]ages?|[Nn]o\.|[Ss]teps?|[Qq]uestions?|[Cc]riteri(?:on|a))"
)
# Standards and software of others: their versions are no client's.
_NAMES = sorted(Path(__file__).with_name("other_products.txt").read_text("utf-8").splitlines(), reverse=True)
_OTHERS = rf"(?:{'|'.join(re.escape(name) for name in _NAMES)})"


def _valid_ip() -> str:
    octet = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
    return rf"(?<![\d.]){octet}(?:\.{octet}){{3}}(?:/\d{{1,2}}|:\d+)?(?![\d.]\d)"


# What only looks like a version, by kind. Each is blanked before candidates are looked for.
LOOKALIKES: dict[str, re.Pattern[str]] = {
    "web or mail address": re.compile(r"(?:https?:)?//\S+|\bwww\.\S+|\S+@\S+\.\w+|(?<![\w/])/[\w.-]+/\S*"),
    "product": re.compile(r"\bCloud[\s-]PBX[\s-]2\.0(?!\.?\d)"),
    "date": re.compile(
        rf"(?<![\d.]){DAY}\.\s?{MONTH}\.\s?[1-9]\d\d\d(?!\d)"
        rf"|(?<![\d.]){DAY}\.{MONTH}\.(?=\s*(?:[–-]|bis|und|oder|to)\s*\d)"
        rf"|\b(?:[Aa]m|[Vv]om|[Zz]um|[Bb]is|[Aa]b|[Dd]er|[Dd]en|[Dd]em|[Oo]n|until|by|from)\s+{DAY}\.{MONTH}\.(?=\s|[,;)]|$)"
        rf"|\b(?:Mo|Di|Mi|Do|Fr|Sa|So|\w+tag|\w+day)\.?,?\s+(?:den\s+)?{DAY}\.{MONTH}\.(?=\s|[,;)]|$)"
    ),
    "short date": re.compile(
        rf"\b(?:am|vom|stand|datum|date|termin|den|dem|zum|bis|seit|ab|dated?|on|until|by|{_WEEKDAY}):?,?\s+{_SHORT_DATE}"
        rf"|(?<![\w.]){_SHORT_DATE}(?=,?\s+(?:um|at|from|ab|von)?\s*(?:\d{{1,2}}(?:[.:]\d\d)?\s*(?:Uhr|[ap]\.?m\b)|\d{{1,2}}:\d\d))",
        re.IGNORECASE,
    ),
    "time": re.compile(
        r"(?<![\d.])\d{1,2}\.\d\d(?:\s*(?:–|-|bis|und|to|and)\s*\d{1,2}\.\d\d)?\s*(?:Uhr\b|h\b|a\.?m\b|p\.?m\b|o['’]clock)"
        r"|\b(?:um|gegen|at|von|between|zwischen)\s+(?:[01]?\d|2[0-3])\.[0-5]\d(?:\s*(?:–|-|bis|und|to|and)\s*\d{1,2}\.\d\d)?(?![.\d])"
    ),
    "price": re.compile(rf"{_CURRENCY}\s?\d[\d.,]*|\d[\d.,]*(?:–\d[\d.,]*)?\s?-?{_CURRENCY}(?!\w)"),
    "phone number": re.compile(
        r"\b(?:Tel(?:efon(?:nummer)?)?|Fon|Fax|Mobil|Rufnummer|Hotline|Durchwahl|[Pp]hone|[Cc]all|[Dd]ial"
        r"|wählen Sie|extension)\b[\s:.]*\+?\(?\d[\d ()/.–-]{4,}\d"
        r"|(?<![\w.])\+\d[\d ()/.–-]{5,}\d|(?<![\w.])0\d{1,4}[ /.–-][\d /.–-]{4,}\d"
    ),
    "reference": re.compile(
        rf"(?<![\w]){_REFERENCE}\s*{_NUMBER}(?:\.\w\b)?(?:\s*(?:,|und|and|bis|to|–|-|oder|or|/)\s*{_NUMBER})*",
        re.MULTILINE,
    ),
    "room": re.compile(rf"\b(?:R[aä]um\w*|Zimmer|Gebäude|Halle|[Rr]ooms?|[Bb]uilding)\s+{_NUMBER}"),
    "heading number": re.compile(r"^[#\s]*(?:[1-9]|1\d)(?:\.(?:[1-9]|1\d)){1,3}\.?[ \t]+(?=[A-ZÄÖÜ])", re.MULTILINE),
    "another product": re.compile(
        rf"(?<![\w.]){_OTHERS}[\s/-]*(?:Version\s*|v)?\d[\d ]*(?:\s?[vV]?{_NUMBER})?(?:\.\d+)*"
        r"(?:\s*(?:und|and|oder|or|,|/)\s*\d+\.\d+)*"
    ),
    "thousands": re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\d.]\d)"),
    "quantity": re.compile(
        rf"(?<![\d.])\d+(?:[.,]\d+)?(?:\s?(?:–|-|bis|to|und|and|×|x|\*|mal|by)\s?\d+(?:[.,]\d+)?)*[\s-]?{_UNIT}(?![\w])"
    ),
    "ratio": re.compile(r"(?<![\d.])\d+\.\d+\s?:\s?\d+(?:\.\d+)?"),
}
IP_ADDRESS = re.compile(_valid_ip())
# Words before a short date that no version has before it; the others need a look at what stands before them.
UNCERTAIN_DATE = re.compile(r"(?:bis|seit|ab|on|until|by)\b", re.IGNORECASE)
CERTAIN_DATE = re.compile(rf"(?:am|datum|date|termin|{_WEEKDAY})\b|\d", re.IGNORECASE)
