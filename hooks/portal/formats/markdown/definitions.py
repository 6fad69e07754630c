"""Markdown blocks that define: terms and what they mean, footnotes, abbreviations.

The rules are those of Python-Markdown's ``def_list``, ``footnotes`` and ``abbr``.
"""

import re

from portal.formats.markdown.elements import Element
from portal.formats.markdown.fences import INDENT
from portal.formats.markdown.lists import Parser
from portal.formats.markdown.rows import OPENED, Row, Rows, loose

DEFINITION = re.compile(r" {0,3}: {1,3}")
GOES_ON = re.compile(r" {0,3}[^ :]")  # a definition's next line without an indent
FOOTNOTE = re.compile(r" {0,3}\[\^([^\]]*)\]: *")
FOOTNOTE_MARK = re.compile(r"(?<!\\)\[\^([^\[\]\n]*)\]")
ABBREVIATION = re.compile(r"\*\[([^\\]*?)\] ?: *\n? *(.*)$", re.MULTILINE)
STAR = re.compile(r"\*\[")

# Values of a definition without a term, and of a term that the definition above has taken for its own words.
ALONE, WITHIN = "alone", "within"


def read_definition(parser: Parser, parent: Element, block: Rows, state: str, depth: int) -> Rows | None:
    """Read a definition with the terms above it; return the rest of the block, or None where it has none."""
    index = block.find(DEFINITION)
    if index is None:
        return None
    terms = [row for row in block.to(index) if row.text.strip()]
    if not terms and (parent.last is None or parent.last.tag == OPENED):
        return None  # a colon at the beginning of a page, an item or an element
    mark = block.behind(index).rows[block.start + index]
    rest, state = block.behind(index + 1), "list"
    if len(rest) and not GOES_ON.match(rest.first):
        end = rest.within(INDENT)
        words, rest = loose(rest.to(end), INDENT), rest.behind(end)
    else:
        words, rest = list(rest), rest.behind(len(rest))
    if not terms and (paragraph := parent.last_of("p")):
        terms, state = list(paragraph.rows), "looselist"
        parent.last = paragraph.before
        parser.drop_paragraph()
    if not (found := parent.last_of("dl")):
        found = parent.append("dl")
    elif not terms and found.last and found.last.tag == "dd" and found.last.last:
        state = "looselist"
    is_within = parent.tag == "dd" and state == "list" and parent.last is found and not found.last
    for number, term in enumerate(terms):
        parser.add("term", term, WITHIN if is_within and number else "")
        found.append("dt")
    parser.add("definition", mark, "" if found.last else ALONE)
    begin = DEFINITION.match(mark.text)
    first = mark.cut(begin.end() if begin else 0)
    parser.parse(found.append("dd"), [Rows([first, *words])], state, depth)
    return rest


def read_footnote(parser: Parser, parent: Element, block: Rows, state: str, depth: int) -> Rows | None:
    """Keep a footnote for the end of the page; return the rest of the block, or None where it defines none."""
    index = block.find(FOOTNOTE)
    if index is None:
        return None
    waiting, rows = parser.waiting, block.behind(index)
    while True:
        first, rest = rows.rows[rows.start], rows.behind(1)
        mark = FOOTNOTE.match(first.text)
        label, begin = (mark.group(1), mark.end()) if mark else ("", 0)
        parser.add("footnote", first, label)
        following = rest.find(FOOTNOTE)
        end = len(rest) if following is None else following
        words = [first.cut(begin), *loose(rest.to(end), INDENT)]
        rows = rest.behind(end)
        if len(rows):
            parser.footnotes[label] = words
            continue
        words += _indented(waiting)
        parser.footnotes[label] = words
        break
    if index:
        parser.parse(parent, [block.to(index)], state, depth)
    return rows


def read_abbreviation(parser: Parser, parent: Element, block: Rows, state: str, depth: int) -> Rows | None:
    """Leave out an abbreviation; return the rest of the block, or None where it defines none."""
    index = block.find(STAR)
    if index is None:
        return None
    found = ABBREVIATION.match("\n".join(row.text for row in block.behind(index).to(3)))
    if not found or not found.group(1).strip() or not found.group(2).strip():
        return None
    if index:
        parser.parse(parent, [block.to(index)], state, depth)
    parser.add("abbreviation", block.rows[block.start + index], found.group(1).strip())
    return block.behind(index + found.group().count("\n") + 1)


def _indented(waiting: list[Rows]) -> list[Row]:
    """Take the indented blocks that follow; a footnote that begins in one stays."""
    words: list[Row] = []
    while waiting and waiting[-1].first.startswith(" " * INDENT):
        block = waiting.pop()
        following = block.find(FOOTNOTE)
        rows = block if following is None else block.to(following)
        blank = Row(block.rows[block.start].number, 0, "")
        words += [blank, *loose(rows, INDENT)]
        if following is not None:
            waiting.append(block.behind(following))
            break
    return words
