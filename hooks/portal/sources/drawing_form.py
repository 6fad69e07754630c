"""The form of a drawing: the elements, attributes and classes that it may have; its look comes from drawings.css."""

import re
from collections.abc import Iterator

from portal.formats.xml import Element, XmlFile
from portal.problems import Code, Location, Problem, nearest
from portal.problems.messages import Message, either, say

DRAWING_INVALID = Code(
    "drawing-invalid",
    why=say(
        "A drawing is made of few elements, looks as `drawings.css` says and takes its shapes from `symbols.svg`. With"
        " colours or sizes of its own it would break in the dark, on phones, on paper or under the site's policy."
    ),
    fix=say("Write what the hint names. All elements and attributes are in `hooks/DRAWINGS.md`."),
    example=say("drawings have no attribute {name}", name="style"),
)

ELEMENTS = ("svg", "g", "use", "path", "rect", "circle", "line", "text", "symbol")
NUMBERS = ("x", "y", "x1", "x2", "y1", "y2", "width", "height", "rx", "cx", "cy", "r")
ATTRIBUTES = frozenset({"viewBox", "class", "id", "href", "d", "transform", "text-anchor", *NUMBERS})
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
# drawings.css has each, behind the prefix drawing__: texts, and shapes.
CLASSES = (
    *("title", "small", "button", "menu", "name"),
    *(
        "window",
        "rule",
        "bar",
        "box",
        "gone",
        "icon",
        "way",
        "paper",
        "dot",
        "solid",
        "press",
        "here",
        "mark",
        "cursor",
    ),
)
MOVED = re.compile(r"translate\([-\d. ]+\)")
BOX = re.compile(r"0 0 (\d+) (\d+)")


def size_of(xml: XmlFile) -> tuple[int, int]:
    """Return width and height of a drawing in its units, (0, 0) where it does not say."""
    box = BOX.fullmatch(xml.elements[0].attributes.get("viewBox", ""))
    return (int(box[1]), int(box[2])) if box else (0, 0)


def find_faults(xml: XmlFile, symbols: set[str], is_symbols: bool) -> Iterator[Problem]:
    """Yield a problem for each part of a drawing, or of the symbols, that none may have."""
    if not is_symbols and not size_of(xml)[0]:
        message, hint = say("this drawing does not say its size"), say("write {words}", words='viewBox="0 0 320 200"')
        yield DRAWING_INVALID.problem(xml.text_location(xml.elements[0]), message, hint)
    for element in xml.elements:
        at = Location(xml.file, element.line, element.column)
        if element.name not in ELEMENTS:
            message = say("drawings have no element {name}", name=element.name)
            yield DRAWING_INVALID.problem(at, message, say("there are {names}", names=either(ELEMENTS)))
            continue
        for name in element.attributes:
            if fault := _fault(element, name, symbols, is_symbols):
                message, hint = fault
                yield DRAWING_INVALID.problem(xml.attribute_location(element, name), message, hint)


def _fault(element: Element, name: str, symbols: set[str], is_symbols: bool) -> tuple[Message, Message] | None:
    """Return what is wrong with an attribute, and the hint; None for nothing."""
    value = element.attributes[name]
    if name not in ATTRIBUTES or (name == "id" and not is_symbols):
        hint = say("colours, widths and sizes of text come from drawings.css, by the attribute class")
        return say("drawings have no attribute {name}", name=name), hint
    if name in NUMBERS and not NUMBER.fullmatch(value):
        return say("{value} is no number", value=value), say("write it in digits, without a unit")
    if name == "transform" and not MOVED.fullmatch(value):
        hint = say("write {words}: turned or scaled, text would be too small to read", words="translate(20 10)")
        return say("{value} is no shift", value=value), hint
    if name == "href" and value.removeprefix("#") not in symbols:
        near = nearest(value.removeprefix("#"), symbols)
        hint = say("write {word}", word=f"#{near}") if near else say("draw it in docs/drawings/symbols.svg")
        return say("there is no symbol {name}", name=value), hint
    unknown = [one for one in value.split() if one not in CLASSES] if name == "class" else []
    if unknown:
        near = nearest(unknown[0], CLASSES)
        hint = say("write {word}", word=near) if near else say("there are {names}", names=either(CLASSES))
        return say("drawings.css has no class {name}", name=unknown[0]), hint
    return None
