"""XML with places: the elements of a document, and where each, its text and its attributes stand."""

from dataclasses import dataclass, field
from html import escape
from xml.parsers import expat

from portal.problems import Code, Location, Problem
from portal.problems.messages import Message, say

FILE_UNREADABLE = Code(
    "file-unreadable",
    why=say(
        "Whatever reads the sitemap, a feed, a drawing or a web app manifest stops at the first place that breaks the"
        " rules of XML or JSON. Browsers show nothing of such a drawing."
    ),
    fix=say("Correct what is there. A sitemap or a feed is made by the build: build the site again."),
    example=say("this file is no XML: {reason}", reason=say("no element found")),
)
# What expat says most often (expat/lib/xmlparse.c, XML_ErrorString).
REASONS: dict[str, Message] = {
    str(message): message
    for message in (
        say("no element found"),
        say("mismatched tag"),
        say("not well-formed (invalid token)"),
        say("unclosed token"),
        say("undefined entity"),
        say("duplicate attribute"),
        say("junk after document element"),
        say("unbound prefix"),
    )
}


@dataclass
class Element:
    """An element: its name without namespace, its attributes by such names, its own text; lines and columns from 1."""

    name: str
    namespace: str
    attributes: dict[str, str]
    line: int
    column: int
    text: str = ""
    text_at: tuple[int, int] = (0, 0)


@dataclass
class XmlFile:
    """The elements of a file in document order, up to where it is not XML any more."""

    file: str
    lines: list[str]
    elements: list[Element] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def text_location(self, element: Element) -> Location:
        """Return the place of an element's text, or of the element where it has none."""
        line, column = element.text_at if element.text else (element.line, element.column)
        return Location(self.file, line, column, len(escape(element.text, quote=False)) or 1)

    def attribute_location(self, element: Element, name: str) -> Location:
        """Return the place of an attribute's value, or of the element where that is written otherwise."""
        value, line = escape(element.attributes[name], quote=False), self.lines[element.line - 1]
        column = line.find(value, element.column) if value else -1
        return Location(self.file, element.line, column + 1, len(value)) if column >= 0 else self.text_location(element)


class _DoctypeError(Exception):
    """The document declares types or entities of its own, which can expand without bound."""


def _refuse_declarations(_name: str, _system: str | None, _public: str | None, has_declarations: bool) -> None:
    if has_declarations:
        raise _DoctypeError


def read_xml(text: str, file: str) -> XmlFile:
    """Parse one document (XML 1.0); what ends it early is in its ``problems``. ``file`` is what places call it.

    A DOCTYPE with declarations of its own ends it: entities within entities make gigabytes of some lines.
    """
    result, open_elements = XmlFile(file, text.split("\n")), []
    parser = expat.ParserCreate("utf-8", " ")

    def here() -> tuple[int, int]:
        return parser.CurrentLineNumber, parser.CurrentColumnNumber + 1

    def start(name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        plain = {key.rpartition(" ")[2]: value.strip() for key, value in attributes.items()}
        open_elements.append(Element(local, namespace, plain, *here()))
        result.elements.append(open_elements[-1])

    def read(words: str) -> None:
        element = open_elements[-1]
        if words.strip() and not element.text:
            line, column = here()
            element.text_at = (line, column + len(words) - len(words.lstrip()))
        element.text += words if element.text else words.lstrip()

    def end(_: str) -> None:
        element = open_elements.pop()
        element.text = element.text.rstrip()

    parser.StartDoctypeDeclHandler = _refuse_declarations
    parser.StartElementHandler, parser.CharacterDataHandler, parser.EndElementHandler = start, read, end
    try:
        parser.Parse(text.encode("utf-8", "replace"), True)
    except expat.ExpatError as error:
        message = say("this file is no XML: {reason}", reason=_reason(error.code))
        result.problems.append(FILE_UNREADABLE.problem(Location(file, error.lineno, error.offset + 1), message))
    except _DoctypeError:
        message, hint = say("a DOCTYPE with declarations of its own can't be read"), say("remove it, with its brackets")
        result.problems.append(FILE_UNREADABLE.problem(Location(file, parser.CurrentLineNumber), message, hint))
    return result


def _reason(code: int) -> str:
    """Return what expat says of an error, as a message where it is a common one, else as a quotation."""
    words = expat.ErrorString(code) or ""
    return REASONS.get(words) or say("“{reason}”", reason=words)
