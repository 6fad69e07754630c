"""Sources: the Markdown pages that editors write, with their includes in place and the origin of every line."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from portal.formats.folders import files_below
from portal.formats.markdown.code import without_comments
from portal.formats.markdown.page import MarkdownPage
from portal.formats.markdown.text import Line
from portal.languages import LANGUAGES, Language, language_of, published_path
from portal.problems import Code, Location, Problem, nearest
from portal.problems.messages import say
from portal.sources.front_matter import read_head
from portal.sources.items import Item, read_items
from portal.sources.placeholders import PLACEHOLDER
from portal.sources.suppressions import Suppression, take_suppressions
from portal.sources.text_files import LongLineError, decode, split_lines

INCLUDE_MISSING = Code(
    "include-missing",
    why=say("The passage would be missing from the page."),
    fix=say("Write the name that the hint gives."),
    example=say("there is no passage {path} to include", path="shared/contct.md"),
)
PAGE_UNREADABLE = Code(
    "page-unreadable",
    why=say("What can't be read can't be published or checked."),
    fix=say("Save the file as UTF-8, or bring it back from Git."),
    example=say("this file is not UTF-8 text"),
)

INCLUDE = re.compile(r"""^(\s*)\{%\s*include\s+["']([^"']+)["']\s*%\}\s*$""")
PASSAGE = re.compile(rf"(?:(?P<language>{'|'.join(LANGUAGES)})/)?(?P<path>shared/[^/.][^/]*\.md)")


@dataclass(frozen=True)
class Placeholder:
    """``{{ key }}`` in a page."""

    key: str
    row: int  # index of its line in the body; -1 in the front matter
    location: Location


@dataclass(frozen=True)
class Source(MarkdownPage):
    """A page as its editor wrote it, and what it is made of.

    ``path`` is relative to the language folder: ``admin/index.md``.
    """

    language: Language
    path: str
    file: str
    meta: Mapping[str, object]
    head: tuple[Line, ...]  # the lines of the front matter
    lines: tuple[Line, ...]  # the lines of the body, passages included
    problems: tuple[Problem, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    fields: Mapping[str, Location] = field(default_factory=dict)  # where each field of the front matter stands

    @property
    def docs(self) -> str:
        """The folder that the languages lie in, as ``file`` names it: ``docs``."""
        return self.file.removesuffix(f"/{self.language}/{self.path}")

    @cached_property
    def site_path(self) -> str:
        """The path in the site at which the page is published: ``user/help/index.html``."""
        return published_path(self.language, self.path) + "index.html"

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The items of checklists, those that are written wrong among them."""
        return tuple(read_items(self.markdown))

    @cached_property
    def placeholders(self) -> tuple[Placeholder, ...]:
        """The placeholders of front matter and body. Those in code are filled too; what stands in comments is none."""
        body = zip(self.lines, without_comments([line.text for line in self.lines]), strict=True)
        texts = [(-1, line, line.text) for line in self.head] + [(row, *pair) for row, pair in enumerate(body)]
        return tuple(
            Placeholder(match.group(1), row, line.location(*match.span()))
            for row, line, text in texts
            if "{{" in text
            for match in PLACEHOLDER.finditer(text)
        )

    @property
    def text(self) -> str:
        """The body as one string of Markdown."""
        return "\n".join(line.text for line in self.lines)

    def language_at(self, file: str) -> Language:
        """Return the language of one of the page's files: the page's, but for a passage of another language."""
        return self.language if file == self.file else language_of(file.removeprefix(f"{self.docs}/"))


def read_sources(docs: Path) -> list[Source]:
    """Read every page below ``docs``, language by language, in the order of their paths."""
    passages: dict[Path, str] = {}
    return [
        read_source(docs, language, path, passages) for language in LANGUAGES for path in page_paths(docs, language)
    ]


def page_paths(docs: Path, language: Language) -> list[str]:
    """Return the paths of a language's pages: no passages, and no dot files, as MkDocs."""
    folder = docs / language
    paths = sorted(path.relative_to(folder).as_posix() for path in files_below(folder) if path.suffix == ".md")
    return [path for path in paths if not path.startswith("shared/") and "/." not in f"/{path}"]


def read_source(docs: Path, language: Language, path: str, passages: dict[Path, str] | None = None) -> Source:
    """Read one page; what is wrong with it is in its ``problems``."""
    try:
        return parse_source(docs, language, path, decode((docs / language / path).read_bytes()), passages)
    except (OSError, UnicodeDecodeError) as error:
        file = f"{docs.name}/{language}/{path}"
        return Source(language, path, file, {}, (), (), (_unreadable(file, error),))


def parse_source(
    docs: Path, language: Language, path: str, text: str, passages: dict[Path, str] | None = None
) -> Source:
    r"""Parse the text of one page, whose lines end with ``\n``; passages that it includes are read below ``docs``.

    ``passages`` keeps the texts of passages.
    """
    file = f"{docs.name}/{language}/{path}"
    try:
        written = split_lines(text, file)
    except LongLineError as error:
        return Source(language, path, file, {}, (), (), (error.problem,))
    head = read_head(text, file)
    lines = [Line(words, file, number) for number, words in enumerate(written, 1)]
    body, more = _include(docs, language, lines[head.lines :], {} if passages is None else passages)
    body, suppressions = take_suppressions(body)
    fields, problems = tuple(lines[: head.lines]), (*head.problems, *more)
    return Source(language, path, file, head.meta, fields, tuple(body), problems, tuple(suppressions), head.locations)


def _include(
    docs: Path, language: Language, lines: list[Line], passages: dict[Path, str]
) -> tuple[list[Line], list[Problem]]:
    body: list[Line] = []
    problems: list[Problem] = []
    for line in lines:
        if match := INCLUDE.match(line.text):
            try:
                body += _passage(docs, language, match.group(2), match.group(1), passages)
            except (UnicodeDecodeError, LongLineError) as error:
                problems.append(_unreadable(f"{docs.name}/{language}/{match.group(2)}", error))
            except OSError:
                problems.append(_missing_passage(docs, language, line, match))
        else:
            body.append(line)
    return body, problems


def _passage(docs: Path, language: Language, path: str, indent: str, passages: dict[Path, str]) -> Iterator[Line]:
    """Yield the lines of a passage, indented as the include is; ``en/shared/name.md`` is one of another language.

    Raises OSError for a path that is no passage's, LongLineError where a line is too long to be read.
    """
    match = PASSAGE.fullmatch(path)
    if not match:
        raise FileNotFoundError(path)
    name = f"{match['language'] or language}/{match['path']}"
    file = docs / name
    text = passages.get(file) or passages.setdefault(file, decode(file.read_bytes()))
    for number, words in enumerate(split_lines(text, f"{docs.name}/{name}"), 1):
        yield Line(indent + words if words else words, f"{docs.name}/{name}", number, len(indent))


def _missing_passage(docs: Path, language: Language, line: Line, match: re.Match[str]) -> Problem:
    near = nearest(match.group(2), [f"shared/{path.name}" for path in (docs / language).glob("shared/*.md")])
    message = say("there is no passage {path} to include", path=match.group(2))
    shared = f"{docs.name}/{language}/shared/"
    hint = say("write {word}", word=near) if near else say("passages stand in {folder}", folder=shared)
    return INCLUDE_MISSING.problem(line.location(match.start(2), match.end(2)), message, hint)


def _unreadable(file: str, error: Exception) -> Problem:
    if isinstance(error, LongLineError):
        return error.problem
    if isinstance(error, UnicodeDecodeError):
        message, hint = say("this file is not UTF-8 text"), say("save it with the encoding UTF-8")
        return PAGE_UNREADABLE.problem(Location(file), message, hint)
    message = say("this file can't be read: {reason}", reason=getattr(error, "strerror", error))
    return PAGE_UNREADABLE.problem(Location(file), message)
