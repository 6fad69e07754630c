"""Image texts: what a picture's alternative text says must be worth hearing (WCAG 2.2, 1.1.1); heavy pictures."""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from portal.checks.context import Context
from portal.formats.folders import files_below
from portal.formats.markdown.captions import BEGIN
from portal.formats.markdown.link_text import link_text
from portal.formats.markdown.written_links import SourceLink
from portal.problems import Code, Location, Problem
from portal.problems.messages import Message, say
from portal.sources.page import Source
from portal.sources.project import Project

IMAGE_TEXT = Code(
    "image-text",
    why=say(
        "Who can't see the picture hears its alternative text: a file name, “image” or the caption once more says "
        "nothing (WCAG 2.2, 1.1.1)."
    ),
    fix=say("Write what readers should learn from the picture, or leave the text empty if it only decorates: `![]`."),
    example=say("“{words}” is a file name, not what the picture shows", words="IMG_2043.jpg"),
)
IMAGE_WEIGHT = Code(
    "image-weight",
    why=say("A picture of more than 1 MB takes readers on the move many seconds, and costs them data."),
    fix=say("Save it smaller: no wider than 1,600 pixels, as WebP, JPEG or an optimised PNG."),
    example=say("this picture has {size} MB", size="6.2"),
)

FILE = Path(__file__).with_name("vague_images") / "words.txt"
VAGUE = frozenset(FILE.read_text("utf-8").splitlines())
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".bmp", ".tif", ".tiff", ".heic")
LARGEST = 1_000_000  # bytes
MARKDOWN = re.compile(r"!\[(.*?)\](?=[\[(]|$)(?:\([^\n\"']*[\"']([^\"'\n]*)[\"']\))?", re.DOTALL)
HTML = re.compile(r"\balt\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
# "Foto 1", "Screenshot 2026-10-04 um 09.41.12"
COUNTED = re.compile(r"[\W\d_]+(?:(?:um|at|am|on|nr|no|von|of)\b[\W\d_]*)*$")
SIGN = re.compile(r"[\d_]")


def check_image_texts(source: Source, _: Context) -> Iterator[Problem]:
    """Yield a problem for each image of a page whose alternative text says nothing."""
    for image in source.images:
        if found := text_of(source, image):
            words, title, start = found
            if message := _fault(words, title, image.address, source, image):
                location = source.markdown.location(start, start + len(words))
                yield IMAGE_TEXT.problem(location, message, say("write what readers should learn from the picture"))


def check_image_weights(project: Project, _: Context) -> Iterator[Problem]:
    """Yield a problem for each picture below docs/ that is too heavy to be published."""
    docs = project.docs
    for path in files_below(docs):
        if path.suffix.lower() in PICTURES and (size := path.stat().st_size) > LARGEST:
            location = Location(f"{docs.name}/{path.relative_to(docs).as_posix()}")
            message = say("this picture has {size} MB", size=f"{size / 1_000_000:.1f}")
            yield IMAGE_WEIGHT.problem(location, message, say("save it smaller: readers wait for each MB"))


def text_of(source: Source, image: SourceLink) -> tuple[str, str, int] | None:
    """Return the alternative text of an image, its title, and where the text begins; None where it has none."""
    start, end = image.whole
    whole = source.markdown.whole[start:end]
    match = HTML.search(whole) if image.in_html else MARKDOWN.match(whole)
    if not match or not (words := match.group(1) or (match.group(2) if image.in_html else "")):
        return None
    return words, "" if image.in_html else match.group(2) or "", start + whole.index(words)


def _fault(words: str, title: str, address: str, source: Source, image: SourceLink) -> Message | None:
    plain = " ".join(words.split())
    stem = posixpath.splitext(posixpath.basename(address))[0]
    if plain.lower().endswith(PICTURES) or (plain == stem and SIGN.search(plain)):
        return say("“{words}” is a file name, not what the picture shows", words=plain)
    if COUNTED.sub("", plain).casefold() in VAGUE:
        return say("“{words}” does not say what the picture shows", words=plain)
    if plain.casefold() in (title.casefold(), _line_below(source, image)):
        return say("“{words}” repeats the caption", words=plain)
    return None


def _line_below(source: Source, image: SourceLink) -> str:
    """Return the caption below an image: a line in the form of one, or the next with words, all of it emphasised."""
    row = source.markdown.row(image.whole[1] - 1) + 1
    words = [line.text.strip() for line in source.markdown.lines[row : row + 5] if line.text.strip()]
    if len(words) > 1 and BEGIN.match(words[0]):
        return link_text(words[1]).casefold()
    line = words[0] if words else ""
    marked = len(line) > 2 and line[0] == line[-1] and line[0] in "*_"
    return line.strip("*_").casefold() if marked else ""
