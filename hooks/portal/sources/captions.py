"""Captions and chapters of the film as WebVTT: the words of its cards, in lines and times that can be read."""

import re
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from portal.languages import Language
from portal.sources.placeholders import Values, fill
from portal.sources.storyboard import Card, Storyboard

# What broadcasters ask for (BBC Subtitle Guidelines; Untertitel-Standards of ARD, ORF, SRF and ZDF; Netflix): two
# lines of 42 characters at most, 17 characters a second for adults.
LINES, WIDTH, PER_SECOND = 2, 42, 17
NEAR = 0.6  # of the way from the middle to either end: further out, one cue would be a word or two


@dataclass(frozen=True)
class Cue:
    """A text with the milliseconds from and until which it is shown."""

    begin: int
    end: int
    text: str

    @property
    def per_second(self) -> float:
        """How many characters a second there are to read; a new line is as long as a blank."""
        return len(self.text) * 1000 / (self.end - self.begin)


def captions_of(film: Storyboard, language: Language, facts: Values) -> Iterator[Cue]:
    """Yield the cues of the captions in a language."""
    for begin, card in _begins(film):
        yield from cues_of(card, language, facts, begin)


def chapters_of(film: Storyboard, language: Language, facts: Values) -> Iterator[Cue]:
    """Yield a cue for each card, which is a chapter of the film, in a language."""
    for begin, card in _begins(film):
        yield Cue(begin, begin + card.seconds * 1000, fill(card.title[language], facts, language))


def cues_of(card: Card, language: Language, facts: Values, begin: int = 0) -> Iterator[Cue]:
    """Yield the cues of a card that begins at a millisecond: its words, each as long as it takes to read.

    They are as many as needed and about as long as each other: no cue of one word flits by.
    """
    texts = _texts(fill(card.words[language], facts, language))
    letters, spent = sum(map(len, texts)), 0
    for text in texts:
        start, spent = spent, spent + len(text)
        end = begin + card.seconds * 1000 * spent // letters
        yield Cue(begin + card.seconds * 1000 * start // letters, end, text)


def web_vtt(cues: Iterable[Cue]) -> str:
    """Return the cues as a WebVTT file (W3C WebVTT: The Web Video Text Tracks Format, section 4)."""
    blocks = (f"{_time(cue.begin)} --> {_time(cue.end)}\n{_escaped(cue.text)}\n" for cue in cues)
    return "\n".join(["WEBVTT\n", *blocks])


def _begins(film: Storyboard) -> Iterator[tuple[int, Card]]:
    begin = 0
    for card in film.cards:
        yield begin, card
        begin += card.seconds * 1000


def _texts(words: str) -> list[str]:
    """Return the words in cues of two lines, cut behind a clause where one ends near the middle, or in the middle."""
    lines = _wrapped(words, WIDTH)
    cuts = [match.start() for match in re.finditer(" ", words)]
    if len(lines) <= LINES or not cuts:
        width = next((width for width in range(1, WIDTH) if len(_wrapped(words, width)) <= len(lines)), WIDTH)
        return ["\n".join(_wrapped(words, width))]
    middle = len(words) / 2
    clauses = [cut for cut in cuts if words[cut - 1] in ",.:;" and abs(cut - middle) <= middle * NEAR]
    cut = min(clauses or cuts, key=lambda cut: abs(cut - middle))
    return [*_texts(words[:cut]), *_texts(words[cut + 1 :])]


def _wrapped(words: str, width: int) -> list[str]:
    return textwrap.wrap(words, width, break_long_words=False, break_on_hyphens=False)


def _time(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
