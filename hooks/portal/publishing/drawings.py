"""Drawings: images of a page whose address is ``drawing:NAME`` become inline SVG, in the words of the page's language.

Inline, since only so do they follow the page's colours, light and dark, forced and printed, and its font.
"""

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Mapping
from copy import deepcopy
from html import unescape

from portal.formats.html import attributes_of
from portal.languages import DEFAULT, Language
from portal.sources.drawings import NAMES, SCHEME, Drawing, Drawings
from portal.sources.placeholders import Values, fill

ABOVE, BELOW = 8, 10  # units: a name and its translation share the place of the one line of other languages
# A drawing stands alone in its paragraph; check_shown reports any other, and no reader gets it.
IMAGE = re.compile(r"<p>\s*<img\b([^<>]*\bsrc=\"drawing:[^<>]*)>\s*</p>")
STRAY = re.compile(r"<img\b[^<>]*\bsrc=\"drawing:[^<>]*>")


def place_drawings(html: str, drawings: Drawings, language: Language, facts: Values, caption: str) -> str:
    """Return the content of a page with the drawings that it names; one that there is not is left out.

    ``caption`` is what stands below each. The ids are unique in the page.
    """
    count = 0

    def place(match: re.Match[str]) -> str:
        nonlocal count
        written = attributes_of(match.group(1))
        drawing = drawings.drawings.get(written["src"].removeprefix(SCHEME))
        if drawing is None:
            return ""
        count += 1
        svg = draw(drawing, drawings, language, facts, unescape(written.get("alt", "")), f"drawing-{count}")
        return f'<figure class="drawing" data-search-exclude>{svg}<figcaption>{caption}</figcaption></figure>'

    return STRAY.sub("", IMAGE.sub(place, html))


def draw(
    drawing: Drawing, drawings: Drawings, language: Language, facts: Values, alternative: str, title_id: str
) -> str:
    """Return a drawing as SVG for HTML. ``alternative`` says what it shows, in an element with the id ``title_id``.

    Names of the product stay in the default language, marked as such; a smaller line below has their translation.
    """
    width, height = drawing.size
    root = etree.fromstring(drawing.text)  # noqa: S314 - an editor's file, which expat has read before
    root.attrib.update({"role": "img", "aria-labelledby": title_id, "width": str(width), "height": str(height)})
    symbols = _symbols(drawings.symbols)
    for element in root.iter():
        if _name(element) == "use":
            _draw_symbol(element, symbols)
    words, names = _words(drawings, language, facts), _words(drawings, DEFAULT, facts)
    for parent in list(root.iter()):
        for index, child in reversed(list(enumerate(parent))):
            if _name(child) == "text":
                parent[index : index + 1] = _texts(child, fill(_text(child), words, language), names)
    title = etree.Element("title", {"id": title_id})
    title.text = alternative
    root.insert(0, title)
    return "".join(_written(root))


def _draw_symbol(use: etree.Element, symbols: Mapping[str, etree.Element]) -> None:
    """Put a copy of the symbol in place of its use: with ids, a second drawing of the page would need others."""
    shape = symbols.get(use.attrib.pop("href", "")[1:], ())
    x, y = use.attrib.pop("x", "0"), use.attrib.pop("y", "0")
    use.tag, use.attrib["transform"] = "g", f"translate({x} {y})"
    use.extend(deepcopy(list(shape)))


def _texts(element: etree.Element, words: str, names: Values) -> list[etree.Element]:
    """Return a text with its words; of a name of the product, the name and its translation, around the same middle."""
    name, classes = fill(_text(element), names, DEFAULT), element.get("class", "")
    element.text = words
    if words == name or not NAMES & set(classes.split()):
        return [element]
    translation, y = deepcopy(element), float(element.get("y", "0"))
    translation.attrib.update({"class": f"{classes} gloss", "y": f"{y + BELOW:g}"})
    element.text = name
    element.attrib.update({"lang": DEFAULT, "y": f"{y - ABOVE:g}"})
    return [element, translation]


def _text(element: etree.Element) -> str:
    return (element.text or "").strip()


def _words(drawings: Drawings, language: Language, facts: Values) -> dict[str, str | int]:
    file = drawings.words.get(language)
    filled = {key: fill(text, facts, language) for key, text in file.words.items()} if file else {}
    return {**facts, **filled}


def _symbols(drawing: Drawing | None) -> dict[str, etree.Element]:
    if drawing is None:
        return {}
    root = etree.fromstring(drawing.text)  # noqa: S314 - as above
    return {one.get("id", ""): one for one in root}


def _name(element: etree.Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _written(element: etree.Element) -> Iterator[str]:
    """Yield an element without namespace and blanks; classes get the prefix that keeps them from those of pages."""
    name = _name(element)
    attributes = dict(element.attrib)
    if "class" in attributes:
        attributes["class"] = " ".join(f"drawing__{one}" for one in attributes["class"].split())
    yield f"<{name}" + "".join(f' {key}="{_escaped(value)}"' for key, value in attributes.items())
    text = _escaped(_text(element))
    if not text and not len(element):
        yield "/>"
        return
    yield f">{text}"
    for child in element:
        yield from _written(child)
    yield f"</{name}>"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
