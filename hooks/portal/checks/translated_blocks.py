"""Translated blocks: a page and its translation have the same passages, paragraphs, list items and front matter."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from portal.checks.context import FactsContext, Page, Pair
from portal.problems import Code, Location, Problem
from portal.problems.messages import Message, say
from portal.sources.page import INCLUDE_MISSING, Source
from portal.sources.sections import Section, matched
from portal.sources.structure import parts

TRANSLATION_BLOCK = Code(
    "translation-block",
    why=say(
        "Each section of a page has as many paragraphs and list items in both languages. What one has more is missing "
        "in the other."
    ),
    fix=say("Compare the section with the place that the hint names."),
    example=say("list items of this section: {here}, in the original: {there}", here="2", there="3"),
)
TRANSLATION_INCLUDE = Code(
    "translation-include",
    why=say("Both languages include the same passages of `shared/`."),
    fix=say("Include the passage, or remove it from the other language."),
    example=say("the original includes {passage}", passage="shared/contact.md"),
)
TRANSLATION_FIELD = Code(
    "translation-field",
    why=say(
        "Search engines show the description of a page, and menus its title: readers of the translation would get "
        "none, or one in German."
    ),
    fix=say("Translate the field."),
    example=say("the original has a description in its front matter, this page has none"),
)

FEW_WORDS = 4  # shorter texts may be the same in two languages: Microsoft WebView2


def check_blocks(pair: Pair, _: FactsContext) -> Iterator[Problem]:
    """Yield a problem for each passage that one language includes, and for sections of another number of blocks."""
    original, translation = pair.original.source, pair.translation.source
    ours, theirs = dict(_passages(original)), dict(_passages(translation))
    if ours.keys() != theirs.keys():
        yield from _passage_problems(pair, ours, theirs)
        return  # their blocks would be told once more
    for one, other in matched(pair.original.sections, pair.translation.sections):
        message = _difference(one, other)
        if message and _parts(pair.original, one) == _parts(pair.translation, other):
            hint = say("compare with {location}", location=one.location)
            yield TRANSLATION_BLOCK.problem(other.location, message, hint)


def check_fields(pair: Pair, _: FactsContext) -> Iterator[Problem]:
    """Yield a problem for a field of the front matter that the translation lacks, or has as the original does."""
    original, translation = pair.original.source, pair.translation.source
    if any(problem.code == "front-matter-invalid" for problem in (*original.problems, *translation.problems)):
        return
    here, there = original.meta.get("description"), translation.meta.get("description")
    if here and not there:
        message = say("the original has a description in its front matter, this page has none")
        hint = say("translate {location}", location=original.fields["description"])
        yield TRANSLATION_FIELD.problem(Location(translation.file, 1), message, hint)
    elif there and not here:
        message = say("the translation has a description in its front matter, this page has none")
        hint = say("translate {location}", location=translation.fields["description"])
        yield TRANSLATION_FIELD.problem(Location(original.file, 1), message, hint)
    for field in ("description", "title"):
        value = translation.meta.get(field)
        if isinstance(value, str) and value == original.meta.get(field) and len(value.split()) >= FEW_WORDS:
            message = say("{field} is the same as in the original", field=field)
            hint = say("translate {location}", location=original.fields[field])
            yield TRANSLATION_FIELD.problem(translation.fields[field], message, hint)


def _difference(one: Section, other: Section) -> Message | None:
    """Say what a section has more or less of than the original; None for nothing, or what another check tells."""
    ours, theirs = (Counter(block.kind for block in section.blocks) for section in (one, other))
    if any(ours[kind] != theirs[kind] for kind in ("step", "admonition", "table")):
        return None
    if (here := theirs["bullet"]) != (there := ours["bullet"]):
        return say("list items of this section: {here}, in the original: {there}", here=here, there=there)
    if (here := theirs["paragraph"]) != (there := ours["paragraph"]):
        return say("paragraphs of this section: {here}, in the original: {there}", here=here, there=there)
    return None


def _parts(page: Page, section: Section) -> Counter[tuple[str, str]]:
    """Return the parts of a section that are compared one by one: a link, an image, an item of the checklist."""
    rows = page.sections.rows(section)
    return Counter((part.kind, part.value) for part in parts(page.source) if part.row in rows)


def _passage_problems(pair: Pair, ours: dict[str, Location], theirs: dict[str, Location]) -> Iterator[Problem]:
    """Yield a problem for each passage that one language has alone, where nothing else in it is missed as such."""
    original, translation = pair.original.source, pair.translation.source
    if any(problem.code == INCLUDE_MISSING for problem in (*original.problems, *translation.problems)):
        return
    told = {_name(page, part.location.file) for page in (original, translation) for part in parts(page)}
    for name, location in ours.items():
        if name not in theirs and name not in told:
            message = say("the original includes {passage}", passage=name)
            hint = say("compare with {location}", location=location)
            yield TRANSLATION_INCLUDE.problem(Location(translation.file, 1), message, hint)
    for name, location in theirs.items():
        if name not in ours and name not in told:
            message = say("the original does not include {passage}", passage=name)
            hint = say("compare with {location}", location=original.file)
            yield TRANSLATION_INCLUDE.problem(location, message, hint)


def _passages(page: Source) -> Iterator[tuple[str, Location]]:
    """Yield the passages that a page includes, with the place of the line that does."""
    if page.lines and page.lines[0].file != page.file:
        yield _name(page, page.lines[0].file), Location(page.file, len(page.head) + 1)
    for before, line in pairwise(page.lines):
        if line.file not in (page.file, before.file):
            number = before.number + 1 if before.file == page.file else 0
            yield _name(page, line.file), Location(page.file, number)


def _name(page: Source, file: str) -> str:
    """Return how both languages call a file: the passages of both are included on both pages, each in its own order."""
    return file.removeprefix(f"{page.docs}/{page.language_at(file)}/")
