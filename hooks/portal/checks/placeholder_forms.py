"""Placeholder text as people write it: words that are placeholders anywhere, and whole sentences that are."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).with_name("placeholder_words")  # one word or phrase a line


def _words(name: str) -> str:
    lines = sorted((FOLDER / f"{name}.txt").read_text("utf-8").splitlines(), key=len, reverse=True)
    return "|".join(re.escape(line) for line in lines)


# What is a placeholder in any sentence. A name in quotation marks is spoken of, not left over.
ANYWHERE = re.compile(
    r"(?i:(?<![\"“„‘'])\blorem\s+ipsum\b(?![\"”“])|\bdolor\s+sit\s+amet\b|\btbd\b|\bfixme\b|\btodo:)"
    r"|\bTODO\b(?![-\s]*[Ll]ist)|\bTBC\b"
    r"|(?<![\w.@/])[xX]{3,}(?![\w@]|\.\w)"
    r"|(?<![\w.])X{1,2}[.,/]XX\b(?:[./]\d{4})?"
    r"|(?<![\w!?¿])\?\?\?(?![?!\w])"
    r"|(?<!Format )(?<!format )(?<!Form )(?<!als )(?<!as )\b"
    r"(?:TT[./]MM[./]JJ(?:JJ)?|DD[./]MM[./]YY(?:YY)?|MM/DD/YY(?:YY)?)\b"
    r"|(?<![\w_])__[./]__[./]__(?:__)?(?![\w_])"
    r"|(?<![\w.+/-])0123[ /-]?45678?9?\b"
    r"|\b[Nn]\.\s?[Nn]\.(?!\w)"
    rf"|(?<![\w.-])(?:[\w-]+\.)*(?i:{_words('names')})(?![\w-]|\.\w)",
    re.MULTILINE,
)
# What an editor meant to replace, in brackets. A link's text is none, nor a button's: [Weiter].
BRACKETS = re.compile(
    rf"\[(?i:(?:{_words('brackets')})|[^\]\[]*\b(?:einsetzen|einfügen|eintragen|ergänzen|ausfüllen)\b[^\]\[]*"
    r"|(?:insert|add|fill\s+in|enter)\s[^\]\[]*|your\s[^\]\[]*|[^\]\[]*\shere)\](?![(\[:{])"
    rf"|(?<![{{$%#\w])\{{(?:{_words('brackets')})\}}(?!\}})"
)
# A page without any of these has none: a plain search is many times as fast.
SIGNS = tuple((FOLDER / "signs.txt").read_text("utf-8").splitlines())

_DOCUMENT = rf"(?:{_words('documents')})"
_ARTICLE = r"(?:eine?|die|der|das|diese[rs]?|weitere|mehr|a|an|the|this|these|more|further)"
_ABOUT = rf"(?:(?:{_ARTICLE}\s+)?(?:[\w-]+\s+){{0,2}}?{_DOCUMENT}(?:\s+[\w-]+){{0,3}})"
_LATER = (
    r"(?:(?:hier\s+|here\s+)?(?:noch|demnächst|bald|später|nachträglich|in\s+Kürze|in\s+Bälde"
    r"|zu\s+einem\s+späteren\s+Zeitpunkt|later|soon|shortly|at\s+a\s+later\s+(?:date|time|point))\s*)"
)
_SOON = r"(?:demnächst|bald|in\s+Kürze|noch)"
_DONE = (
    r"(?:ergänzt|nachgereicht|nachgetragen|überarbeitet|erstellt|eingefügt|hinzugefügt|ausgefüllt|vervollständigt"
    r"|veröffentlicht|geschrieben|added|completed|written|published|filled\s+in|provided|announced|inserted)"
)
_FILLER = r"(?:blindtext|platzhaltertext|mustertext|beispieltext|dummytext|testtext|platzhalter)"
# Whole sentences, cells and headings that stand for text to come: the form decides, not the word.
_GERMAN = (
    rf"(?:{_ABOUT}\s+)?folg(?:t|en)\s+{_LATER}+",
    r"(?:text|inhalte?|bild(?:er)?|screenshots?|video|details|näheres|weiteres|(?:weitere|mehr)\s+info\w*)\s+folg(?:t|en)",
    rf"(?:{_ABOUT}\s+)?(?:wird|werden)\s+{_LATER}+{_DONE}",
    rf"(?:der|die|das)?\s*{_DOCUMENT}\s+(?:wird|werden)\s+(?:nachgereicht|nachgetragen)",
    rf"(?:hier|an\s+dieser\s+Stelle)\s+(?:entsteh(?:t|en)\s+{_SOON}|(?:kommt|steht|folgt)\s+{_SOON}\s.*{_DOCUMENT})\b.*",
    r"(?:hier|an\s+dieser\s+Stelle)\s+(?:könnten?|soll(?:te)?\s+noch|muss\s+noch)\s.*\bstehen",
    rf"(?:hier|noch)\s+(?:[\w-]+\s+)?{_DOCUMENT}(?:\s+\w+)?\s+(?:einfügen|ergänzen|einsetzen|eintragen|hinzufügen)",
    rf"{_DOCUMENT}\s+(?:hier|noch)\s+(?:einfügen|ergänzen|einsetzen|eintragen|hinzufügen)",
    rf"(?:{_ABOUT}\s+(?:(?:ist|sind|befindet\s+sich)\s+)?(?:noch\s+)?)?(?:in\s+Arbeit|im\s+Aufbau)",
    rf"{_ABOUT}\s+(?:(?:ist|sind|befindet\s+sich)\s+)?(?:noch\s+)?in\s+(?:Vorbereitung|Überarbeitung)",
    rf"(?:dies|das|hier)\s+(?:ist|steht)\s+(?:nur\s+|noch\s+)?(?:ein\s+)?{_FILLER}\b.*",
    r"(?:titel|text|überschrift)\s+des\s+(?:abschnitts|kapitels|kastens)",
    r".*\b(?:bevor|ehe)\b.*\bseite\b.*\b(?:online|live)\s+geht",
)
_ENGLISH = (
    r"this\s+is\s+(?:just\s+|only\s+)?(?:a\s+)?(?:dummy|placeholder|sample|filler|test)\s+text\b.*",
    r"(?:please\s+)?(?:check|clarify|confirm)\s+with\s.*\bbefore\s+(?:publishing|publication|going\s+live|the\s+launch)",
    rf"(?:{_ABOUT}\s+)?(?:(?:is|are)\s+)?coming\s+soon",
    rf"(?:{_ABOUT}\s+)?(?:(?:is|are)\s+)?(?:still\s+)?(?:(?:a\s+)?work\s+in\s+progress|under\s+construction)(?:,.*)?",
    r"to\s+be\s+(?:added|completed|confirmed|determined|defined|announced|decided|done|written|continued|supplied)",
    rf"{_ABOUT}\s+(?:will|to)\s+follow(?:\s+{_LATER}+)?",
    rf"{_ABOUT}\s+(?:will|to)\s+be\s+(?:{_DONE}\s+{_LATER}+|{_LATER}+{_DONE}|added)",
    rf"(?:insert|add|put|write)\s(?:[\w-]+\s+){{0,2}}?(?:{_DOCUMENT}|sentence|paragraph|link|title)\b.*\bhere",
)
FORMS = re.compile("|".join(_GERMAN + _ENGLISH), re.IGNORECASE | re.DOTALL)
FORM_SIGNS = tuple((FOLDER / "form_signs.txt").read_text("utf-8").splitlines())
# A sentence, a cell, what stands behind a colon or in brackets; of a paragraph, over its lines.
UNIT = re.compile(r"[^|.!?…:;()\[\]\"“”„«»\n]+(?:\n(?!\s*(?:\n|[-*+#>|!]|\d+\.))[^|.!?…:;()\[\]\"“”„«»\n]+)*")
DETAILS = re.compile(r"[ \t]*\?\?\?\+?[ \t]+(?:[a-z][\w-]*[ \t]*(?:\"|$)|(?:note|tip|warning)\b)", re.MULTILINE)
QUOTES = '"“”„«»'
EDGES = re.compile(r"^[\s*_#>+–-]+|[\s*_–-]+$|\s*\{[^}]*\}\s*$")


def find_words(text: str) -> Iterator[re.Match[str]]:
    """Yield every word or number of a text that is a placeholder wherever it stands: TODO, XX.XX, John Doe."""
    lowered = text.lower()
    if any(sign in lowered for sign in SIGNS):  # a plain search first: it is many times as fast
        yield from (match for match in ANYWHERE.finditer(text) if match.group() != "???" or not _opens_details(match))


def _opens_details(match: re.Match[str]) -> bool:
    """Whether question marks begin a collapsible note: ``??? note "More"``."""
    text = match.string
    return bool(DETAILS.match(text, text.rfind("\n", 0, match.start()) + 1))


def find_brackets(text: str) -> Iterator[re.Match[str]]:
    """Yield what stands in brackets to be replaced: [Datum], [your name here]."""
    if "[" in text or "{" in text:
        yield from BRACKETS.finditer(text)


def _places(lowered: str) -> Iterator[int]:
    for sign in FORM_SIGNS:
        place = lowered.find(sign)
        while place >= 0:
            yield place
            place = lowered.find(sign, place + 1)


def find_forms(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence that promises text or asks for it: "Weitere Informationen folgen"."""
    signs = sorted(_places(text.lower()))
    if not signs:
        return
    for unit in UNIT.finditer(text):
        if bisect_left(signs, unit.start()) == bisect_left(signs, unit.end()):
            continue
        words = EDGES.sub("", EDGES.sub("", unit.group()))
        start = unit.start() + unit.group().find(words)
        if words and text[start - 1 : start] not in tuple(QUOTES) and FORMS.fullmatch(words):
            yield start, start + len(words)
