"""Text files: their bytes as text, and the text as lines, which are no longer than what a person writes."""

import unicodedata

from portal.problems import Code, Location, Problem
from portal.problems.messages import say

LINE_LONG = Code(
    "line-long",
    why=say(
        "No person writes such a line: data has come in by mistake, or the line ends are lost. The programs that read"
        " Markdown take minutes for it."
    ),
    fix=say("Break the line, or put the data into a file below `docs/assets/`."),
    example=say("this line has {count} characters; {most} are allowed", count=100_000, most=5_000),
)
LONGEST = 5_000  # characters; a line of ours has fewer than a thousand


class LongLineError(Exception):
    """A line is too long to be read."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def decode(content: bytes) -> str:
    """Return the text of a file as MkDocs reads it: every kind of line end is one, and a byte order mark none.

    Letters with marks are one character (Unicode NFC), whatever program wrote them: ids, links and searches compare.
    Raises UnicodeDecodeError where it is not UTF-8.
    """
    return unicodedata.normalize("NFC", content.decode("utf-8-sig")).replace("\r\n", "\n").replace("\r", "\n")


def split_lines(text: str, file: str) -> list[str]:
    r"""Return the lines of a file, which end with ``\n``. Raises LongLineError where one is too long to be read."""
    lines = text.rstrip("\n").split("\n")
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST:
            message = say("this line has {count} characters; {most} are allowed", count=len(line), most=LONGEST)
            raise LongLineError(LINE_LONG.problem(Location(file, number), message, say("break the line")))
    return lines
