"""The form of the checklist's PDF: turns placeholder links into fields that people can fill in.

Typst tags pages but does not support forms. The template puts an empty link ``https://form.invalid/0`` in the place of
field 0, which creates a structure element with an annotation; both become a field here. The domain is reserved and
never resolves (RFC 6761, 6.4).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, NumberTree, Object, Pdf, Stream, String

from portal.problems.messages import say
from portal.publishing.checklist.content import ChecklistPdfError, Content, plain_text, walk

PLACEHOLDER = "https://form.invalid/"
PRINT = 1 << 2  # ISO 32000-1, table 165: the annotation is printed
MULTILINE = 1 << 12  # ISO 32000-1, table 228
APPEARANCE = "/Text 10 Tf 0 g"
# Viewers that draw a tick themselves (PyMuPDF) write this character in this font, which every viewer has: one of the
# 14 standard fonts (ISO 32000-1, 9.6.2.2). Our own tick is a line, so nothing is drawn with it here.
TICK, TICK_FONT = "4", "/ZaDb 0 Tf 0 g"
NOTHING = b"q Q"  # an empty stream is no valid compressed one: MuPDF and pdf.js warn


@dataclass(frozen=True)
class Field:
    """A field: the name of its data, and its accessible label. With ``lines`` 0 it is a checkbox."""

    name: str
    label: str
    lines: int = 0


def add_form(pdf: Pdf, fields: Sequence[Field], font: Object) -> None:
    """Turn each placeholder link into its field. Raises ChecklistPdfError if a field is missing or duplicated."""
    _check_names(fields)
    parents = NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    widgets: dict[int, Object] = {}
    for page in pdf.pages:
        page.obj.Tabs = Name.S  # ISO 14289-1, 7.18.3: the tab order follows the structure
        for annotation in page.obj.get("/Annots", ()):
            address = _address(annotation)
            if not address.startswith(PLACEHOLDER):
                continue
            number = int(address.removeprefix(PLACEHOLDER)) if address.removeprefix(PLACEHOLDER).isdigit() else -1
            if number in widgets or not 0 <= number < len(fields):
                name = fields[number].name if number in widgets else address
                raise ChecklistPdfError(say("the field {name} is duplicated or unknown in the PDF", name=name), name)
            parents[int(annotation.StructParent)].S = Name.Form  # ISO 14289-1, 7.18.4: widgets are tagged Form
            _turn_into_widget(pdf, annotation, fields[number])
            annotation.P = page.obj
            widgets[number] = annotation
    if missing := [field.name for number, field in enumerate(fields) if number not in widgets]:
        raise ChecklistPdfError(say("the field {name} is missing from the PDF", name=missing[0]), missing[0])
    resources = Dictionary(Font=Dictionary(Text=font))
    ordered = Array([widgets[number] for number in range(len(fields))])
    pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=ordered, DR=resources, DA=String(APPEARANCE)))


def _check_names(fields: Sequence[Field]) -> None:
    names = [field.name for field in fields]
    for name in names:
        if names.count(name) > 1:
            message = say("the checklist contains the id {name} twice", name=name)
            raise ChecklistPdfError(message, f"{{#{name}}}", say("give each item its own id"))


def _address(annotation: Object) -> str:
    return str(annotation.get("/A", Dictionary()).get("/URI", ""))


def _turn_into_widget(pdf: Pdf, annotation: Object, field: Field) -> None:
    """Turn a link annotation into the field's widget; both are one object (ISO 32000-1, 12.5.6.19)."""
    for key in ("/A", "/Contents", "/Border", "/QuadPoints"):
        if key in annotation:
            del annotation[key]
    annotation.Subtype = Name.Widget
    annotation.F = PRINT
    annotation.T = String(field.name)
    annotation.TU = String(field.label)  # ISO 14289-1, 7.18.4; WCAG 2.5.3: begins with the visible label
    left, bottom, right, top = (float(value) for value in annotation.Rect)
    size = (right - left, top - bottom)
    if field.lines:
        annotation.FT = Name.Tx
        annotation.Ff = MULTILINE if field.lines > 1 else 0
        annotation.DA = String(APPEARANCE)
        annotation.AP = Dictionary(
            N=_drawing(pdf, size, b"/Tx BMC EMC")
        )  # ISO 32000-1, 12.7.3.3: viewers insert text in between
    else:
        annotation.FT = Name.Btn
        annotation.V = annotation.AS = Name.Off
        annotation.DA, annotation.MK = String(TICK_FONT), Dictionary(CA=String(TICK))
        annotation.AP = Dictionary(
            N=Dictionary(Yes=_drawing(pdf, size, _tick(*size)), Off=_drawing(pdf, size, NOTHING))
        )


def _drawing(pdf: Pdf, size: tuple[float, float], content: bytes) -> Object:
    box = Array([0, 0, round(size[0], 3), round(size[1], 3)])
    return pdf.make_indirect(
        Stream(pdf, content, Type=Name.XObject, Subtype=Name.Form, BBox=box, Resources=Dictionary())
    )


def _tick(width: float, height: float) -> bytes:
    """Return a tick drawn as a line, so that viewers need no symbol font."""
    points = [(0.2 * width, 0.52 * height), (0.42 * width, 0.26 * height), (0.8 * width, 0.78 * height)]
    (x, y), *others = points
    path = f"{x:.2f} {y:.2f} m " + " ".join(f"{x:.2f} {y:.2f} l" for x, y in others)
    return f"q 0 G {0.14 * width:.2f} w 1 J 1 j {path} S Q".encode()


def describe_links(pdf: Pdf, content: Sequence[Content]) -> None:
    """Describe each link by its text and address (ISO 14289-1, 7.18.5: links have an alternate description)."""
    links = [node for node in walk(content) if node["kind"] == "link"]
    elements = list(_links(pdf.Root.StructTreeRoot))
    if len(links) != len(elements):
        raise ChecklistPdfError(
            say("the page has {links} links, but the PDF has {elements}", links=len(links), elements=len(elements))
        )
    for node, element in zip(links, elements, strict=True):
        words = " ".join(plain_text(node).split())
        for annotation in _annotations(element):
            if _address(annotation) != node["url"]:
                message = say("the link {words} goes to {target} in the PDF", words=words, target=_address(annotation))
                raise ChecklistPdfError(message, words)
            annotation.Contents = String(f"{words} ({node['url']})")


def _links(element: Object) -> Iterator[Object]:
    """Yield the structure elements of links in reading order."""
    for child in _children(element):
        if child.get("/S") == Name.Link:
            yield child
        elif "/S" in child:
            yield from _links(child)


def _annotations(element: Object) -> Iterator[Object]:
    for child in _children(element):
        if child.get("/Type") == Name.OBJR:
            yield child.Obj
        elif "/S" in child:
            yield from _annotations(child)


def _children(element: Object) -> list[Object]:
    kids = element.get("/K", Array())
    return [kid for kid in (kids if isinstance(kids, Array) else [kids]) if isinstance(kid, Dictionary)]


def mark_unnumbered(pdf: Pdf) -> None:
    """Mark lists whose labels are fields as unnumbered (ISO 32000-1, table 347)."""
    for found in (element for element in _elements(pdf.Root.StructTreeRoot) if element.S == Name.L):
        if any(Name.Form == inner.S for item in _children(found) for inner in _elements(_children(item)[0])):
            found.A = Array([Dictionary(O=Name.List, ListNumbering=Name("/None"))])


def _elements(element: Object) -> Iterator[Object]:
    for child in _children(element):
        if "/S" in child:
            yield child
            yield from _elements(child)
