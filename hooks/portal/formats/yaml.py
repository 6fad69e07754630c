"""YAML with places: the data, and the line and column of each node in it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from portal.formats.yaml_errors import TOO_MANY, explain
from portal.problems import Code, Location, Problem
from portal.problems.messages import Message, say

Path = tuple[str | int, ...]
PLAIN_INTEGER = re.compile(
    r"[-+]?(?:0|[1-9]\d*)"
)  # not 1:00, 010 or 1_000 (YAML 1.1, "Integer Language-Independent Type")

MOST_NODES = 100_000  # our longest file has some hundreds


@dataclass(frozen=True)
class Document:
    """A YAML document: plain data, and the place of each key and value by its path."""

    data: object
    keys: dict[Path, Location]
    values: dict[Path, Location]

    def at(self, path: Path) -> object:
        """Return the data of the node at ``path``; None where there is none, as below a tag."""
        found: Any = self.data
        for step in path:
            try:
                found = found[step]
            except (KeyError, IndexError, TypeError):
                return None
        return found

    def location(self, path: Path) -> Location:
        """Return the place of the value at ``path``, or of the nearest node above it that exists."""
        while path and path not in self.values:
            path = path[:-1]
        return self.values[path]


def place_within(value: Location, words: str, text: str) -> Location:
    """Return where ``words`` of the value at a place stand in the file's ``text``; else, as in an escape, the value."""
    begin = sum(len(line) + 1 for line in text.split("\n")[: value.line - 1]) + value.column - 1
    start = text.find(words, begin)
    if start < 0:
        return value
    return Location(value.file, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start), len(words))


class _Loader(yaml.SafeLoader):
    """Reads application tags (``!ENV`` in mkdocs.yml) as nothing: their values are no concern of the checks."""


_Loader.add_multi_constructor("", lambda loader, suffix, node: None)


def read_yaml(text: str, file: str, code: Code, first_line: int = 1) -> tuple[Document | None, list[Problem]]:
    """Parse one YAML document; problems carry ``code``. ``first_line`` is the line of the file where ``text`` begins.

    Duplicate keys are problems too: YAML 1.2, section 3.2.1.1, wants keys unique, and PyYAML drops the first silently.
    """

    def location_of(mark: yaml.Mark, length: int = 1) -> Location:
        return Location(file, mark.line + first_line, mark.column + 1, length)

    problems: list[Problem] = []
    try:
        loader = _Loader(text)
        root = loader.get_single_node()
        if root is None:
            return Document(None, {}, {(): Location(file, first_line)}), []
        if _count_nodes(root, {}) > MOST_NODES:
            raise yaml.composer.ComposerError(None, None, TOO_MANY, root.start_mark)
        document = Document(None, {}, {})
        problems += _index(root, (), document, location_of, code)
        return Document(loader.construct_document(root), document.keys, document.values), problems
    except yaml.MarkedYAMLError as error:
        message, hint, at_begin = explain(error)
        return None, [code.problem(location_of(_telling_mark(error, text, at_begin)), message, hint)]
    except yaml.reader.ReaderError as error:
        line = text[: error.position].count("\n") + first_line
        number = ord(error.character[:1]) if isinstance(error.character, str) else error.character
        message = say("the character U+{number:04X} can't stand here", number=number)
        hint = say("remove it; it may have come along with pasted text")
        return None, [code.problem(Location(file, line), message, hint)]
    except RecursionError:
        return None, [code.problem(Location(file, first_line), *_endless(text))]
    except (yaml.YAMLError, ValueError) as error:
        message, hint, _ = explain(error)
        return None, problems or [code.problem(Location(file, first_line), message, hint)]


def _endless(text: str) -> tuple[Message, Message]:
    """Return what is wrong with a text that can't be read to its end, and the hint."""
    if "&" in text and "*" in text:
        return say("an alias (*) holds itself"), say("write the value out")
    return say("values are nested too deeply here"), say("write fewer levels")


def _count_nodes(node: yaml.Node, known: dict[int, int]) -> int:
    """Return how many nodes there are below and at ``node`` once its aliases are written out; each is visited once."""
    if id(node) not in known and isinstance(node, yaml.CollectionNode):
        pairs = isinstance(node, yaml.MappingNode)
        children = [one for pair in node.value for one in pair] if pairs else node.value
        known[id(node)] = 1 + sum(_count_nodes(child, known) for child in children)
    return known.get(id(node), 1)


def _telling_mark(error: yaml.MarkedYAMLError, text: str, at_begin: bool) -> yaml.Mark:
    """Return where an editor should look: never behind the last word, where PyYAML notices what was left open."""
    end = len(text.rstrip())
    both = (error.problem_mark, error.context_mark)
    marks = [mark for mark in (reversed(both) if at_begin else both) if mark and mark.index < end]
    last_line = text[:end].rpartition("\n")[2]
    return marks[0] if marks else yaml.Mark("", end, text[:end].count("\n"), max(0, len(last_line) - 1), None, 0)


def _is_day(node: yaml.ScalarNode) -> bool:
    """Whether what looks like a date is one: 2026-02-30 is not."""
    try:
        return bool(_Loader("").construct_yaml_timestamp(node))
    except ValueError:
        return False


def _index(
    node: yaml.Node, path: Path, document: Document, location_of: Callable[[yaml.Mark, int], Location], code: Code
) -> Iterator[Problem]:
    length = len(node.value) if isinstance(node, yaml.ScalarNode) and node.style is None else 1
    document.values[path] = location_of(node.start_mark, max(1, length))
    if isinstance(node, yaml.ScalarNode) and node.tag.endswith(":int") and not PLAIN_INTEGER.fullmatch(node.value):
        message = say("YAML reads {words} as {value}", words=node.value, value=yaml.safe_load(node.value))
        hint = say("write the number in digits; what is no number stands in quotes")
        yield code.problem(document.values[path], message, hint)
    if isinstance(node, yaml.ScalarNode) and node.tag.endswith(":timestamp") and not _is_day(node):
        message, hint = say("there is no day {words}", words=node.value), say("write a day that exists")
        yield code.problem(document.values[path], message, hint)
    if isinstance(node, yaml.SequenceNode):
        for index, child in enumerate(node.value):
            yield from _index(child, (*path, index), document, location_of, code)
    elif isinstance(node, yaml.MappingNode):
        for key, child in node.value:
            child_path = (*path, str(key.value))
            location = location_of(key.start_mark, len(str(key.value)))
            if child_path in document.keys:
                message = say("{key} stands here twice", key=key.value)
                hint = say("remove one; the first is in line {line}", line=document.keys[child_path].line)
                yield code.problem(location, message, hint)
            document.keys[child_path] = location
            yield from _index(child, child_path, document, location_of, code)
