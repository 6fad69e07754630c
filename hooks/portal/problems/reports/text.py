"""The text report, like a compiler's: code, message, location, the line with carets below it, hint."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from portal.languages import Language
from portal.problems import Location, Problem, Severity
from portal.problems.catalogue import in_words
from portal.problems.messages import Message, say
from portal.problems.reports.excerpt import TAB, cut, width
from portal.problems.reports.shared import count, fold, safe

NAMES: dict[Severity, Message] = {"error": say("error"), "warning": say("warning")}
NAMED = 3  # pages or files that a line names
COLUMNS = 160  # width of a line if there is no terminal
# ECMA-48, 8.3.117, select graphic rendition: bold (1) red, yellow, blue (31, 33, 34).
STYLES = {"error": "1;31", "warning": "1;33", "frame": "1;34", "message": "1"}


def render(
    problems: Iterable[Problem], root: Path, language: Language = "en", *, colour: bool = False, columns: int = COLUMNS
) -> str:
    """Return the report of all problems, sorted by location, without duplicates.

    ``root`` is the folder that locations are relative to and excerpts are read from; they are cut to ``columns``.
    """
    folded = fold(problems)
    report = _Report(root, language, colour, columns)
    blocks = ["\n".join(report.block(problem, others)) for problem, others in folded]
    if any(others for _, others in folded):
        blocks.append(report.words(say("`make check FORMAT=json` lists every place")))
    everything = [problem for first, others in folded for problem in (first, *others)]
    if everything:
        codes = dict.fromkeys(problem.code for problem in everything)
        blocks.append(report.words(_how_to_explain(tuple(codes))))
    return "\n\n".join([*blocks, report.words(found(everything))])


def found(problems: Sequence[Problem]) -> str:
    """Return the message with the numbers of problems and warnings."""
    errors, warnings = count(problems)
    error_count = say("1 problem") if errors == 1 else say("{count} problems", count=errors)
    warning_count = say("1 warning") if warnings == 1 else say("{count} warnings", count=warnings)
    if errors and warnings:
        return say("{problems} and {warnings} found", problems=error_count, warnings=warning_count)
    if errors or warnings:
        return say("{problems} found", problems=error_count if errors else warning_count)
    return say("nothing found")


def _how_to_explain(codes: Sequence[str]) -> str:
    """Return the message about `portal explain` for one or more codes."""
    command = f".venv/bin/portal explain {codes[0]}"
    if len(codes) == 1:
        return say("for the reason and the fix, run `{command}`", command=command)
    return say("for the reason and the fix of one of these, run for example `{command}`", command=command)


def wants_colour(is_terminal: bool, environment: Mapping[str, str]) -> bool:
    """Whether to colour a report, in the order of https://no-color.org/ and https://force-color.org/."""
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    terminal = environment.get("TERM") or environment.get("WT_SESSION")  # Windows Terminal sets no TERM
    return is_terminal and bool(terminal) and terminal != "dumb"


@dataclass
class _Report:
    """What all blocks of a report share."""

    root: Path
    language: Language
    colour: bool
    columns: int
    files: dict[str, list[str]] = field(default_factory=dict)  # lines of the files read so far

    def words(self, message: str) -> str:
        """Return a message in the report's language, on one line."""
        return safe(in_words(message, self.language))

    def block(self, problem: Problem, others: Sequence[Problem]) -> Iterator[str]:
        """Yield the lines of a problem. ``others`` are the same problem in locations that are not shown."""
        location, severity = problem.location, problem.severity
        name = self.words(NAMES[severity])
        message = self._paint("message", self.words(problem.message))
        yield f"{self._paint(severity, f'{name}[{problem.code}]')}: {message}"
        if location.file:
            yield f"  {self._paint('frame', '-->')} {safe(str(location))}"
        gutter = " " * (len(str(location.line)) + 1)
        bar, note = self._paint("frame", "|"), f"{gutter}{self._paint('frame', '=')} "
        line = self._line(location)
        if line is not None:
            excerpt, start, length = cut(
                line, location.column - 1, location.length, self.columns - len(gutter) - len("| ")
            )
            yield f"{gutter}{bar}"
            yield f"{self._paint('frame', str(location.line))} {bar} {safe(excerpt, keep=TAB)}"
            before = "".join(TAB if char == TAB else " " * width(char) for char in excerpt[:start])
            carets = "^" * max(1, width(excerpt[start : start + length]))
            yield f"{gutter}{bar} {before}{self._paint(severity, carets)}"
        if problem.hint:
            yield note + self.words(say("hint: {hint}", hint=problem.hint))
        if len(problem.pages) > 1 or (problem.pages and not _is_source(location.file, problem.pages[0])):
            yield note + self.words(say("pages: {pages}", pages=_pages(problem.pages)))
        if others:
            yield f"{note}{self.words(_others(others))}"

    def _paint(self, style: str, text: str) -> str:
        return f"\033[{STYLES[style]}m{text}\033[0m" if self.colour else text

    def _line(self, location: Location) -> str | None:
        if not location.line:  # the whole file, which perhaps must not be opened
            return None
        if location.file not in self.files:
            try:
                self.files[location.file] = (self.root / location.file).read_text("utf-8-sig").split("\n")
            except (OSError, ValueError):  # deleted, or not text; a name with a null byte
                self.files[location.file] = []
        lines = self.files[location.file]
        return lines[location.line - 1] if location.line <= len(lines) else None


def _is_source(file: str, page: str) -> bool:
    """Whether a page, or a PDF next to it, is or is made from this file, so that naming the page adds nothing."""
    bare = re.sub(r"(?:^|/)index\.html$|\.\w+$", "", page)
    return f"/{file}".endswith((f"/{page}", f"/{bare}.md", f"/{bare}/index.md".replace("//", "/")))


def _pages(pages: Sequence[str]) -> str:
    """Return the message with the addresses of the affected pages."""
    names = ["/" + page.removeprefix("/").removesuffix("index.html") for page in pages]
    named = ", ".join(names[:NAMED])
    if len(names) <= NAMED:
        return named
    return say("{pages} and {count} more", pages=named, count=len(names) - NAMED)


def _others(others: Sequence[Problem]) -> str:
    """Return the message about the locations that are not shown."""
    files = list(dict.fromkeys(problem.location.file for problem in others))
    if len(others) == 1:
        return say("the same in one more place: {location}", location=others[0].location)
    if len(files) == 1:
        return say("the same in {count} more places of {file}", count=len(others), file=files[0])
    names = ", ".join(files[:NAMED])
    if len(files) <= NAMED:
        return say("the same in {count} more places, in {files}", count=len(others), files=names)
    return say(
        "the same in {count} more places in {number} files: {files} …",
        count=len(others),
        number=len(files),
        files=names,
    )
