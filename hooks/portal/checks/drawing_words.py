"""Words of drawings: each text of a drawing is a key, and each language has the word of each key."""

import re
from collections.abc import Iterator, Sequence

from portal.checks.context import FactsContext
from portal.problems import Code, Problem, nearest
from portal.problems.messages import say
from portal.sources.drawings import Drawing, WordFile
from portal.sources.project import Project

DRAWING_WORD = Code(
    "drawing-word",
    why=say(
        "A drawing has its words from the files of words, one for each language. What is missing, nobody can read."
    ),
    fix=say("Add the word to the file that the hint names, in each language; remove words that no drawing has."),
    example=say("{file} has no word {key}", file="docs/drawings/en.yml", key="upgrade"),
)


def check_drawing_words(project: Project, context: FactsContext) -> Iterator[Problem]:
    """Yield a problem for each word that a drawing needs or another language has, and for each that none uses."""
    files, drawings = tuple(project.drawings.words.values()), project.drawings.drawings.values()
    if project.drawings.problems:
        return
    unknown = [problem for drawing in drawings for problem in _unknown_words(drawing, files, context)]
    yield from unknown
    used = {key for drawing in drawings for _, key in drawing.texts}
    for file in files:
        for key in file.words:
            if key not in used and not unknown:  # which would be told once more
                message, hint = say("no drawing has the word {key}", key=key), say("use it, or remove it")
                yield DRAWING_WORD.problem(file.location(key), message, hint)
            for other in files:
                if key in used and key not in other.words:
                    message = say("{file} has no word {key}", file=other.file, key=key)
                    hint = say("add a line `{field}: …` there", field=key)
                    yield DRAWING_WORD.problem(file.location(key), message, hint)


def _unknown_words(drawing: Drawing, files: Sequence[WordFile], context: FactsContext) -> Iterator[Problem]:
    """Yield a problem for each text of a drawing that is no key, and for each key that no language has."""
    known = context.facts.values.keys() | {key for file in files for key in file.words}
    keys = {id(element): key for element, key in drawing.texts}
    for element in drawing.xml.elements:
        key = keys.get(id(element))
        location = drawing.xml.text_location(element)
        if key is None and re.search(r"[^\W\d]", element.text):
            message = say("“{words}” is the same in every language", words=element.text)
            hint = say("write a key, such as {{{{ upgrade }}}}, and its words into the file of each language")
            yield DRAWING_WORD.problem(location, message, hint)
        elif key is not None and key not in known:
            near = nearest(key, known)
            message = say("no file of words has {key}", key=key)
            names = ", ".join(file.file for file in files)
            placeholder = f"{{{{ {near} }}}}"
            hint = (
                say("write {placeholder} instead", placeholder=placeholder)
                if near
                else say("add it to {files}", files=names)
            )
            yield DRAWING_WORD.problem(location, message, hint)
