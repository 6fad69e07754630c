"""The declarations of a stylesheet, each where it stands, as a parser of CSS Syntax 3 reads them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule

NESTING = ("@media", "@supports", "@layer", "@container")
CUSTOM = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)")


@dataclass(frozen=True)
class Rule:
    """A rule with declarations; ``prelude`` is its selector, or the name of its at-rule."""

    prelude: str
    declarations: tuple[tuple[str, str], ...]
    line: int
    conditions: tuple[str, ...] = ()
    """The media queries and the like that it stands in."""


def read_rules(css: str) -> list[Rule]:
    """Return all rules, those within media queries too. Raises ValueError for what is no CSS."""
    return list(_rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), ()))


def _rules(nodes: list[Node], conditions: tuple[str, ...]) -> Iterator[Rule]:
    for node in nodes:
        if not isinstance(node, AtRule | QualifiedRule) or node.content is None:
            raise ValueError(f"line {node.source_line}: {getattr(node, 'message', node.serialize())}")
        name = f"@{node.at_keyword}" if isinstance(node, AtRule) else ""
        prelude = f"{name}{tinycss2.serialize(node.prelude)}".strip()
        if name.lower() in NESTING:
            inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            yield from _rules(inner, (*conditions, prelude))
        else:
            yield Rule(prelude, tuple(_declarations(node)), node.source_line, conditions)


def _declarations(rule: Node) -> Iterator[tuple[str, str]]:
    for node in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
        if not isinstance(node, Declaration):
            raise ValueError(f"line {node.source_line}: {getattr(node, 'message', node.serialize())}")
        yield node.name, tinycss2.serialize(node.value).strip()


def spelled_out(rules: list[Rule], value: str) -> list[str]:
    """Return the value with each custom property replaced by each of its values in the stylesheet.

    What holds var() is never dropped by a parser. Raises ValueError for a property that no rule sets.
    """
    use = CUSTOM.search(value)
    if not use:
        return [value]
    values = {text for rule in rules for name, text in rule.declarations if name == use[1]}
    if not values:
        raise ValueError(f"{use[1]} has no value in the stylesheet")
    fallback = {use[2].strip()} if use[2] else set()
    texts = sorted(values | fallback)
    return [whole for text in texts for whole in spelled_out(rules, value.replace(use[0], text))]
