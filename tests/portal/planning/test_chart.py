from portal.planning.chart import BOTTOM, LEFT, RIGHT, TOP, lines_of, points_of
from portal.planning.estimator import Example

EXAMPLES = (Example(50, 5), Example(600, 30), Example(1200, 60))


def percent(text):
    return float(text.removesuffix("%"))


def test_both_scales_begin_at_zero_and_end_at_the_largest_example():
    points = points_of(EXAMPLES)
    assert [point.example for point in points] == list(EXAMPLES)
    assert (points[-1].x, points[-1].y) == (f"{RIGHT:.2f}%", f"{TOP:.2f}%")
    middle = points[1]  # half of the workplaces, half of the minutes
    assert (percent(middle.x), percent(middle.y)) == ((LEFT + RIGHT) / 2, (TOP + BOTTOM) / 2)


def test_points_lie_right_of_the_axis_and_above_the_floor():
    for point in points_of(EXAMPLES):
        assert LEFT < percent(point.x) <= RIGHT
        assert TOP <= percent(point.y) < BOTTOM


def test_lines_connect_neighbours():
    points = points_of(EXAMPLES)
    assert lines_of(points) == ((points[0], points[1]), (points[1], points[2]))
    assert lines_of(points[:1]) == ()
