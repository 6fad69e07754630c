"""Lists of definitions, the glossary and captions: what is written so that it would mean something else."""

from collections.abc import Iterator

from portal.checks.context import Context
from portal.formats.markdown.captions import OPEN
from portal.formats.markdown.definitions import ALONE, WITHIN
from portal.formats.markdown.rows import CLOSED
from portal.problems import Code, Location, Problem
from portal.problems.messages import say
from portal.sources.glossary import PASSAGE, read_terms
from portal.sources.page import Source

DEFINITION_FORM = Code(
    "definition-form",
    why=say("A definition without a term, or within another one, says nothing to readers."),
    fix=say("Write the term in a line, and below it `:   ` with what it means. Leave a line empty above each term."),
    example=say("this definition has no term above it"),
)
TERM_FORM = Code(
    "term-form",
    why=say("Each language has one glossary, so that a term means the same on every page."),
    fix=say("Write each term once, in `shared/terms.md`: `*[PBX]: Private Branch Exchange`."),
    example=say("the glossary has the term {term} twice", term="PBX"),
)
CAPTION_FORM = Code(
    "caption-form",
    why=say("A caption belongs to the image or table above it, and ends with a line of three slashes."),
    fix=say("Write `/// caption` below an image or table, then the words, then `///`."),
    example=say("there is no image or table above this caption"),
)
SHOWN = ("table", "pre", CLOSED)
IMAGES = ("<img", "<svg", "<video", "<picture", "<figure")


def check_definitions(source: Source, _: Context) -> Iterator[Problem]:
    """Yield a problem for each definition without a term, and each term that belongs to the definition above."""
    for one in source.terms:
        if one.value == ALONE:
            message, hint = say("this definition has no term above it"), say("write the term in the line above")
            yield DEFINITION_FORM.problem(one.location, message, hint)
        elif one.value == WITHIN:
            message = say("this term belongs to the definition above it")
            yield DEFINITION_FORM.problem(one.location, message, say("leave a line empty above the term"))


def check_terms(source: Source, _: Context) -> Iterator[Problem]:
    """Yield a problem for each explanation outside of the glossary, and for each term that it has twice."""
    known: set[str] = set()
    for term in read_terms(source.markdown) if "*[" in source.markdown.text else ():
        if not term.location.file.endswith(f"/{PASSAGE}"):
            hint = say("move the line to {path}", path=f"{source.docs}/{source.language}/{PASSAGE}")
            yield TERM_FORM.problem(term.location, say("this explanation is not in the glossary"), hint)
        elif term.id in known:
            message = say("the glossary has the term {term} twice", term=term.name)
            yield TERM_FORM.problem(term.location, message, say("remove one of them"))
        known.add(term.id)


def check_captions(source: Source, _: Context) -> Iterator[Problem]:
    """Yield a problem for each caption that nothing ends, or that has no image and no table above it."""
    images = {source.markdown.row(image.whole[0]) for image in source.images}
    for caption in source.captions:
        above = caption.value
        if above == OPEN:
            message = say("nothing ends this caption: what follows belongs to it")
            yield CAPTION_FORM.problem(caption.location, message, say("write /// in a line below its words"))
        elif isinstance(above, int):
            shown = any(row in images for row in range(above, caption.row))
            html = "\n".join(line.text for line in source.lines[above : caption.row])
            if not shown and not any(tag in html for tag in IMAGES):
                yield _alone(caption.location)
        elif above not in SHOWN:
            yield _alone(caption.location)


def _alone(location: Location) -> Problem:
    message = say("there is no image or table above this caption")
    return CAPTION_FORM.problem(location, message, say("put it directly below what it describes"))
