"""Version-like numbers in prose: what could be a client's version, and what only looks like one."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import partial

# Two to five numbers with dots between them, perhaps after a "v", not inside a longer word or number.
CANDIDATE = re.compile(
    r"(?<![\w.,@#%+=])(?<!\d[-–])[vV]?(\d{1,4}(?:\.\d{1,5}){1,4})(?![\w@%]|[.,:]\d|\.(?!exe|msi|dmg|pkg|apk)\w)"
)

_NUMBER = r"\d+(?:\.\d+)*"
_DAY, _MONTH = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"
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
_OTHERS = (
    r"(?:WCAG|BITV|ARIA|TLS|SSL|HTTPS?|SIP|SRTP|USB|Bluetooth|HTML|CSS|PDF(?:/\w+)?|ISO|IEC|DIN|EN|RFC|IEEE|Wi-?Fi|OAuth|WebView2(?:\s+Runtime)?|FRITZ!OS|SAML|XML|JSON|SQL"
    r"|LDAP|SNMP|SMB|Unicode|OpenSSL|Java|Python|Node(?:\.js)?|\.NET(?:\s+Framework)?|Chrome|Chromium|Firefox|Edge|Safari|Outlook|Office|Exchange|Teams"
    r"|Linux|Ubuntu|Debian|Kernel|PHP|MySQL|PostgreSQL|nginx|Apache|Git|Excel|Word|Citrix|VMware|Cat|HDMI|DisplayPort|LTE|5G|G)"
)


def _valid_ip() -> str:
    octet = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
    return rf"(?<![\d.]){octet}(?:\.{octet}){{3}}(?:/\d{{1,2}}|:\d+)?(?![\d.]\d)"


# What only looks like a version, by kind. Each is blanked before candidates are looked for.
LOOKALIKES: dict[str, re.Pattern[str]] = {
    "web or mail address": re.compile(r"(?:https?:)?//\S+|\bwww\.\S+|\S+@\S+\.\w+|(?<![\w/])/[\w.-]+/\S*"),
    "product": re.compile(r"\bCloud[\s-]PBX[\s-]2\.0(?!\.?\d)"),
    "date": re.compile(
        rf"(?<![\d.]){_DAY}\.\s?{_MONTH}\.\s?[1-9]\d\d\d(?!\d)"
        rf"|(?<![\d.]){_DAY}\.{_MONTH}\.(?=\s*(?:[–-]|bis|und|oder|to)\s*\d)"
        rf"|\b(?:[Aa]m|[Vv]om|[Zz]um|[Bb]is|[Aa]b|[Dd]er|[Dd]en|[Dd]em|[Oo]n|until|by|from)\s+{_DAY}\.{_MONTH}\.(?=\s|[,;)]|$)"
        rf"|\b(?:Mo|Di|Mi|Do|Fr|Sa|So|\w+tag|\w+day)\.?,?\s+(?:den\s+)?{_DAY}\.{_MONTH}\.(?=\s|[,;)]|$)"
    ),
    "short date": re.compile(
        rf"\b(?:am|vom|stand:?|den|dem|zum|bis|seit|ab|dated?|on|until|by)\s+{_DAY}\.{_MONTH}\.[0-4]\d(?!\.?\d)",
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

# A word before a number of two parts that makes it a version, close by; or one behind it.
VERSION_WORD = re.compile(
    r"\b(?:Versionen|Versions?|Versionsnummern?|Release|Build|\w*[Cc]lients?|Client-Version|Android|iOS|Windows|macOS|Mac\s?OS|Desktop|Mobile"
    r"|App|Update[ds]?|aktualisier\w*|update[ds]?|upgrade[ds]?|install\w*|neuer\s+als|older\s+than|newer\s+than|älter\s+als)\b[^.!?\n]{0,40}$"
    r"|\b(?:ab|mindestens|since|from|at\s+least|requires?)\s+$",
)
# A number right behind a platform, in a sentence about devices, is a version of the operating system.
PLATFORM_BEFORE = re.compile(r"\b(?:Android|iOS|Windows|macOS|Mac\s?OS)\s+$")
DEVICE = re.compile(
    r"Betriebssystem|operating\s+system|\b(?:[Cc]omputer|[Ss]martphone|[Pp]hone|[Tt]ablet|[Gg]erät|[Dd]evice|PC|Laptop|Notebook)s?\b"
)
VERSION_WORD_BEHIND = re.compile(
    r"^\s*(?:oder|und|or|and)\s+(?:neuer|höher|später|älter|newer|later|higher|older|above|up)\b|^\+"
)


@dataclass(frozen=True)
class Found:
    """A number that looks like a client's version: its words, and where they stand in the text."""

    number: str
    start: int
    end: int


DIGIT = re.compile(r"\d")
DOTTED = re.compile(r"\d\.\d")
PRODUCT = LOOKALIKES["product"]


def find_versions(text: str, known: Collection[str] = ()) -> tuple[Found, ...]:
    """Return every number of the text that looks like a client's version. Sentences keep theirs: ask those.

    Three parts and more always do, where nothing else explains them. Two parts do where the words around say so, or
    where the first part is that of a ``known`` version.
    """
    if not DOTTED.search(text) or not DOTTED.search(PRODUCT.sub("", text)):  # most text: the rest would cost a build
        return ()
    return tuple(_search(text, known))


def _search(text: str, known: Collection[str]) -> Iterator[Found]:
    majors = {number.split(".")[0] for number in known}
    blanked = text
    for kind, pattern in LOOKALIKES.items():
        blanked = pattern.sub(partial(_blank, kind, known, majors), blanked)
    for match in CANDIDATE.finditer(blanked):
        number, start = match.group(1), match.start(1)
        if _is_version(number, blanked[: match.start()], blanked[match.end() :], match.group(0)[0] in "vV", majors):
            yield Found(number, start, match.end(1))


def _is_version(number: str, before: str, behind: str, marked: bool, majors: set[str]) -> bool:
    """Whether a number with dots is a client's version, by its form and the words around."""
    parts = number.split(".")
    ours = parts[0] in majors
    named = marked or VERSION_WORD.search(before[-60:]) or VERSION_WORD_BEHIND.match(behind)
    if len(parts) == 4 and IP_ADDRESS.fullmatch(number):
        return bool(ours and named)
    if not ours and PLATFORM_BEFORE.search(before) and DEVICE.search(before + behind):
        return False
    return len(parts) > 2 or bool(named) or ours


def _blank(kind: str, known: Collection[str], majors: set[str], match: re.Match[str]) -> str:
    """Return blanks for what only looks like a version, and the words themselves where they hold one after all."""
    words = match.group(0)
    numbers = re.findall(r"\d+(?:\.\d+)+", words)
    keep = any(number in known for number in numbers)
    if kind == "another product":
        keep = keep or any(number.split(".")[0] in majors for number in numbers)
    if kind == "short date":  # "bis 26.9.25" is a date, "Android bis 23.9.25" a version
        keep = keep or bool(VERSION_WORD.search(match.string[max(0, match.start() - 60) : match.start()]))
    return words if keep else re.sub(r"[^\n]", " ", words)
