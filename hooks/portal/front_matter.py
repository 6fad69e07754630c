"""Front matter: what may stand between the --- at the top of a page."""

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from portal.messages import say
from portal.problems import Problem, nearest
from portal.yaml_places import Document


class FrontMatter(BaseModel):
    """The fields of a page's front matter; all may be left out."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)
    title: str | None = Field(None, min_length=1)  # for the navigation, where the heading is too long
    description: str | None = Field(None, min_length=1)  # one sentence for search engines
    topic: str | None = Field(
        None, min_length=1
    )  # the page's topic, where the other view has it under another file name
    original: str | None = Field(
        None, pattern=r"^[0-9a-f]{12}$"
    )  # hash of the original that a translation was confirmed against
    pdf: dict[str, str] | None = None  # the words of the checklist's PDF that are not on its page


def read_meta(document: Document, file: str) -> tuple[dict, list[Problem]]:
    """Return the front matter as a dictionary, and what is wrong with it at its line in ``file``."""
    if not isinstance(document.data, dict):
        place = document.place(())
        message = say("front matter is not a list of `key: value`")
        return {}, [Problem("front-matter-invalid", place, message, say("write `title: …`"))]
    try:
        FrontMatter.model_validate(document.data)
    except ValidationError as error:
        return {}, [_problem(detail, document) for detail in error.errors()]
    empty = [key for key, value in document.data.items() if value is None]
    hint = say("give it a value, or remove the line")
    problems = [
        Problem("front-matter-invalid", document.keys[key,], say("{key} is empty", key=key), hint) for key in empty
    ]
    return document.data, problems


def _problem(detail: dict, document: Document) -> Problem:
    name = str(detail["loc"][0])
    place = document.keys.get(detail["loc"][:1]) or document.place(detail["loc"])
    if detail["type"] == "extra_forbidden":
        near = nearest(name, FrontMatter.model_fields)
        message = say("{field} is not a field of a page", field=name)
        return Problem("front-matter-invalid", place, message, say("did you mean {word}?", word=near) if near else "")
    if detail["type"] == "string_pattern_mismatch":
        hint = say("put it in quotes, or run make confirm anew")
        return Problem("front-matter-invalid", place, say("{field} is not the hash of an original", field=name), hint)
    message = say("{name} is not text: {value!r}", name=name, value=detail["input"])
    return Problem("front-matter-invalid", place, message, say("put the value in quotes"))
