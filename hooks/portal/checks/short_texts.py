"""Short texts in the wrong language: headings, cells, alternative texts, titles of boxes and tabs.

They are too short for a sentence's stop words; words that only one language has decide. Names are in both.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from portal.checks.context import FactsContext, Page
from portal.checks.image_texts import text_of
from portal.checks.wrong_language import ASIDE, LANGUAGE_SLIP, STOP_WORDS, is_slip
from portal.formats.markdown.tables import read_cells
from portal.formats.markdown.text import Line
from portal.languages import LANGUAGES, Language
from portal.problems import Problem
from portal.problems.messages import say
from portal.sources.page import Source

FOLDER = Path(__file__).with_name("short_words")
BOTH = {"so", "am", "es", "ab", "dem", "all", "on", "new", "for"}  # stop words of one language, words of the other
OWN_WORDS = {
    language: frozenset((FOLDER / f"{language}.txt").read_text("utf-8").split()) | STOP_WORDS[language] - BOTH
    for language in LANGUAGES
}
# What goes by the same name in both.
NAMES = frozenset(
    ("windows", "macos", "mac", "android", "ios", "iphone", "ipad", "microsoft", "outlook", "webview", "cloud", "pbx")
)
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
GERMAN_FORM = re.compile(
    r"[a-zäöüß]*[äöüß][a-zäöüß]*|\w{4,}(?:ungen|ung|heit|heiten|keit|keiten|schaft|ieren|iert|lich)"
)
QUOTED = re.compile(r'"([^"]+)"\s*$')
HEADING = re.compile(r"[\s>]*#+\s+(.*?)\s*#*\s*(?:\{[^{}]*\}\s*)?$")


def check_short_texts(page: Page, _: FactsContext) -> Iterator[Problem]:
    """Yield a problem for each short text of which more than half of the words are of the other language alone."""
    language = page.source.language
    other: Language = "en" if language == "de" else "de"
    for line, start, end in _texts(page.source):
        if _is_of(other, line.text[start:end]) and not _is_told(page, line):
            message = (
                say("this reads as German on a page in English")
                if other == "de"
                else say("this reads as English on a page in German")
            )
            hint = say("translate it; mark what is a name: **…**{{lang={language}}}", language=other)
            yield LANGUAGE_SLIP.problem(line.location(start, end), message, hint)


def _is_of(language: Language, text: str) -> bool:
    words = [word for word in WORD.findall(ASIDE.sub(" ", text)) if word.lower() not in NAMES]
    own = OWN_WORDS[language]
    # A capital may begin a name: Müller, Köln. In a form of words it is none.
    signs = sum(word.lower() in own or (language == "de" and GERMAN_FORM.fullmatch(word) is not None) for word in words)
    return signs * 2 > len(words)


def _texts(source: Source) -> Iterator[tuple[Line, int, int]]:
    """Yield the short texts of a page: each line, and from where to where it holds the text."""
    for heading in source.headings:
        if found := HEADING.match(heading.line.text):
            yield heading.line, *found.span(1)
    for titled in (*source.notes, *source.tabs):
        if found := QUOTED.search(titled.line.text):
            yield titled.line, *found.span(1)
    for row in source.tables:
        end = 0
        for cell in read_cells(row.line.text):
            start = row.line.text.index(cell, end)
            end = start + len(cell)
            if cell:
                yield row.line, start, end
    for image in source.images:
        if alternative := text_of(source, image):
            words, _, begin = alternative
            yield source.markdown.span(begin, begin + len(words))


def _is_told(page: Page, line: Line) -> bool:
    """Whether the sentence that a line is of is reported as a whole."""
    return any(line in sentence.lines and is_slip(sentence.text, page.source.language) for sentence in page.prose)
