"""Front matter: where it begins and ends, and what may stand between the --- at the top of a page."""

import re
from dataclasses import dataclass, field
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from portal.formats.yaml import Document, read_yaml
from portal.problems import Code, Location, Problem, nearest
from portal.problems.messages import say

FRONT_MATTER_INVALID = Code(
    "front-matter-invalid",
    why=say(
        "The lines between `---` at the top of a page are not `key: value`; or a page without them begins with such a"
        " line, which MkDocs takes for front matter, too."
    ),
    fix=say("Often a colon in the text is the reason: put the value in quotes."),
    example=say("not valid YAML: {reason}", reason=say("a colon can't stand here")),
)

# As MkDocs 1.6 takes it (mkdocs.utils.meta), which reads every kind of line end as one, and a byte order mark as none.
_LINE_END = r"(?:\r\n|\r|\n)"
_FRONT_MATTER = re.compile(rf"---[ \t]*{_LINE_END}(.*?{_LINE_END})(\.{{3}}|---)[ \t]*{_LINE_END}", re.DOTALL)
# Without any ---, MkDocs takes such a line for front matter in the style of MultiMarkdown, and its text from the page.
_WITHOUT_RULES = re.compile(r" {0,3}[A-Za-z0-9_-]+:")
_MARK = "\ufeff"


class FrontMatter(BaseModel):
    """The fields of a page's front matter; all may be left out."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)
    title: str | None = Field(None, min_length=1)  # for the navigation, where the heading is too long
    description: str | None = Field(None, min_length=1)  # one sentence for search engines
    topic: str | None = Field(
        None, min_length=1
    )  # the page's topic, where the other view has it under another file name
    moved: Literal[True] | None = None  # the address redirects to the page's first link
    listed: Literal[False] | None = None  # the page is in no menu, no search and no sitemap
    original: str | None = Field(
        None, pattern=r"^[0-9a-f]{12}$"
    )  # hash of the original that a translation was confirmed against
    pdf: dict[str, str] | None = None  # the words of the checklist's PDF that are not on its page


@dataclass(frozen=True)
class Head:
    """The front matter of a page: how many lines it takes, what it says, where each field stands, and what is wrong."""

    lines: int = 0
    meta: dict[str, Any] = field(default_factory=dict)
    locations: dict[str, Location] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read_head(text: str, file: str) -> Head:
    r"""Read the front matter of the page ``text``, whose line ends are ``\n``; places are in ``file``."""
    if not (match := _FRONT_MATTER.match(text)):
        return Head(problems=tuple(_unmarked(text, file)))
    document, problems = read_yaml(match.group(1), file, FRONT_MATTER_INVALID, first_line=2)
    meta, wrong = read_meta(document, file) if document else ({}, [])
    lines = match.group().count("\n")
    if match.group(2) == "...":
        hint = say("write --- there: not every program takes ... for the end")
        message = say("this front matter ends with ...")
        wrong.append(FRONT_MATTER_INVALID.problem(Location(file, lines, 1, 3), message, hint))
    locations = (
        {str(path[0]): location for path, location in document.keys.items() if len(path) == 1} if document else {}
    )
    return Head(lines, meta, locations, (*problems, *wrong))


def _unmarked(text: str, file: str) -> list[Problem]:
    """Return what is wrong with the beginning of a page that has no front matter."""
    if text.lstrip().startswith("---"):
        message = say("this front matter has no beginning or no end")
        hint = say("the first line is ---, and so is the line behind the last value")
        return [FRONT_MATTER_INVALID.problem(Location(file, 1), message, hint)]
    if match := _WITHOUT_RULES.match(text):
        message = say("this line would be taken for front matter")
        hint = say("begin the page with its heading; front matter has a line --- before and behind it")
        return [FRONT_MATTER_INVALID.problem(Location(file, 1, 1, match.end()), message, hint)]
    return []


def set_field(text: str, name: str, value: str) -> str:
    """Return the page ``text``, with whatever line ends and byte order mark, with a field of its front matter set.

    The value stands in double quotes: a hash of digits alone is a number to YAML. All else stays as it is, and so does
    the whole, where the front matter is no list of fields.
    """
    start, written = len(text) - len(text.removeprefix(_MARK)), f'"{value}"'
    match, first_end = _FRONT_MATTER.match(text, start), re.search(_LINE_END, text)
    line_end = first_end.group() if first_end else "\n"
    if not match:
        return text[:start] + line_end.join(("---", f"{name}: {written}", "---", "", "")) + text[start:]
    try:
        root = yaml.compose(match.group(1), yaml.SafeLoader)
    except yaml.YAMLError:
        root = None
    if not isinstance(root, yaml.MappingNode):
        return text
    fields = _with_field(match.group(1), root, f"{name}: {written}", line_end)
    return text[: match.start(1)] + fields + text[match.end(1) :]


def _with_field(text: str, root: yaml.MappingNode, field: str, line_end: str) -> str:
    """Return the YAML ``text`` of the mapping ``root`` with ``field``, ``name: value``, in place of its namesake."""
    name, _, value = field.partition(": ")
    for key, node in root.value:
        if key.value == name:
            first = node.start_mark.index
            old = text[first : node.end_mark.index].rstrip()
            blank = "" if text[first - 1].isspace() else " "
            return text[:first] + blank + value + text[first + len(old) :]
    first = root.start_mark.index
    if root.flow_style:
        return text[: first + 1] + field + ", " * bool(root.value) + text[first + 1 :]
    return text[:first] + field + line_end + " " * root.start_mark.column + text[first:]


def read_meta(document: Document, file: str) -> tuple[dict[str, Any], list[Problem]]:
    """Return the front matter as a dictionary, and what is wrong with it at its line in ``file``."""
    if not isinstance(document.data, dict):
        location = document.location(())
        message = say("front matter is not a list of `key: value`")
        return {}, [FRONT_MATTER_INVALID.problem(location, message, say("write `title: …`"))]
    empty = [str(key) for key, value in document.data.items() if value is None and key in FrontMatter.model_fields]
    hint = say("give it a value, or remove the line")
    problems = [
        FRONT_MATTER_INVALID.problem(document.keys[key,], say("{key} is empty", key=key), hint) for key in empty
    ]
    try:
        FrontMatter.model_validate(document.data)
    except ValidationError as error:
        return {}, [*problems, *(_problem(detail, document) for detail in error.errors())]
    return document.data, problems


def _problem(detail: ErrorDetails, document: Document) -> Problem:
    name = str(detail["loc"][0])
    location = document.keys.get(detail["loc"][:1]) or document.location(detail["loc"])
    if detail["type"] == "extra_forbidden":
        near = nearest(name, FrontMatter.model_fields)
        message = say("{field} is not a field of a page", field=name)
        return FRONT_MATTER_INVALID.problem(location, message, say("did you mean {word}?", word=near) if near else "")
    if detail["type"] == "literal_error":
        message = say("{field} can only be {value}", field=name, value=detail["ctx"]["expected"].lower())
        return FRONT_MATTER_INVALID.problem(location, message, say("write that, or remove the line"))
    if detail["type"] == "string_pattern_mismatch":
        hint = say("put it in quotes, or run make confirm again")
        return FRONT_MATTER_INVALID.problem(location, say("{field} is not the hash of an original", field=name), hint)
    message = say("{name} is not text: {value!r}", name=name, value=detail["input"])
    return FRONT_MATTER_INVALID.problem(location, message, say("put the value in quotes"))
