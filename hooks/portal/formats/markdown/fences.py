"""Fences: blocks of code between ``` or ~~~, as PyMdown's SuperFences takes them from a page before anything else."""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from markdown import Markdown

INDENT = 4  # Python-Markdown's tab length


class Fence(NamedTuple):
    """A block of code: its rows (``end`` exclusive), what stands before it in each, its language and its title."""

    start: int
    end: int
    prefix: str
    language: str
    title: str


def find_fences(texts: Sequence[str]) -> list[Fence]:
    """Return the fences of a page in their order; one that nothing ends, or with unknown options, is none.

    They are read by SuperFences itself, which is asked for places only.
    """
    if not any("```" in text or "~~~" in text for text in texts):
        return []
    found: list[Fence] = []
    finder = _superfences()

    def keep(_: str, __: str, start: int, end: int) -> None:
        found.append(Fence(start, end, finder.ws, finder.lang or "", finder.options.get("title", "")))
        finder.clear()

    finder.process_nested_block, finder.stack = keep, []
    finder.clear()
    finder.search_nested([text.expandtabs(INDENT) if text.strip() else "" for text in texts])
    return found


@cache
def _superfences() -> Any:
    return Markdown(extensions=["attr_list", "pymdownx.superfences"]).preprocessors["fenced_code_block"]
