"""Prose: a page's blocks and sentences as readers get them, and the way back to the place of each word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from portal.placeholders import PLACEHOLDER, Values, fill
from portal.problems import Place
from portal.sources import Line, Source

# A sentence ends at . ! ? before a capital, never behind a number's dot ("22. November") or at "z. B.".
SENTENCE_END = re.compile(
    r"(?<=[.!?])(?<![^.\d]\d\.)(?<![^.\d]\d\d\.)(?<!\bz\.)(?<!\bB\.)(?<!ca\.)(?<!\be\.g\.)(?<!\bapprox\.)[\"“”’)*]*\s+(?=[A-ZÄÖÜ„“\"*\[(])"
)
YAML_COMMENT = re.compile(r"(?:^|\s)#.*$")
NEW_BLOCK = re.compile(r"^\s*(?:$|#|[-*+]\s|\d+\.\s|\||!!!|>|<|---)")


@dataclass(frozen=True)
class Sentence:
    """A sentence with its placeholders filled, and the lines that it comes from."""

    text: str
    lines: tuple[Line, ...]
    values: Values

    def keys_of(self, words: str) -> list[str]:
        """Return the keys of the placeholders that ``words`` come from; none where they stand literally."""
        found = (match.group(1) for line in self.lines for match in PLACEHOLDER.finditer(line.text))
        return [key for key in found if str(self.values.get(key)) == words]

    def place(self, words: str) -> Place:
        """Return where ``words`` stand: literally, or as the placeholder that they come from."""
        for line in self.lines:
            if (start := line.text.find(words)) >= 0:
                return line.place(start, start + len(words))
        plain = re.sub(r"[.,\s]", "", words)
        for line in self.lines:
            for match in PLACEHOLDER.finditer(line.text):
                if re.sub(r"[.,\s]", "", str(self.values.get(match.group(1), ""))) == plain:
                    return line.place(match.start(), match.end())
        return self.lines[0].place(0, len(self.lines[0].text))


def sentences(source: Source, values: Values) -> Iterator[Sentence]:
    """Yield every sentence of a page; a table row, a heading and a list item are sentences of their own."""
    for block in _blocks(source):
        text = " ".join(fill(line.text.strip(), values, source.language) for line in block)
        for part in SENTENCE_END.split(text):
            if part.strip():
                yield Sentence(part, tuple(block), values)


def _blocks(source: Source) -> Iterator[list[Line]]:
    block: list[Line] = []
    head = [Line(YAML_COMMENT.sub("", line.text), line.file, line.number) for line in source.head]
    for line in (*head, *source.lines):
        if block and (NEW_BLOCK.match(line.text) or block[-1].text.lstrip().startswith(("#", "|")) or line in head):
            yield block
            block = []
        if line.text.strip():
            block.append(line)
    if block:
        yield block
