"""Markdown for code: a fence is a block of its own wherever it stands, also directly below a line of text.

SuperFences leaves it within the paragraph, where HTML allows no block (HTML Living Standard, "The p element").
"""

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from pymdownx.superfences import FENCED_BLOCK_RE


class CodeExtension(Extension):
    """Adds to ``pymdownx.superfences``."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register after SuperFences (25), whose blocks are lines by now, and before raw HTML (20) becomes the like."""
        md.preprocessors.register(_CodePreprocessor(md), "portal_code", 24)


class _CodePreprocessor(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with a blank one around each fence."""
        return [part for line in lines for part in (["", line, ""] if FENCED_BLOCK_RE.match(line) else [line])]
