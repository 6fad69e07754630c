"""Template places: where a template, mkdocs.yml or facts.yml writes an address that stands in a built page."""

import re
from collections.abc import Iterable, Iterator, Mapping

from portal.languages import LANGUAGES
from portal.problems import Location

COMMENT = re.compile(r"\{#.*?#\}|<!--.*?-->", re.DOTALL)
NOT_BLANK = re.compile(r"\S")
SHORTEST = 3  # characters: "." and "/" stand everywhere
# What stands before and behind an address: a quote, a filter, a key or dash of YAML, a candidate's comma; a word alone
# needs quotes, or each sentence that has the word would count.
BEFORE, BEHIND = r"""(?<=["'(}=])|(?<=[:,-]\s)""", r"""(?=["'){#?])|(?=\s*(?:$|\s#|\s[\d.]+[wx]\b))"""
QUOTED, UNQUOTED = r"""(?<=["'])""", r"""(?=["'])"""


class TemplateLinks:
    """Finds addresses in texts that are no pages."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        """Take the ``texts`` of files by their path: those of templates and settings are looked through."""
        self._texts = {
            path: _without_comments(text) if path.endswith(".html") else text
            for path, text in texts.items()
            if path.endswith((".html", ".yml", ".yaml")) and not path.endswith("/facts.yml")  # whose facts have places
        }

    def find(self, target: str, resolved: str, name: str | None = None) -> tuple[Location, str] | None:
        """Return where the address ``target`` is written, which leads to the site file ``resolved``, and the words.

        A template puts addresses together: what it writes is the whole, or the end of it, or a page's folder. With
        ``name`` the place must be that of a link whose text is the name.
        """
        for words in _spellings(target, resolved):
            alone = re.fullmatch(r"[\w-]+", words)
            before, behind = (QUOTED, UNQUOTED) if alone else (BEFORE, BEHIND)
            pattern = re.compile(f"(?:{before}){re.escape(words)}(?:{behind})", re.MULTILINE)
            for path, text in self._texts.items():
                for match in pattern.finditer(text):
                    if name is None or _is_named(text, match.end(), name):
                        return location_at(path, text, match.start(), len(words)), words
        return None


def _without_comments(text: str) -> str:
    return COMMENT.sub(lambda found: NOT_BLANK.sub(" ", found.group(0)), text)


def location_at(path: str, text: str, start: int, length: int) -> Location:
    """Return the place of a stretch of a text."""
    return Location(path, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start), length)


def _spellings(target: str, resolved: str) -> Iterable[str]:
    """Yield how an address may be written, the whole of it first."""
    return dict.fromkeys(words for words in _all_spellings(target, resolved) if len(words) >= SHORTEST)


def _all_spellings(target: str, resolved: str) -> Iterator[str]:
    yield target
    path = resolved.removesuffix("index.html")
    languages = tuple(f"{language}/" for language in LANGUAGES)
    for whole in (path, path.split("/", 1)[-1] if path.startswith(languages) else ""):
        yield from (f"/{whole}", whole, whole.rstrip("/"))
    parts = path.rstrip("/").split("/")
    for first in range(1, len(parts)):
        ending = "/".join(parts[first:])
        yield from (f"/{ending}/", f"{ending}/", f"/{ending}", ending)


def _is_named(text: str, position: int, name: str) -> bool:
    """Whether the element whose attribute ends at ``position`` has ``name`` as its text."""
    return re.match(rf"[^<]*?>\s*{re.escape(name)}\s*<", text[position : position + 500]) is not None
