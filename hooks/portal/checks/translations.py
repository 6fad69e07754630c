"""Parity: both languages have the same pages, and a page and its translation are made of the same parts."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from portal.formats.folders import files_below
from portal.languages import DEFAULT, LANGUAGES, published_path
from portal.problems import Location, Problem
from portal.problems.messages import say
from portal.sources.page import Source
from portal.sources.structure import Part, parts

MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")  # what MkDocs takes for a page
ORDERED = ("heading", "id", "item", "step", "admonition", "table")
UNORDERED = ("placeholder", "link", "image")
NAMES = {
    "heading": say("heading"),
    "id": say("id"),
    "item": say("checklist item"),
    "step": say("step"),
    "admonition": say("admonition"),
    "table": say("table row"),
    "placeholder": say("placeholder"),
    "link": say("link"),
    "image": say("image"),
}


def pairs(sources: Iterable[Source]) -> Iterator[tuple[Source, Source]]:
    """Yield each page of the default language with each of its translations."""
    by_path = {(source.language, source.path): source for source in sources}
    for (language, path), original in by_path.items():
        if language == DEFAULT:
            for other in LANGUAGES:
                if other != DEFAULT and (other, path) in by_path:
                    yield original, by_path[other, path]


def check_same_pages(sources: Iterable[Source]) -> Iterator[Problem]:
    """Yield a problem for each page that a language lacks and another has."""
    by_path: dict[str, dict[str, Source]] = {}
    for source in sources:
        by_path.setdefault(source.path, {})[source.language] = source
    for found in by_path.values():
        for language in LANGUAGES:
            if language not in found:
                other = next(iter(found.values()))
                wanted = other.file.replace(f"/{other.language}/", f"/{language}/", 1)
                message = say("this page has no {wanted}", wanted=wanted)
                yield Problem("translation-missing", Location(other.file), message, say("write {word}", word=wanted))


def check_urls(docs: Path, sources: Iterable[Source]) -> Iterator[Problem]:
    """Yield a problem for two pages of one address, and for Markdown that is no page.

    That is what lies outside the languages, or does not end with ``.md``.
    """
    by_url: dict[str, Source] = {}
    for source in sources:
        other = by_url.setdefault(published_path(source.language, source.path), source)
        if other is not source:
            message = say("this page has the address of {file}", file=other.file)
            yield Problem("page-misplaced", Location(source.file), message, say("rename one of them"))
    for path in files_below(docs):
        inside = path.relative_to(docs)
        if path.suffix in MARKDOWN and (inside.parts[0] not in LANGUAGES or path.suffix != ".md"):
            message = say("this Markdown file is no page of a language")
            hint = say(
                "move it below {folder} with the ending .md, or out of {docs}",
                folder=f"{docs.name}/{DEFAULT}/",
                docs=f"{docs.name}/",
            )
            yield Problem("page-misplaced", Location(f"{docs.name}/{inside.as_posix()}"), message, hint)


def check_same_parts(original: Source, translation: Source) -> Iterator[Problem]:
    """Yield a problem for the first difference of each kind between a page and its translation."""
    ours, theirs = parts(original), parts(translation)
    for kind in ORDERED:
        yield from _in_order(kind, _of(kind, ours), _of(kind, theirs), translation)
    for kind in UNORDERED:
        yield from _as_often(kind, _of(kind, ours), _of(kind, theirs), translation)


def _of(kind: str, found: list[Part]) -> list[Part]:
    return [part for part in found if part.kind == kind]


def _in_order(kind: str, ours: list[Part], theirs: list[Part], translation: Source) -> Iterator[Problem]:
    for one, other in zip(ours, theirs, strict=False):
        if one.value != other.value:
            message = say(
                "{part}: {here} here, {there} in the original", part=NAMES[kind], here=other.value, there=one.value
            )
            yield Problem(f"translation-{kind}", other.location, message, _compare(one.location))
            return
    if len(ours) > len(theirs):
        one = ours[len(theirs)]
        location = theirs[-1].location if theirs else Location(translation.file, 1)
        code = "translation-item-missing" if kind == "item" else f"translation-{kind}"
        message = say("the original has one more {part}: {value}", part=NAMES[kind], value=one.value)
        yield Problem(code, location, message, say("translate {location}", location=one.location))
    elif len(theirs) > len(ours):
        other = theirs[len(ours)]
        message = say("the original has no such {part}: {value}", part=NAMES[kind], value=other.value)
        hint = _compare(ours[-1].location if ours else _original_file(translation))
        yield Problem(f"translation-{kind}", other.location, message, hint)


def _as_often(kind: str, ours: list[Part], theirs: list[Part], translation: Source) -> Iterator[Problem]:
    counts = Counter(part.value for part in ours)
    counts.subtract(Counter(part.value for part in theirs))
    for value, difference in counts.items():
        if difference > 0:
            one = next(part for part in ours if part.value == value)
            message = (
                say("the original has the {part} {value} once more", part=NAMES[kind], value=value)
                if difference == 1
                else say(
                    "the original has the {part} {value} {count} times more",
                    part=NAMES[kind],
                    value=value,
                    count=difference,
                )
            )
            yield Problem(f"translation-{kind}", Location(translation.file, 1), message, _compare(one.location))
        elif difference < 0:
            other = [part for part in theirs if part.value == value][difference]
            message = say("the original has not this {part}: {value}", part=NAMES[kind], value=value)
            hint = _compare(ours[0].location.file if ours else _original_file(translation))
            yield Problem(f"translation-{kind}", other.location, message, hint)


def _compare(location: Location | str) -> str:
    return say("compare with {location}", location=location)


def _original_file(translation: Source) -> str:
    return translation.file.replace(f"/{translation.language}/", f"/{DEFAULT}/", 1)
