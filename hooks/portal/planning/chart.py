"""The chart of the durations: where each example stands, in percent of the drawing's width and height.

Percent, so that the drawing is as wide as its column while its words keep their size.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from portal.planning.estimator import Example

LEFT, RIGHT, TOP, BOTTOM = 12.0, 90.0, 16.0, 80.0  # the edges of the plot; around it is room for words
START, FLOOR = f"{LEFT:.2f}%", f"{BOTTOM:.2f}%"  # where the scales of workplaces and minutes begin


class Point(NamedTuple):
    """An example and its place in the drawing."""

    example: Example
    x: str
    y: str


def points_of(examples: Sequence[Example]) -> tuple[Point, ...]:
    """Return the points of the examples, in the same order; both scales begin at zero."""
    widest = max(one.workplaces for one in examples)
    highest = max(one.minutes for one in examples)
    return tuple(_point(one, one.workplaces / widest, one.minutes / highest) for one in examples)


def lines_of(points: Sequence[Point]) -> tuple[tuple[Point, Point], ...]:
    """Return the straight lines between neighbours."""
    return tuple(pairwise(points))


def _point(example: Example, right: float, up: float) -> Point:
    return Point(example, f"{LEFT + right * (RIGHT - LEFT):.2f}%", f"{BOTTOM - up * (BOTTOM - TOP):.2f}%")
