"""Leftover markup: text of a built page that still shows syntax. The text is the proof, the source the place."""

import re
from collections.abc import Iterator

from portal.checks.context import SiteContext
from portal.checks.elements import unclosed_tags
from portal.checks.leftover_kinds import ENTITIES, ENTITY, KINDS, LISTS, OPENING, UNBALANCED
from portal.checks.short_codes import hint_for
from portal.problems import Code, Location, Problem, nearest
from portal.problems.messages import say
from portal.site.locate import Locator
from portal.site.page import CODE, BuiltPage
from portal.site.site import Site
from portal.site.words import find_words

MARKUP_LEFTOVER = Code(
    "markup-leftover",
    why=say("Readers see raw syntax, because part of it is missing or because it belongs to another tool."),
    fix=say(
        "Write what the hint says. For signs that readers should see, put a backslash before them, or write them as "
        "code."
    ),
    example=say("readers see “{words}” as raw text", words="[Hilfe](help.md"),
)
LONE_STAR = re.compile(r"(?<!\S)\*(?=[^\W\d_])[^\n]{0,24}")
LONGEST = 40  # characters of what is left that a message repeats


def check_leftovers(site: Site, context: SiteContext) -> Iterator[Problem]:
    """Yield a problem for each piece of markup that the parser has left in the article of a page."""
    for page in site.pages.values():
        if context.locator.source(page):
            yield from _check(page, page.article, context.locator)


def _check(page: BuiltPage, text: str, locator: Locator) -> Iterator[Problem]:
    told: list[tuple[int, int]] = []
    for sign, pattern, hint in KINDS:
        for found in pattern.finditer(text) if sign in text else ():
            start, end = found.span()
            if not any(start < other_end and other_start < end for other_start, other_end in told):
                at = start + found.group().index(sign)
                told.append((start, at + len(sign) if sign in OPENING else end))
                if location := _locate(locator, page, text, found, sign):
                    yield _problem(location, found.group(), hint_for(found.group(), hint), page)
    for found in ENTITY.finditer(text) if "&" in text else ():
        known = nearest(found.group(1), ENTITIES)
        beside = f"{text[found.start() - 1 : found.start()]}{text[found.end() : found.end() + 1]}"
        if known == found.group(1) and (len(beside) < 2 or set(beside) & set(" \n")):
            continue  # a text about it
        if known and (location := _locate(locator, page, text, found, "&")):
            yield _problem(location, found.group(), say("write &{name};", name=known), page)
    if "</em>*" in page.html or "*<em>" in page.html:
        yield from _unbalanced(page, locator)
    elif text.count("*") == 1:  # two are signs of a footnote
        star = LONE_STAR.search(text)
        if star and (location := _locate(locator, page, text, star, "*")):
            hint = say("close the emphasis on both sides: *…*; for a star that readers should see, write \\*")
            yield _problem(location, star.group(), hint, page)


def _locate(locator: Locator, page: BuiltPage, text: str, found: re.Match[str], sign: str) -> Location | None:
    """Return where an editor wrote what was found, or None where it is meant: its sign is escaped there.

    Behind an element that nothing closes, Markdown is text; that is told where the element begins.
    """
    source, at = locator.source(page), found.start() + found.group().index(sign)
    for start, end in (found.span(), (at, at + len(sign))) if source else ():
        if source and (span := find_words(source.markdown, text, start, end)):
            written = source.markdown
            is_escaped = f"\\{sign[0]}" in written.text[slice(*span)]
            # Blocks are a line apart in the text: what begins one was no list for another reason.
            is_block = sign in LISTS and not written.live[max(0, written.row(span[0]) - 1)].strip()
            is_swallowed = any(tag.start() < span[0] for tag in unclosed_tags(source))
            return None if is_escaped or is_block or is_swallowed else written.location(*span)
    return locator.built(page, found.group())


def _unbalanced(page: BuiltPage, locator: Locator) -> Iterator[Problem]:
    for found in UNBALANCED.finditer(page.html):
        before, behind = ("*", "**") if found.group(1) else ("**", "*")
        words = f"{before}{found.group(1) or found.group(2)}{behind}"
        source = locator.source(page)
        if source and (span := find_words(source.markdown, words, 0, len(words))):
            hint = say("write as many stars before the words as behind them")
            yield _problem(source.markdown.location(*span), words, hint, page)


def _problem(location: Location, words: str, hint: str, page: BuiltPage) -> Problem:
    words = re.sub(r"\s+", " ", words).strip(f" {CODE}")
    shown = words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
    message = say("readers see “{words}” as raw text", words=shown)
    return MARKUP_LEFTOVER.problem(location, message, hint, pages=(page.path,))
