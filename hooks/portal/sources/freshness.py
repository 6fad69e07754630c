"""Freshness: a translation carries the hash of the original that a human last compared it with.

The hash stands in the translation's front matter as ``original``: it works on shallow clones, where Git's history does
not.
"""

import hashlib
import subprocess
from pathlib import Path

from portal.languages import DEFAULT
from portal.problems import Problem
from portal.sources.front_matter import set_field
from portal.sources.page import Source, parse_source
from portal.sources.text_files import decode

FIELD = "original"
COMPARED_META = ("title", "description")
UNREADABLE = ("front-matter-", "page-")


def content_hash(source: Source) -> str:
    """Return the hash (12 digits) of what readers get of a page: its body with passages, title and description.

    Space at line ends does not count, nor do passages of another language: their original is elsewhere.
    """
    meta = [f"{key}: {source.meta[key]}" for key in COMPARED_META if key in source.meta]
    body = [line.text.rstrip() for line in source.lines if source.language_at(line.file) == source.language]
    return hashlib.sha256("\n".join([*meta, *body]).strip().encode()).hexdigest()[:12]


def is_stale(original: Source, translation: Source) -> bool:
    """Whether the original changed since the translation was last confirmed, or it never was."""
    return str(translation.meta.get(FIELD)) != content_hash(original)


def obstacles(docs: Path, translation: Source, original: Source) -> list[Problem]:
    """Return what has to be fixed before a translation can be confirmed: a page or front matter that can't be read."""
    problems = [problem for problem in original.problems if problem.code.startswith(UNREADABLE)]
    mine = [problem for problem in translation.problems if problem.code.startswith(UNREADABLE)]
    if mine and translation.head:  # perhaps only the hash, which is written again
        text = decode(_confirmed(docs, translation, original))
        after = parse_source(docs, translation.language, translation.path, text)
        mine = mine if is_stale(original, after) or any(p.code.startswith(UNREADABLE) for p in after.problems) else []
    return problems + mine


def confirm(docs: Path, translation: Source, original: Source) -> None:
    """Write the original's hash into the translation's front matter, and change nothing else in the file.

    Raises OSError where the file can't be written, ValueError where there are ``obstacles``.
    """
    if obstacles(docs, translation, original):
        raise ValueError(translation.file)
    (docs / translation.language / translation.path).write_bytes(_confirmed(docs, translation, original))


def _confirmed(docs: Path, translation: Source, original: Source) -> bytes:
    # In bytes: reading as text would lose a byte order mark and the kind of line ends.
    text = (docs / translation.language / translation.path).read_bytes().decode("utf-8")
    return set_field(text, FIELD, content_hash(original)).encode("utf-8")


def original_diff(docs: Path, translation: Source) -> str:
    """Return what changed in the original since the translation was confirmed, as Git shows it; "" where it can't."""
    path = f"{docs.name}/{DEFAULT}/{translation.path}"
    commits = _git(docs, "log", "--format=%H", "--", path).split()
    for commit in commits:
        text = _git(docs, "show", f"{commit}:{path}")
        if content_hash(parse_source(docs, DEFAULT, translation.path, text)) == str(translation.meta.get(FIELD)):
            return _git(docs, "diff", commit, "--", path)
    return ""


def _git(docs: Path, *arguments: str) -> str:
    try:
        run = subprocess.run(
            ["git", *arguments], cwd=docs.parent, capture_output=True, text=True, encoding="utf-8", check=False
        )
    except OSError:  # no Git here
        return ""
    return run.stdout.removeprefix("\ufeff") if run.returncode == 0 else ""
