"""Drawings: pages show those that there are, and what they show is what the pages say."""

from collections.abc import Iterable, Iterator

from portal.checks.context import Context, FactsContext, Page
from portal.checks.image_texts import text_of
from portal.formats.markdown.written_links import SourceLink
from portal.languages import DEFAULT
from portal.problems import Code, Location, Problem, nearest
from portal.problems.messages import say
from portal.sources.bold_words import bold_words
from portal.sources.drawings import CLICKED, NAMES, SCHEME, SMALLEST, WIDTH, Drawing, WordFile
from portal.sources.page import Source
from portal.sources.project import Project

DRAWING_UNKNOWN = Code(
    "drawing-unknown",
    why=say("The page names a drawing that `docs/drawings/` does not have. Readers would get nothing in its place."),
    fix=say("Write the name that the hint gives, or draw it."),
    example=say("there is no drawing {name}", name="baner"),
)
DRAWING_FORM = Code(
    "drawing-form",
    why=say("A drawing with its caption stands between paragraphs. Within a sentence it could not be shown."),
    fix=say("Put `![What it says](drawing:name)` on a line of its own, with a blank line above and below."),
    example=say("the drawing {name} is not in a paragraph of its own", name="banner"),
)
DRAWING_TEXT = Code(
    "drawing-text",
    why=say("Drawings explain. Who can't see one hears its alternative text instead (WCAG 2.2, 1.1.1)."),
    fix=say("Write what the drawing says into the square brackets, in a sentence."),
    example=say("the drawing {name} has no alternative text", name="banner"),
)
DRAWING_UNUSED = Code(
    "drawing-unused",
    why=say("Nobody sees the drawing, but it has to be kept right and translated."),
    fix=say("Show it on a page, `![What it says](drawing:name)`, or remove its file."),
    example=say("no page shows this drawing"),
)
DRAWING_SIZE = Code(
    "drawing-size",
    why=say("A drawing is part of each page that shows it, and its text is read on phones, at 12 pixels or more."),
    fix=say("Draw less, or the same in a drawing that is at most 320 units wide and 12 KB large."),
    example=say("this drawing has {size} KB", size="14.1"),
)
DRAWING_STALE = Code(
    "drawing-stale",
    why=say(
        "A drawing shows a button, a menu or a message by another name than the steps of its page. Readers would look"
        " for what is not there."
    ),
    fix=say("Write the same name in the drawing's words and, in bold, in a step of each page that shows it."),
    example=say("no step of {page} has **{words}**", page="docs/de/admin/book.md", words="Cloud PBX upgraden"),
)

SHOWN_CODES = (DRAWING_UNKNOWN, DRAWING_FORM, DRAWING_TEXT)
LARGEST = 12_000  # bytes


def check_drawing_files(project: Project, _: Context) -> Iterable[Problem]:
    """Return what is wrong with the files of drawings."""
    return project.drawings.problems


def check_shown(source: Source, context: Context) -> Iterator[Problem]:
    """Yield a problem for each drawing that a page names wrongly, within a sentence, or without alternative text."""
    drawings = context.project.drawings.names
    for image, name in _shown(source):
        location = image.line.location(image.start, image.end)
        if name not in drawings:
            near = nearest(name, drawings)
            hint = say("write {word}", word=SCHEME + near) if near else say("draw it in docs/drawings/")
            yield DRAWING_UNKNOWN.problem(location, say("there is no drawing {name}", name=name), hint)
        if image.in_html or not _is_alone(source, image):
            message = say("the drawing {name} is not in a paragraph of its own", name=name)
            hint = say("write ![…]({word}) on a line of its own, with a blank line around it", word=image.address)
            yield DRAWING_FORM.problem(location, message, hint)
        elif text_of(source, image) is None:
            message = say("the drawing {name} has no alternative text", name=name)
            yield DRAWING_TEXT.problem(location, message, say("write what it says into the square brackets"))


def check_drawings(project: Project, _: FactsContext) -> Iterator[Problem]:
    """Yield a problem for each drawing that nothing shows, that is too large, or too wide for the text of phones."""
    shown = {name for source in project.sources for _, name in _shown(source)}
    shown |= project.storyboard.drawings
    for drawing in project.drawings.drawings.values():
        known = shown <= project.drawings.names and not project.storyboard.problems  # else this one may be meant
        if drawing.name not in shown and known:
            hint = say("write ![…]({word}) in a page, or remove the file", word=SCHEME + drawing.name)
            yield DRAWING_UNUSED.problem(Location(drawing.xml.file), say("no page shows this drawing"), hint)
        if (size := len(drawing.text.encode())) > LARGEST:
            message, hint = (
                say("this drawing has {size} KB", size=f"{size / 1000:.1f}"),
                say("draw less: 12 KB at most"),
            )
            yield DRAWING_SIZE.problem(Location(drawing.xml.file), message, hint)
        if (width := drawing.size[0]) > WIDTH:
            message = say("text of this drawing has {size} pixels on a phone", size=f"{SMALLEST / width:.1f}")
            hint = say("make the drawing at most {width} units wide: then it has 12", width=WIDTH)
            yield DRAWING_SIZE.problem(
                drawing.xml.attribute_location(drawing.xml.elements[0], "viewBox"), message, hint
            )


def check_stale(project: Project, context: FactsContext) -> Iterator[Problem]:
    """Yield a problem for each name of the product in a drawing that a page which shows it does not have."""
    names = project.drawings.words.get(DEFAULT, WordFile(""))
    for page in context.pages:
        shown = dict.fromkeys(name for _, name in _shown(page.source))
        for drawing in (project.drawings.drawings[name] for name in shown if name in project.drawings.drawings):
            yield from _stale(drawing, page, names)


def _stale(drawing: Drawing, page: Page, names: WordFile) -> Iterator[Problem]:
    bold, text = _bold_in_steps(page), " ".join(page.source.text.split())
    for element, key in drawing.texts:
        kind = NAMES & set(element.attributes.get("class", "").split())
        words = names.words.get(key, "")
        if not kind or not words:
            continue
        location, file = drawing.xml.text_location(element), page.source.file
        if kind & CLICKED and words not in bold:
            message = say("no step of {page} has **{words}**", page=file, words=words)
            yield DRAWING_STALE.problem(location, message, _mend(words, key, names, bold))
        elif not kind & CLICKED and words not in text:
            message = say("{page} does not have “{words}”", page=file, words=words)
            yield DRAWING_STALE.problem(location, message, _mend(words, key, names, ()))


def _mend(words: str, key: str, names: WordFile, bold: Iterable[str]) -> str:
    at = names.location(key)
    if near := nearest(words, bold):
        return say("if **{near}** is right, write it in {location}", near=near, location=at)
    return say("write the name there, or correct it in {location}", location=at)


def _bold_in_steps(page: Page) -> frozenset[str]:
    sections = page.sections
    return frozenset(
        bold.words
        for section in sections.sections
        for bold in bold_words(sections, section)
        if any(block.kind == "step" and block.start <= bold.start < block.end for block in section.blocks)
    )


def _shown(source: Source) -> Iterator[tuple[SourceLink, str]]:
    """Yield each image of a page that is a drawing, with the drawing's name."""
    for image in source.images:
        if image.address.startswith(SCHEME):
            yield image, image.address.removeprefix(SCHEME)


def _is_alone(source: Source, image: SourceLink) -> bool:
    start, end = image.whole
    row, lines = source.markdown.row(start), [line.text for line in source.markdown.lines]
    around = "".join(lines[max(0, row - 1) : row] + lines[row + 1 : row + 2])
    return lines[row].strip() == source.markdown.whole[start:end] and not around.strip()
