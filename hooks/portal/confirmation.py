"""The command that confirms a translation, once somebody has compared it with its original."""

import argparse
import sys

from portal.languages import DEFAULT, LANGUAGES
from portal.problems.reports import for_stream
from portal.sources.freshness import confirm, content_hash, obstacles, original_diff
from portal.sources.page import page_paths, read_source


def run_confirm(options: argparse.Namespace) -> int:
    """Show what changed in the original of a page, ask, and confirm its translation; return the exit status."""
    path = options.page.removesuffix(".md") + ".md"
    docs = options.docs
    translations = [
        read_source(docs, language, path)
        for language in LANGUAGES
        if language != DEFAULT and path in page_paths(docs, language)
    ]
    if not translations or path not in page_paths(docs, DEFAULT):
        print(f"{path} does not exist in both languages", file=sys.stderr)
        return 2
    for translation in translations:
        original = read_source(docs, DEFAULT, path)
        if problems := obstacles(docs, translation, original):
            print(for_stream(problems, docs.parent, sys.stderr), file=sys.stderr)
            return 1
        print(
            original_diff(docs, translation)
            or f"Git has no earlier version to compare with; read {original.file} and {translation.file}."
        )
        question = f"Does {translation.file} say the same as {original.file}? [y/N] "
        if not options.yes and not _agrees(question):
            return 1
        confirm(docs, translation, original)
        print(f"{translation.file} is confirmed against version {content_hash(original)}")
    return 0


def _agrees(question: str) -> bool:
    """Ask on the terminal, and return whether the answer is yes. Without a terminal it is no."""
    try:
        return input(question).lower() in ("y", "yes", "j", "ja")
    except EOFError:
        print("\nThere is no terminal to answer on; once you have compared the two, add --yes", file=sys.stderr)
        return False
