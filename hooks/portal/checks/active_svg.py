"""Active drawings: an SVG file shows something and does nothing; whoever opens it alone runs what it contains."""

from collections.abc import Iterator

from portal.checks.context import Context
from portal.formats.xml import Element, read_xml
from portal.problems import Code, Location, Problem
from portal.problems.messages import Message, say
from portal.sources.project import Project

SVG_SCRIPT = Code(
    "svg-script",
    why=say(
        "Opened by its own address, a drawing runs its scripts with the rights of the site, and shows foreign pages as"
        " if they were ours. As an image it does neither, so nothing is lost."
    ),
    fix=say("Save the drawing as plain SVG, or remove the element or the attribute."),
    example=say("a drawing contains the element <{tag}>", tag="script"),
)
ACTIVE = ("script", "foreignObject", "iframe", "object", "embed", "handler", "listener")


def check_active_svg(project: Project, _: Context) -> Iterator[Problem]:
    """Yield a problem for each script, event handler and foreign element of a drawing below docs/."""
    for file, text in project.other_texts.items():
        if file.endswith(".svg"):
            drawing = read_xml(text, file)
            for element in drawing.elements:
                location = Location(file, element.line, element.column)
                yield from (SVG_SCRIPT.problem(location, message, say("remove it")) for message in _active(element))


def _active(element: Element) -> Iterator[Message]:
    if element.name in ACTIVE:
        yield say("a drawing contains the element <{tag}>", tag=element.name)
    for name, value in element.attributes.items():
        if name.lower().startswith("on"):
            yield say("a drawing contains the event handler {name}", name=name)
        elif name == "href" and "".join(value.split()).lower().startswith("javascript:"):
            yield say("a drawing contains a link that is a script")
