"""Durations in built pages: what tables, charts and estimators state, each in its own way."""

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from portal.site.page import BuiltPage

MARK = 'data-examples="'  # what charts and estimators are made from
NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*")


@dataclass(frozen=True)
class ShownDurations:
    """The durations of a page: the data of its tools, the places of its chart's points, and the rows of its tables."""

    data: tuple[str, ...]  # "50:5 600:30", for each tool
    points: tuple[tuple[str, str], ...] | None  # (cx, cy) of all charts, or None without a chart
    rows: frozenset[tuple[str, str]]  # (workplaces, minutes), as the page writes them


def read_durations(page: BuiltPage) -> ShownDurations | None:
    """Return the durations of a page with a chart or an estimator, or None."""
    if MARK not in page.html:
        return None
    tree = LexborHTMLParser(page.html)
    circles = tree.css(".chart circle")
    points = tuple((one.attributes.get("cx") or "", one.attributes.get("cy") or "") for one in circles)
    return ShownDurations(
        tuple(node.attributes.get("data-examples") or "" for node in tree.css("[data-examples]")),
        points if tree.css_first(".chart") else None,
        frozenset(filter(None, map(_row, tree.css("tr")))),
    )


def _row(row: LexborNode) -> tuple[str, str] | None:
    """Return the first number of each of the first two cells, or None."""
    found = [NUMBER.search(cell.text()) for cell in row.css("td")[:2]]
    numbers = [one.group() for one in found if one]
    return (numbers[0], numbers[1]) if len(numbers) == 2 else None
