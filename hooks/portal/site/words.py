"""Words of a built page in its source: where an editor wrote what readers see."""

import re
from bisect import bisect_left

from portal.formats.markdown.text import MarkdownText
from portal.site.page import CODE

# How many characters before and behind the words are looked for with them: the first pair that the source has.
AROUND = ((24, 24), (8, 8), (0, 12), (12, 0), (0, 4), (4, 0), (0, 0))
ENTITIES = {
    **{"&": "&(?:amp;)?", "<": "(?:<|&lt;)", ">": "(?:>|&gt;)", "\xa0": "(?:\xa0|&nbsp;)"},
    **dict.fromkeys("\"„“”'‚‘’", "(?:[\"„“”'‚‘’]|&quot;|&apos;)"),
    **{"–": "(?:–|-{1,3}|&ndash;)", "—": "(?:—|---|&mdash;)", "…": r"(?:…|\.\.\.|&hellip;)"},
}


def find_words(source: MarkdownText, text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where the source has what stands from ``start`` to ``end`` in the ``text`` of its built page, or None.

    Of places that look alike, it is the one whose count is the same. Escaped characters are found with their
    backslashes, and characters that are written as entities, too.
    """
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    before, behind = text[first:start].rpartition(CODE)[2], text[end : last if last >= 0 else None].partition(CODE)[0]
    words = text[start:end]
    for left, right in AROUND if words.strip() else ():
        lead, tail = before[max(0, len(before) - left) :], behind[:right]
        pattern = re.compile(f"{_escaped(lead)}({_escaped(words)}){_escaped(tail)}")
        if found := [match.span(1) for match in pattern.finditer(source.text)]:
            alike = [match.start() for match in re.finditer(re.escape(f"{lead}{words}{tail}"), text)]
            return found[min(bisect_left(alike, start - len(lead)), len(found) - 1)]
    return None


def _escaped(words: str) -> str:
    """Return a pattern of the words as Markdown may write them: with backslashes and entities, over several lines."""
    pieces = re.findall(r"[^\S\xa0]+|[^\s]|\xa0", words)
    return "".join(
        r"\s+" if piece.isspace() and piece != "\xa0" else r"\\?" + ENTITIES.get(piece, re.escape(piece))
        for piece in pieces
    )
