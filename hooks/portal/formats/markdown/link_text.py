"""The text of a link: its words as readers get them from Markdown or HTML."""

import re
from html import unescape

IMAGE = re.compile(r"!\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])?|<img\b[^<>]*?\balt=[\"']([^\"']*)[\"'][^<>]*>", re.I)
WITHIN = re.compile(r"\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")
MARKUP = re.compile(r"<[^<>]*>|\{:?[^{}\n]*=[^{}\n]*\}")
EMPHASIS = re.compile(r"[*_`]|\\(?=[!-/:-@\[-`{-~])")
NO_WORD = re.compile(r"[\W_]+")


def link_text(name: str) -> str:
    """Return a link's Markdown as readers get it: the words of its images, where it has no other."""
    words = _plain(IMAGE.sub("", name))
    return words or _plain(" ".join(alt for found in IMAGE.findall(name) for alt in found))


def _plain(markdown: str) -> str:
    return " ".join(unescape(EMPHASIS.sub("", MARKUP.sub("", WITHIN.sub(r"\1", markdown)))).split())


def letters(text: str) -> str:
    """Return the letters and digits of a text, in small letters: what stays while markup and typography change."""
    return NO_WORD.sub("", text).casefold()


def label_of(text: str) -> str:
    """Return a reference's label without regard to case and blanks (CommonMark 0.31, 4.7)."""
    return " ".join(text.split()).casefold()
