"""Parity: both languages have the same pages, and a page and its translation are made of the same parts."""

from collections import Counter
from collections.abc import Iterator

from portal.checks.context import Context, FactsContext, Pair
from portal.languages import DEFAULT, LANGUAGES
from portal.problems import Code, Location, Problem
from portal.problems.messages import say
from portal.sources.page import Source
from portal.sources.project import Project
from portal.sources.structure import Part, parts

COMPARE = say("Compare the page with the place that the hint names.")
TRANSLATION_MISSING = Code(
    "translation-missing",
    why=say("Every page exists in both languages."),
    fix=say("Write the missing page in the same commit."),
    example=say("this page has no {wanted}", wanted="docs/en/user/new.md"),
)
TRANSLATION_HEADING = Code(
    "translation-heading",
    why=say("A page and its translation have the same headings, at the same levels and in the same order."),
    fix=COMPARE,
    example=say(
        "{part}: {here} here, {there} in the original",
        part=say("heading"),
        here=say("level {level}", level=3),
        there=say("level {level}", level=2),
    ),
)
TRANSLATION_ID = Code(
    "translation-id",
    why=say("A page and its translation have the same ids in the same order, so that links work in both languages."),
    fix=COMPARE,
    example=say("{part}: {here} here, {there} in the original", part=say("id"), here="two", there="one"),
)
TRANSLATION_ITEM = Code(
    "translation-item",
    why=say("Both languages have the same checklist: the same items in the same order."),
    fix=COMPARE,
    example=say("{part}: {here} here, {there} in the original", part=say("checklist item"), here="order", there="book"),
)
TRANSLATION_ITEM_MISSING = Code(
    "translation-item-missing",
    why=say("Both languages have the same checklist, and the translation lacks an item of the original."),
    fix=say("Translate the item and keep its id."),
    example=say("the original has one more {part}: {value}", part=say("checklist item"), value="date"),
)
TRANSLATION_STEP = Code(
    "translation-step",
    why=say("A page and its translation have the same numbered steps. What one has more is missing in the other."),
    fix=COMPARE,
    example=say("the original has one more {part}: {value}", part=say("step"), value="a numbered line"),
)
TRANSLATION_ADMONITION = Code(
    "translation-admonition",
    why=say("A page and its translation have the same notes and warnings, in the same order."),
    fix=COMPARE,
    example=say("the original has no such {part}: {value}", part=say("admonition"), value="note"),
)
TRANSLATION_TABLE = Code(
    "translation-table",
    why=say("The tables of a page and its translation have the same rows and cells."),
    fix=COMPARE,
    example=say("the original has no such {part}: {value}", part=say("table row"), value="3 cells"),
)
TRANSLATION_PLACEHOLDER = Code(
    "translation-placeholder",
    why=say("Both languages state the same facts, in whatever order a sentence needs them."),
    fix=say("Add or remove the placeholder that differs."),
    example=say("the original has the {part} {value} once more", part=say("placeholder"), value="android.minimum"),
)
TRANSLATION_LINK = Code(
    "translation-link",
    why=say("Both languages link to the same places, in whatever order a sentence needs them."),
    fix=say("Add or remove the link that differs."),
    example=say("the original has the {part} {value} once more", part=say("link"), value="checklist.md#date"),
)
TRANSLATION_IMAGE = Code(
    "translation-image",
    why=say("Both languages show the same images, in whatever order the text needs them."),
    fix=say("Add or remove the image that differs."),
    example=say("the original has the {part} {value} once more", part=say("image"), value="../../assets/logo.svg"),
)
TRANSLATION_NOTE = Code(
    "translation-note",
    why=say("Both languages have the same footnotes, definitions and captions."),
    fix=COMPARE,
    example=say("the original has the {part} {value} once more", part=say("footnote"), value="1"),
)

ORDERED = {
    "heading": TRANSLATION_HEADING,
    "id": TRANSLATION_ID,
    "item": TRANSLATION_ITEM,
    "step": TRANSLATION_STEP,
    "admonition": TRANSLATION_ADMONITION,
    "table": TRANSLATION_TABLE,
    "term": TRANSLATION_NOTE,
    "caption": TRANSLATION_NOTE,
}
UNORDERED = {
    "placeholder": TRANSLATION_PLACEHOLDER,
    "link": TRANSLATION_LINK,
    "image": TRANSLATION_IMAGE,
    "footnote": TRANSLATION_NOTE,
}
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
    "term": say("term or meaning"),
    "caption": say("caption"),
    "footnote": say("footnote"),
}


def check_same_pages(project: Project, _: Context) -> Iterator[Problem]:
    """Yield a problem for each page that a language lacks and another has."""
    by_path: dict[str, dict[str, Source]] = {}
    for source in project.sources:
        by_path.setdefault(source.path, {})[source.language] = source
    for found in by_path.values():
        for language in LANGUAGES:
            if language not in found:
                other = next(iter(found.values()))
                wanted = other.file.replace(f"/{other.language}/", f"/{language}/", 1)
                message = say("this page has no {wanted}", wanted=wanted)
                yield TRANSLATION_MISSING.problem(Location(other.file), message, say("write {word}", word=wanted))


def check_same_parts(pair: Pair, _: FactsContext) -> Iterator[Problem]:
    """Yield a problem for the first difference of each kind between a page and its translation."""
    translation = pair.translation.source
    ours, theirs = parts(pair.original.source), parts(translation)
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
            yield ORDERED[kind].problem(other.location, message, _compare(one.location))
            return
    if len(ours) > len(theirs):
        one = ours[len(theirs)]
        location = theirs[-1].location if theirs else Location(translation.file, 1)
        code = TRANSLATION_ITEM_MISSING if kind == "item" else ORDERED[kind]
        message = say("the original has one more {part}: {value}", part=NAMES[kind], value=one.value)
        yield code.problem(location, message, say("translate {location}", location=one.location))
    elif len(theirs) > len(ours):
        other = theirs[len(ours)]
        message = say("the original has no such {part}: {value}", part=NAMES[kind], value=other.value)
        hint = _compare(ours[-1].location if ours else _original_file(translation))
        yield ORDERED[kind].problem(other.location, message, hint)


def _as_often(kind: str, ours: list[Part], theirs: list[Part], translation: Source) -> Iterator[Problem]:
    counts = Counter(part.value for part in ours)
    counts.subtract(Counter(part.value for part in theirs))
    for value, difference in counts.items():
        if difference > 0:
            one = next(part for part in ours if part.value == value)
            name = NAMES[kind]
            message = say("the original has the {part} {value} once more", part=name, value=value)
            if difference > 1:
                message = say(
                    "the original has the {part} {value} {count} times more", part=name, value=value, count=difference
                )
            yield UNORDERED[kind].problem(Location(translation.file, 1), message, _compare(one.location))
        elif difference < 0:
            other = [part for part in theirs if part.value == value][difference]
            message = say("the original has not this {part}: {value}", part=NAMES[kind], value=value)
            hint = _compare(ours[0].location.file if ours else _original_file(translation))
            yield UNORDERED[kind].problem(other.location, message, hint)


def _compare(location: Location | str) -> str:
    return say("compare with {location}", location=location)


def _original_file(translation: Source) -> str:
    return translation.file.replace(f"/{translation.language}/", f"/{DEFAULT}/", 1)
