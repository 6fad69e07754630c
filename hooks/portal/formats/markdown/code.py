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
    r"<(address|article|aside|blockquote|details|div|dl|fieldset|figure|footer|form|h[1-6]|header|main|nav|ol|p|pre|script"
    r"|section|style|table|ul|video)\b",
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


def _without_blocks(texts: Sequence[str]) -> list[str]:
    """Blank fenced and indented code, comments and the marks of quotes."""
    marks = [QUOTE.match(text) for text in texts]
    plain = [
        _blank(mark.group()) + text[mark.end() :] if mark else text for text, mark in zip(texts, marks, strict=True)
    ]
    indented = _Indented()
    lines = [
        _blank(text) if is_fenced or indented.is_code(text[mark.end() if mark else 0 :]) else text
        for text, mark, is_fenced in zip(plain, marks, fenced(plain), strict=True)
    ]
    return without_comments(lines)


def fenced(texts: Sequence[str]) -> list[bool]:
    """Return of each line whether it belongs to code between fences; a fence that nothing ends is none."""
    last = {text.strip(): number for number, text in enumerate(texts) if text.strip()[:3] in ("```", "~~~")}
    if not last:
        return [False] * len(texts)
    open_fence, found = "", []
    for number, text in enumerate(texts):
        begin = None if open_fence else FENCE.match(text)
        is_code = bool(open_fence) or bool(begin and last.get(begin.group(1), 0) > number)
        if open_fence:
            open_fence = "" if text.strip() == open_fence else open_fence
        elif begin and is_code:
            open_fence = begin.group(1)
        found.append(is_code)
    return found


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


class _Indented:
    """Tells line by line whether it is code by its indent."""

    def __init__(self) -> None:
        self._raw = RawHtml()
        self._within: list[int] = []  # how far the content of the lists and notes around is indented
        self._after_blank, self._code = True, False

    def is_code(self, text: str) -> bool:
        """Whether the next line is code."""
        text = text.expandtabs(INDENT)
        if not text.strip():
            self._after_blank = True
            return False
        self._code = self._is_indented(text)
        self._after_blank = False
        return self._code

    def _is_indented(self, text: str) -> bool:
        words = text.lstrip()
        indent = len(text) - len(words)
        if self._raw.takes(text):
            return False
        if self._after_blank or CONTAINER.match(words):
            while self._within and indent < self._within[-1]:
                self._within.pop()
        base = self._within[-1] if self._within else 0
        if indent >= base + INDENT and (self._after_blank or self._code):
            return True
        if CONTAINER.match(words):
            self._within.append(indent // INDENT * INDENT + INDENT)
        return False


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
    text, position = "\n".join(lines), 0
    parts: list[str] = []
    for start, end in comments(lines):
        parts += text[position:start], _blank(text[start:end])
        position = end
    return "".join((*parts, text[position:])).split("\n")
