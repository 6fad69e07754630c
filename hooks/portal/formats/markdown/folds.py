"""Markdown that folds: notes, collapsible ones and tabs, with what is indented below them."""

from portal.formats.markdown.elements import FOLDS, TITLE_HEADING, Element, Kind
from portal.formats.markdown.fences import INDENT
from portal.formats.markdown.lists import Parser
from portal.formats.markdown.rows import Rows


def read_fold(parser: Parser, parent: Element, block: Rows, kind: Kind, state: str, depth: int) -> Rows:
    """Read a note, a collapsible one or a tab, and what is indented below; tabs in a row are one set."""
    values = begin.groups() if (begin := FOLDS[kind].match(block.first)) else ()
    row = block.rows[block.start]
    parser.add(kind, row, next(filter(None, values), ""))
    if heading := TITLE_HEADING.match(row.text):
        parser.add("heading", row.cut(heading.start(1)), len(heading.group(1)))
    fold, rest = parent.append(kind), block.behind(1)
    end = rest.within(INDENT)
    parser.parse_chunk(fold, [row.cut(INDENT) for row in rest.to(end)], state, depth)
    return rest.behind(end)
