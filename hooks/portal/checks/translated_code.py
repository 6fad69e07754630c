"""Translated code: what readers type, copy or see on a screen is the same in both languages."""

import re
from collections.abc import Iterator

from portal.checks.context import FactsContext, Pair
from portal.formats.markdown.code import code_spans
from portal.problems import Code, Location, Problem, nearest
from portal.problems.messages import say
from portal.sources.sections import Section, SectionedPage, matched

TRANSLATION_CODE = Code(
    "translation-code",
    why=say(
        "Commands, paths, host names and settings are the same in both languages. Plain words and comments may be "
        "translated."
    ),
    fix=say("Write the code as in the original, or correct it there."),
    example=say("the original has the code `{words}`", words="sip.example.net"),
)

MEANT_TO_FILL = re.compile(r"<[^<>]*>|\[[^\[\]]*\]|\{\{[^{}]*\}\}|\{[^{}]*\}")
PLAIN = re.compile(r"(?:…|[^\W\d_]+)(?:[ -]+(?:…|[^\W\d_]+))*[.:?!]?")
SEVERAL_WORDS = re.compile(rf"(?=…|.* |$){PLAIN.pattern}|")
ALIKE = 0.75  # difflib's ratio of two words of which one is misspelt
WORD = re.compile(r"[!-~]+")
# What no language changes: with a digit, an option, a path, an assignment, a host name.
TECHNICAL = re.compile(
    r"--?[a-z][\w-]*|[^@]*[A-Za-z_][^@]*[/_=\\][^@]*|[^@]*[A-Za-z][^@]*\d[^@]*|[\w-]+(?:\.[\w-]+)+\.?[a-z]{2,}"
)
# Keys and icons: as translatable as code.
SHORT = re.compile(r"(?<!\+)\+\+[\w+-]+\+\+|(?<![\w:]):[a-z]+(?:-[a-z0-9]+)+:")
Found = dict[str, Location]


def check_code(pair: Pair, _: FactsContext) -> Iterator[Problem]:
    """Yield a problem for each piece of code that a section has and its counterpart has not."""
    original, translation = pair.original.sections, pair.translation.sections
    if not (_has_code(original) or _has_code(translation)):
        return
    for one, other in matched(original, translation):
        for read in (_inline, _blocks):
            yield from _compare(read(original, one), read(translation, other), other)


def _compare(ours: Found, theirs: Found, section: Section) -> Iterator[Problem]:
    missing = [words for words in ours if words not in theirs]
    for words in theirs:
        if words not in ours:
            near = nearest(words, missing, cutoff=ALIKE)
            message = say("the original does not have the code `{words}`", words=words)
            hint = say("write `{words}`, as in {location}", words=near, location=ours[near]) if near else ""
            if near:
                missing.remove(near)
            if near or not _may_differ(words):
                yield TRANSLATION_CODE.problem(theirs[words], message, hint)
    for words in missing:
        if not _may_differ(words):
            message = say("the original has the code `{words}`", words=words)
            yield TRANSLATION_CODE.problem(
                section.location, message, say("compare with {location}", location=ours[words])
            )


def _has_code(page: SectionedPage) -> bool:
    return bool(page.source.markdown.code) or any(sign in page.source.markdown.whole for sign in ("`", "++", ":"))


def _inline(page: SectionedPage, section: Section) -> Found:
    """Return what stands between backticks, keys and icons, with the place of each."""
    whole, live = page.source.markdown.whole, page.source.markdown.text
    found: Found = {}
    for block in section.blocks:
        words = whole[block.start : block.end]
        for short in SHORT.finditer(live, block.start, block.end):
            found.setdefault(short.group(), page.location(*short.span()))
        if "`" not in words or "<!--" in words:
            continue
        for start, end in code_spans(words):
            code = MEANT_TO_FILL.sub("…", " ".join(words[start:end].strip("`").split()))
            at = block.start + start, block.start + end
            if not SEVERAL_WORDS.fullmatch(code) and not live[slice(*at)].strip() and "```" not in words[start:end]:
                found.setdefault(code, page.location(*at))
    return found


def _blocks(page: SectionedPage, section: Section) -> Found:
    """Return the technical words of blocks of code, with their places."""
    markdown, found = page.source.markdown, Found()
    for row in page.rows(section):
        if row in markdown.code and not (line := markdown.lines[row]).text.lstrip().startswith(("```", "~~~")):
            for match in WORD.finditer(MEANT_TO_FILL.sub(lambda one: " " * len(one.group()), line.text)):
                words = match.group().strip(".,;:()\"'!?")
                if len(words) > 2 and TECHNICAL.fullmatch(words):
                    found.setdefault(words, line.location(*match.span()))
    return found


def _may_differ(code: str) -> bool:
    """Whether code may be translated: a word, or what is meant to be filled in."""
    return PLAIN.fullmatch(code) is not None
