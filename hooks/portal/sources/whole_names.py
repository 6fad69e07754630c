"""Names that never break over two lines: what an editor may write in docs/names.yml, with its mistakes."""

import re
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from portal.problems import Code, Problem
from portal.problems.messages import say
from portal.sources.model_file import Words, read_model

FILE = "names.yml"
NAMES_INVALID = Code(
    "names-invalid",
    why=say("`docs/names.yml` lists what never breaks over two lines: names, and words that stay with a number."),
    fix=say("Correct the line that is shown: lists of text under `names`, `before` and `units`."),
    example=say("{name} is not right: {reason}", name="units.0", reason=say("Input should be a valid string")),
)
NUMBER = r"\d+(?:[.,]\d+)*"


class WholeNames(BaseModel):
    """Names, words before a number and units after it."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    names: tuple[Words, ...] = ()
    before: tuple[Words, ...] = ()
    units: tuple[Words, ...] = ()

    @property
    def pattern(self) -> str:
        """The regular expression that finds them, for Python and Typst, or "" where there are none."""
        before, units = _any(self.before), _any(self.units)
        found = [_any(self.names)] if self.names else []
        found += [rf"{before}\s{NUMBER}(?:\s{units})?"] if self.before and self.units else []
        found += [rf"{before}\s{NUMBER}"] if self.before else []
        found += [rf"{NUMBER}\s{units}\b"] if self.units else []
        return rf"\b(?:{'|'.join(found)})" if found else ""


def _any(words: tuple[str, ...]) -> str:
    """Return an expression for any of the words, the longest first, with any white space for their blanks."""
    longest = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(r"\s".join(map(re.escape, word.split())) for word in longest) + ")"


def read_names(docs: Path) -> tuple[WholeNames, tuple[Problem, ...]]:
    """Read names.yml below ``docs``. It never raises for what stands in it; without the file, there are no names."""
    names, problems, _ = read_model(docs, FILE, WholeNames, NAMES_INVALID)
    return names, problems
