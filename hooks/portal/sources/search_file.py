"""The file of search words: reads docs/search.yml, and reports every mistake at its line in the words of the file."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic_core import ErrorDetails

from portal.formats.yaml import Document
from portal.formats.yaml import Path as Keys
from portal.languages import LANGUAGES, Language
from portal.problems import Code, Location, Problem
from portal.problems.messages import say
from portal.sources.model_file import in_fields_of, read_model
from portal.sources.page import Source
from portal.sources.search_words import Answer, AnswerLink, SearchWords, Synonyms
from portal.sources.translated import as_page

FILE = "search.yml"
SEARCH_INVALID = Code(
    "search-invalid",
    why=say(
        "`docs/search.yml` is not valid YAML; or words or an answer lack a language, a field is unknown, an answer has"
        " more than three links, or two answers have the same query or id. The search would know none of it."
    ),
    fix=say(
        "Correct the line that is shown. Editors such as VS Code complete and check the file while you type, by"
        " `search.schema.json`."
    ),
    example=say("{query} is a query of {id}, too", query="Kosten", id="costs"),
)
_FIELDS = {
    *(name for model in (SearchWords, Synonyms, Answer, AnswerLink) for name in model.model_fields),
    *LANGUAGES,
}
NOTHING = SearchWords.model_validate({})


@dataclass(frozen=True)
class SearchFile:
    """What the file holds, nothing where it can't be read; the places in it; the problems."""

    words: SearchWords = NOTHING
    document: Document | None = None
    problems: tuple[Problem, ...] = ()

    def location(self, *keys: str | int) -> Location:
        """Return the place of a value: ``answers``, 0, ``text``, ``de``; of a key where its value has none."""
        return self.document.location(keys) if self.document else Location(FILE)


def read_search_words(docs: Path) -> SearchFile:
    """Read search.yml below ``docs``. It never raises for what stands in it; without the file, there are no words."""
    words, problems, document = read_model(docs, FILE, SearchWords, SEARCH_INVALID, _problem)
    if document is not None:
        problems = (
            *_repeated_ids(words, document),
            *_repeated_queries(words, document),
            *_ignored_synonyms(words, document),
        )
    return SearchFile(NOTHING if problems else words, document, problems)


def answer_texts(file: SearchFile) -> tuple[Source, ...]:
    """Return the text of each answer in each language as a page, each line where the text begins in the file."""
    return tuple(
        as_page(answer.text[language], language, FILE, file.location("answers", index, "text", language))
        for index, answer in enumerate(file.words.answers)
        for language in LANGUAGES
    )


def json_schema() -> str:
    """Return the JSON Schema of the file, by which editors complete and check it while somebody types."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **SearchWords.model_json_schema()}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _problem(detail: ErrorDetails, document: Document) -> Problem:
    return in_fields_of(detail, document, FILE, SEARCH_INVALID, _FIELDS)


def _repeated_ids(words: SearchWords, document: Document) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for index, answer in enumerate(words.answers):
        location = document.location(("answers", index, "id"))
        if answer.id in first:
            message = say("another answer has the id {id}, too", id=answer.id)
            hint = say("give one of them another; the first is in line {line}", line=first[answer.id])
            yield SEARCH_INVALID.problem(location, message, hint)
        first.setdefault(answer.id, location.line)


def _repeated_queries(words: SearchWords, document: Document) -> Iterator[Problem]:
    seen: dict[tuple[Language, str], str] = {}
    for index, answer in enumerate(words.answers):
        for language, queries in answer.queries.items():
            for number, query in enumerate(queries):
                key = language, " ".join(query.casefold().split())
                if key in seen:
                    keys: Keys = ("answers", index, "queries", language, number)
                    message = say("{query} is a query of {id}, too", query=query, id=seen[key])
                    yield SEARCH_INVALID.problem(document.location(keys), message, say("remove one of them"))
                seen.setdefault(key, answer.id)


def _ignored_synonyms(words: SearchWords, document: Document) -> Iterator[Problem]:
    """Yield a problem for each word that is ignored and has synonyms: they would never count."""
    for language, ignored in (words.ignored or {}).items():
        known = {word.casefold() for word in ignored}
        synonyms = words.synonyms[language].one_way if words.synonyms else {}
        for word in synonyms:
            if word.casefold() in known:
                keys = ("synonyms", language, "one_way")
                location = document.keys.get((*keys, word)) or document.location(keys)
                message = say("{word} is ignored, so its synonyms never count", word=word)
                yield SEARCH_INVALID.problem(
                    location, message, say("remove it here or from the words that are ignored")
                )
