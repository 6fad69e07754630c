"""Markdown code: what of a page is code or a comment, so that nothing in it is a link, an address or an id."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

FENCE = re.compile(r"\s*(`{3,}(?=[^`]*$)|~{3,})")
# What content may be indented below (Python-Markdown's lists, admonitions of all kinds).
CONTAINER = re.compile(r"(?:[-*+]|\d+[.)]|!!!|\?\?\?\+?)\s")
QUOTE = re.compile(r"[ \t]*(?:>[ \t]?)+")
RAW_BLOCK = re.compile(
    r"<(address|article|aside|blockquote|details|div|dl|figure|footer|form|main|nav|ol|pre|section|table|ul|video)\b",
    re.IGNORECASE,
)
# What begins a block of its own: no code span goes on there.
BLOCK = re.compile(r"\s*(?:$|#|[-*+]\s|\d+[.)]\s|\||!!!|---)")
RUN = re.compile(r"\\[\\`]|(`+)")
INDENT = 4  # Python-Markdown's tab length
NOT_BLANK = re.compile(r"\S")


def without_code(texts: Sequence[str]) -> list[str]:
    """Return the lines of a page with blanks for code, comments and the marks of quotes: every place stays.

    Code is what stands between fences, is indented as such, or stands between backticks, over several lines too.
    The time is linear in the length of the page.
    """
    lines = _without_blocks(texts) if texts else []
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
    parts, position = [], 0
    for start, end in code_spans(text):
        parts += text[position:start], _blank(text[start:end])
        position = end
    return "".join((*parts, text[position:]))


def _blank(text: str) -> str:
    return NOT_BLANK.sub(" ", text)


def _without_blocks(texts: Sequence[str]) -> list[str]:
    """Blank fenced and indented code, comments and the marks of quotes."""
    lines, blocks = [], _Blocks(texts)
    for number, text in enumerate(texts):
        if quote := QUOTE.match(text):
            text = _blank(quote.group(0)) + text[quote.end() :]
        lines.append(_blank(text) if blocks.is_code(number, text, len(quote.group(0)) if quote else 0) else text)
    return _without_comments(lines)


class _Blocks:
    """Tells line by line whether it belongs to a block of code."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._last = {text.strip(): number for number, text in enumerate(texts) if text.strip()[:3] in ("```", "~~~")}
        self._fence, self._raw, self._raw_depth = "", "", 0
        self._within: list[int] = []  # how far the content of the lists and notes around is indented
        self._after_blank, self._indented = True, False

    def is_code(self, number: int, text: str, quoted: int) -> bool:
        """Whether a line is code; ``quoted`` characters before it mark a quote."""
        if self._fence:
            self._fence = "" if text.strip() == self._fence else self._fence
            return True
        fence = FENCE.match(text)
        if fence and self._last.get(fence.group(1), 0) > number:  # one that nothing ends is none
            self._fence = fence.group(1)
            return True
        rest = text[quoted:].expandtabs(INDENT)
        if not rest.strip():
            self._after_blank = True
            return False
        code = self._is_indented(rest)
        self._after_blank, self._indented = False, code
        return code

    def _is_indented(self, text: str) -> bool:
        words = text.lstrip()
        indent = len(text) - len(words)
        if self._raw_depth or (indent < INDENT and RAW_BLOCK.match(words)):
            self._follow_raw(words)
            return False
        if self._after_blank or CONTAINER.match(words):
            while self._within and indent < self._within[-1]:
                self._within.pop()
        base = self._within[-1] if self._within else 0
        if indent >= base + INDENT and (self._after_blank or self._indented):
            return True
        if CONTAINER.match(words):
            self._within.append(indent // INDENT * INDENT + INDENT)
        return False

    def _follow_raw(self, words: str) -> None:
        """Count how deep in an element of raw HTML the next line is: indenting means nothing there."""
        if not self._raw_depth:
            self._raw = RAW_BLOCK.match(words).group(1)
        opened = re.findall(rf"<{self._raw}\b", words, re.IGNORECASE)
        self._raw_depth += len(opened) - len(re.findall(rf"</{self._raw}\b", words, re.IGNORECASE))
        self._raw_depth = max(0, self._raw_depth)


def _without_comments(lines: Sequence[str]) -> list[str]:
    """Blank HTML comments, those over several lines too; one that nothing ends is none."""
    text = "\n".join(lines)
    begins = "\n".join(_without_spans(line) if "<!--" in line else line for line in lines)  # `<!--` begins none
    parts, position = [], 0
    while (start := begins.find("<!--", position)) >= 0 and (end := text.find("-->", start)) >= 0:
        parts += text[position:start], _blank(text[start : end + 3])
        position = end + 3
    return "".join((*parts, text[position:])).split("\n")
