"""Boxes: whether each is of a known kind and has its form, so that readers get one, with its title and its text."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from portal.checks.context import Context
from portal.formats.markdown.fences import INDENT
from portal.formats.markdown.page import Element
from portal.languages import Language
from portal.problems import Code, Problem, nearest
from portal.problems.messages import either, say
from portal.sources.page import Source

ADMONITION_KIND = Code(
    "admonition-kind",
    why=say("A box of any other kind has neither colour nor icon."),
    fix=say("Write `!!! note`, `!!! tip` or `!!! warning`."),
    example=say("there is no box of the kind {kind}", kind="hinweis"),
)
ADMONITION_FORM = Code(
    "admonition-form",
    why=say("A box written in another way comes out empty, loses its title, or shows its signs to readers."),
    fix=say('Write `!!! note "Note: …"`, leave a line empty, and indent the text of the box by four spaces.'),
    example=say("this box is empty: its text is not indented"),
)
# The kinds that have a look, and the word with which a title of each begins.
WORDS: Mapping[Language, Mapping[str, str]] = {
    "de": {"note": "Hinweis", "tip": "Tipp", "warning": "Wichtig"},
    "en": {"note": "Note", "tip": "Tip", "warning": "Important"},
}
# What editors write, in German or for other tools.
MEANT = {
    **dict.fromkeys(("hinweis", "info", "information", "nota", "abstract", "example", "beispiel", "question"), "note"),
    **dict.fromkeys(("tipp", "hint", "success", "empfehlung"), "tip"),
    **dict.fromkeys(("achtung", "warnung", "vorsicht", "wichtig", "caution", "attention", "danger"), "warning"),
    **dict.fromkeys(("important", "error", "gefahr", "failure", "bug"), "warning"),
}
MARK = re.compile(r"(?P<before>[\s>]*)(?P<mark>!{2,}|\?{3}\+?)(?P<gap>\s*)(?P<kind>[^\W\d][\w-]*)(?P<rest>(?:\s.*)?)$")
TITLE = re.compile(r'\s+"(?P<title>[^"]*)"\s*$')
FORM = '{mark} {kind} "{title}"'
# What a title has besides its words: a heading's signs and id, elements, entities.
AROUND = re.compile(r"^\s*#+\s+|\{[^}]*\}\s*$|<[^>]*>|&#?\w+;")
FIRST_WORD = re.compile(r"[\W_]*([^\W_]+)")
PREFIX = re.compile(r"[^\W_]+:\s*(?=\S)")


def check_boxes(source: Source, _: Context) -> Iterator[Problem]:
    """Yield a problem for each box of an unknown kind or in another form, and each that would be empty."""
    notes = {note.row: note for note in source.notes}
    for row, (line, live) in enumerate(zip(source.lines, source.markdown.live, strict=True)):
        if ("!!" not in live and "???" not in live) or not (found := MARK.match(line.text)):
            continue
        note = notes.get(row)
        if problem := _wrong_mark(note, found, source, row) or _wrong_title(found, source, row):
            yield problem
        elif note:
            yield from _wrong_kind(note, found, source.language)
            yield from _wrong_body(note, source)


def _wrong_mark(note: Element | None, found: re.Match[str], source: Source, row: int) -> Problem | None:
    mark, gap = found["mark"], found["gap"]
    is_box = note is not None or TITLE.match(found["rest"]) or found["kind"].lower() in {*WORDS["de"], *MEANT}
    if not is_box or (gap and mark in ("!!!", "???", "???+")) or (mark[0] == "?" and not note):
        return None
    meant = say("write {word}", word=f"{'!!!' if mark[0] == '!' else mark} {found['kind']}{found['rest'].rstrip()}")
    location = source.lines[row].location(*found.span("mark"))
    return ADMONITION_FORM.problem(location, say("a box begins with exactly three signs and a space"), meant)


def _wrong_title(found: re.Match[str], source: Source, row: int) -> Problem | None:
    """Return the problem of a title without quotes, which would be classes or text, or without its word."""
    rest, kind = found["rest"].strip(), found["kind"].lower()
    if not rest or found["mark"] not in ("!!!", "???", "???+") or kind not in {*WORDS["de"], *MEANT}:
        return None
    location = source.lines[row].location(found.start("rest") + 1, found.start("rest") + 1 + len(rest))
    word = WORDS[source.language].get(MEANT.get(kind, kind), "")
    quoted = TITLE.match(found["rest"])
    if not quoted:
        plain = rest.strip("\"“”„'‚‘’«»")
        plain = plain if plain.startswith(word) else f"{word}: {plain}"
        hint = say("write {word}", word=FORM.format(mark=found["mark"], kind=found["kind"], title=plain))
        return ADMONITION_FORM.problem(location, say("the title of a box needs straight quotes around it"), hint)
    title = AROUND.sub("", quoted["title"]).strip()
    if not has_words(title) or re.fullmatch(rf"[\W_]*{word}\s*:[\W_]*", title):
        message = say("the title of this box is empty")
        return ADMONITION_FORM.problem(location, message, say("write a title, or leave the quotes out"))
    if found["mark"] == "!!!" and kind in WORDS["de"] and not _begins_with(title, word):
        message = say("the title of a box of the kind {kind} begins with “{word}”", kind=kind, word=word)
        return ADMONITION_FORM.problem(location, message, _with_word(title, found, source.language))
    return None


def has_words(text: str) -> bool:
    """Whether a title has a letter or a digit that readers get: ``**`` and ``&nbsp;`` have none."""
    return bool(FIRST_WORD.match(AROUND.sub("", text)))


def _begins_with(title: str, word: str) -> bool:
    """Whether the first word of a title is ``word``, or that in another form: Hinweise, Wichtiger, Notes."""
    first = FIRST_WORD.match(title)
    return bool(first and first.group(1).startswith(word) and len(first.group(1)) <= len(word) + 2)


def _with_word(title: str, found: re.Match[str], language: Language) -> str:
    """Return the hint for a title without its word. If it has another kind's word, that kind may be meant."""
    mark, kind = found["mark"], found["kind"].lower()
    other = next((one for one, word in WORDS[language].items() if _begins_with(title, word)), None)
    words = {word.lower() for kinds in WORDS.values() for word in kinds.values()} | MEANT.keys()
    prefix = PREFIX.match(title)
    rest = title[prefix.end() :] if prefix and prefix.group().rstrip(": ").lower() in words else title
    forms = [FORM.format(mark=mark, kind=other, title=title)] if other else []
    forms.append(FORM.format(mark=mark, kind=kind, title=f"{WORDS[language][kind]}: {rest}"))
    return say("write {word}", word=either(forms))


def _wrong_kind(note: Element, found: re.Match[str], language: Language) -> Iterator[Problem]:
    kinds = WORDS[language]
    kind = str(note.value).split(" ")[0]
    if kind and kind.lower() not in kinds:
        near = MEANT.get(kind.lower()) or nearest(kind.lower(), (*kinds, *MEANT))
        near = MEANT.get(near, near) if near else None
        hint = say("write {word}", word=f"{found['mark']} {near}") if near else say("write {word}", word=either(kinds))
        location = note.line.location(*found.span("kind"))
        yield ADMONITION_KIND.problem(location, say("there is no box of the kind {kind}", kind=kind), hint)


def _wrong_body(note: Element, source: Source) -> Iterator[Problem]:
    """Yield a problem if what stands below a box is indented too little to belong to it."""
    own = note.line.text.expandtabs(INDENT)
    if own.lstrip().startswith(">"):
        return
    width = len(own) - len(own.lstrip())
    below = next((line for line in islice(source.lines, note.row + 1, None) if line.text.strip()), None)
    text = below.text.expandtabs(INDENT) if below else ""
    indent = len(text) - len(text.lstrip())
    if below and indent >= width + INDENT:
        return
    hint = say("indent the text of the box by four spaces, also behind an empty line")
    if below and width < indent:
        message = say("this is indented too little to belong to the box above")
        yield ADMONITION_FORM.problem(below.location(0, indent), message, hint)
    else:
        yield ADMONITION_FORM.problem(note.location, say("this box is empty: its text is not indented"), hint)
