"""Search words: what an editor may write in docs/search.yml."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from portal.formats.wrong_values import HintedError
from portal.problems.messages import say
from portal.sources.facts import Words
from portal.sources.translated import InBoth, Texts

LONGEST = 3  # links of an answer: more is a page of its own


class AnswerLink(BaseModel):
    """Where an answer leads: to a page of the portal or to an address of facts.yml."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    to: Words = Field(
        description="A page, user/help.md or user/help.md#contact, or the key of an address in facts.yml."
    )
    title: Texts | None = Field(None, description="Its words. Without them, those of the page's heading.")

    @property
    def page(self) -> str:
        """The path of the page in its language folder, or "" where ``to`` is the key of a fact."""
        path = self.to.partition("#")[0]
        return path if path.endswith(".md") else ""

    @property
    def fragment(self) -> str:
        """The id on the page."""
        return self.to.partition("#")[2] if self.page else ""


def _titled(link: AnswerLink) -> AnswerLink:
    if not link.page and link.title is None:
        message = say("{to} is no page of the portal, so the link has no title", to=link.to)
        raise HintedError(message, say("add a title in each language; a page ends with .md"))
    return link


def _at_most(links: tuple[AnswerLink, ...]) -> tuple[AnswerLink, ...]:
    if len(links) > LONGEST:
        message = say("an answer has at most {limit} links; this one has {count}", limit=LONGEST, count=len(links))
        raise HintedError(message, say("keep those that help most readers"))
    return links


class Answer(BaseModel):
    """What the search says to some queries, above what it finds."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")] = Field(
        description="Names the answer, in both languages."
    )
    queries: InBoth[Annotated[tuple[Words, ...], Field(min_length=1)]] = Field(
        description="What readers type, in each language."
    )
    text: Texts = Field(description="What the search says, in each language: one or two sentences.")
    links: Annotated[tuple[Annotated[AnswerLink, AfterValidator(_titled)], ...], AfterValidator(_at_most)] = Field(
        (), description="Up to three links.", json_schema_extra={"maxItems": LONGEST}
    )


class Synonyms(BaseModel):
    """Words that mean the same."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    one_way: dict[Words, tuple[Words, ...]] = Field(
        {}, description="What readers type, and the words of the pages that it finds, too."
    )
    both_ways: tuple[Annotated[tuple[Words, ...], Field(min_length=2)], ...] = Field(
        (), description="Groups of words: each finds what the others find."
    )


class SearchWords(BaseModel):
    """What editors teach the search, in each language."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    ignored: InBoth[tuple[Words, ...]] | None = Field(
        None, description="Words that say little: they don't count in a query that has others."
    )
    synonyms: InBoth[Synonyms] | None = Field(None, description="Readers' words for those of the pages.")
    answers: tuple[Answer, ...] = Field((), description="Answers by hand, in any order.")
