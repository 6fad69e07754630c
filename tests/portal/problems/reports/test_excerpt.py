import fcntl
import io
import os
import pty
import struct
import termios

import pytest
from portal.problems import Location, Problem
from portal.problems.reports import for_stream
from portal.problems.reports.excerpt import cut, width


@pytest.mark.parametrize(
    ("line", "start", "length", "part", "marked"),
    [
        ("short [x](gone.md)", 10, 7, "short [x](gone.md)", "gone.md"),
        ("a" * 100 + "gone.md" + "b" * 100, 100, 7, "…aaaaaaaaaagone.mdbbbbbbbbbbb…", "gone.md"),
        ("gone.md" + "b" * 100, 0, 7, "gone.md" + "b" * 21 + "…", "gone.md"),
        ("a" * 100 + "gone.md", 100, 7, "…" + "a" * 21 + "gone.md", "gone.md"),
        ("a" * 100 + "g" * 100 + "b" * 100, 100, 100, "…" + "g" * 28 + "…", "g" * 28),
        ("\t" * 40 + "gone.md", 40, 7, "…" + " " * 21 + "gone.md", "gone.md"),
        ("本" * 100 + "gone.md", 100, 7, "…" + "本" * 10 + "gone.md", "gone.md"),
    ],
)
def test_a_long_line_is_cut_around_the_problem(line, start, length, part, marked):
    text, first, count = cut(line, start, length, 30)
    assert (text, text[first : first + count]) == (part, marked)
    assert width(text) <= 30


def test_the_carets_are_below_the_words_in_a_very_long_line(tmp_path):
    line = "a" * 500_000 + "url(gone.png)" + "b" * 500_000
    (tmp_path / "a.css").write_text(line, "utf-8")
    report = for_stream([Problem("x", Location("a.css", 1, 500_005, 8), "gone")], tmp_path, io.StringIO())
    shown, carets = report.splitlines()[3:5]
    assert len(shown) <= 160
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "gone.png"


def test_an_excerpt_is_as_wide_as_the_terminal(tmp_path):
    (tmp_path / "a.md").write_text("a" * 90 + "gone.md" + "b" * 90, "utf-8")
    leader, follower = pty.openpty()
    with os.fdopen(follower, "w") as terminal:
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 60, 0, 0))
        report = for_stream([Problem("x", Location("a.md", 1, 91, 7), "gone")], tmp_path, terminal)
    os.close(leader)
    assert max(width(line) for line in report.splitlines()) == 60
