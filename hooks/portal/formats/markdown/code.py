"""Markdown code: what of a page is code or a comment, so that nothing in it is a link, an address or an id."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Sequence

from portal.formats.markdown.fences import INDENT, Fence

QUOTE = re.compile(r"^[ \t]*(?:>[ \t]?)+")
RAW_BLOCK = re.compile(
    r"<(address|article|aside|blockquote|details|div|dl|fieldset|figure|footer|form|h[1-6]|header|main|nav|ol|p|pre|script"
    r"|section|style|table|ul|video)\b",
    re.IGNORECASE,
)
# What begins a block of its own: no code span goes on there.
BLOCK = re.compile(r"\s*(?:$|#|[-*+]\s|\d+[.)]\s|\||!!!|\?\?\?|===|---)")
RUN = re.compile(r"\\[\\`]|(`+)")
NOT_BLANK = re.compile(r"\S")


def without_code(texts: Sequence[str], blocks: Collection[int], fences: Sequence[Fence] = ()) -> list[str]:
    """Return the lines of a page with blanks for code, comments and the marks of quotes: every place stays.

    ``blocks`` are the indexes of the lines that are blocks of code; what stands between backticks is code too, over
    several lines. The titles of ``fences`` are words like others. The time is linear in the length of the page.
    """
    lines = _without_blocks(texts, blocks)
    for fence in fences:
        if fence.title and (start := texts[fence.start].rfind(fence.title)) >= 0:
            end = start + len(fence.title)
            line = lines[fence.start]
            lines[fence.start] = f"{line[:start]}{fence.title}{line[end:]}"
    if not any("`" in line for line in lines):
        return lines
    start = 0
    for end in range(1, len(lines) + 1):
        if end == len(lines) or BLOCK.match(lines[end]):
            words = "\n".join(lines[start:end])
            if "`" in words:
                lines[start:end] = _without_spans(words).split("\n")
            start = end
    return lines


def code_spans(text: str) -> list[tuple[int, int]]:
    """Return start and end of each stretch between backticks: a run of them ends at the next of the same length."""
    runs = [match.span(1) for match in RUN.finditer(text) if match.group(1)]
    by_length: dict[int, list[int]] = defaultdict(list)
    for start, end in runs:
        by_length[end - start].append(start)
    spans, after = [], 0
    for start, end in runs:
        same = by_length[end - start]
        following = bisect_left(same, end)
        if start >= after and following < len(same):
            after = same[following] + end - start
            spans.append((start, after))
    return spans


def _without_spans(text: str) -> str:
    parts: list[str] = []
    position = 0
    for start, end in code_spans(text):
        parts += text[position:start], _blank(text[start:end])
        position = end
    return "".join((*parts, text[position:]))


def _blank(text: str) -> str:
    return NOT_BLANK.sub(" ", text)


def _without_blocks(texts: Sequence[str], blocks: Collection[int]) -> list[str]:
    """Blank blocks of code, comments and the marks of quotes."""
    plain = [QUOTE.sub(lambda mark: _blank(mark.group()), text, count=1) for text in texts]
    return without_comments([_blank(text) if row in blocks else text for row, text in enumerate(plain)])


class RawHtml:
    """Follows elements of raw HTML from line to line: nothing in them is Markdown, and indents mean nothing there."""

    def __init__(self) -> None:
        self._tag, self._depth = "", 0

    @property
    def is_open(self) -> bool:
        """Whether the next line belongs to an element."""
        return self._depth > 0

    def takes(self, text: str) -> bool:
        """Whether the next line belongs to an element that it or a line before begins."""
        words = text.lstrip()
        if not self._depth:
            begin = words[:1] == "<" and len(text) - len(words) < INDENT and RAW_BLOCK.match(words)
            if not begin:
                return False
            self._tag = begin.group(1)
        opened = re.findall(rf"<{self._tag}\b", words, re.IGNORECASE)
        self._depth += len(opened) - len(re.findall(rf"</{self._tag}\b", words, re.IGNORECASE))
        self._depth = max(0, self._depth)
        return True


def comments(lines: Sequence[str]) -> list[tuple[int, int]]:
    """Return start and end of each HTML comment in the joined lines; one that nothing ends is none."""
    text = "\n".join(lines)
    if "<!--" not in text:
        return []
    begins = "\n".join(_without_spans(line) if "<!--" in line else line for line in lines)  # `<!--` begins none
    spans, position = [], 0
    while (start := begins.find("<!--", position)) >= 0 and (end := text.find("-->", start)) >= 0:
        position = end + 3
        spans.append((start, position))
    return spans


def without_comments(lines: Sequence[str]) -> list[str]:
    """Return the lines with blanks for HTML comments, those over several lines too."""
    if not lines:
        return []
    text, position = "\n".join(lines), 0
    parts: list[str] = []
    for start, end in comments(lines):
        parts += text[position:start], _blank(text[start:end])
        position = end
    return "".join((*parts, text[position:])).split("\n")
