"""The words of the search: answers lead to what is there, and synonyms to words that a page has."""

import re
from collections.abc import Iterable, Iterator

from portal.checks.context import Context, SiteContext
from portal.checks.links.nearby import closest
from portal.languages import LANGUAGES, Language, language_of, published_path
from portal.problems import Code, Location, Problem, nearest
from portal.problems.messages import Message, say
from portal.site.site import Site
from portal.sources.project import Project
from portal.sources.search_words import AnswerLink

SEARCH_LINK_MISSING = Code(
    "search-link-missing",
    why=say(
        "An answer in `docs/search.yml` leads to a page or an id that does not exist in one of the languages, or names"
        " an address that `docs/facts.yml` lacks."
    ),
    fix=say("Write the name that the hint gives: a page ends with `.md`, an address is a key of `docs/facts.yml`."),
    example=say("there is no page {path} in the language {language}", path="user/hlp.md", language="de"),
)
SEARCH_SYNONYM_UNMATCHED = Code(
    "search-synonym-unmatched",
    why=say("A synonym in `docs/search.yml` leads to words that no page of its language has, so it finds nothing."),
    fix=say("Write a word that stands on the page that readers are to find, or remove it."),
    example=say("no page has “{words}”", words="Telefonanlage"),
)
NO_WORDS = re.compile(r"[\W_]+")


def check_search_file(project: Project, _: Context) -> Iterable[Problem]:
    """Return what is wrong with search.yml."""
    return project.search_file.problems


def check_answer_links(site: Site, context: SiteContext) -> Iterator[Problem]:
    """Yield a problem for each link of an answer that leads nowhere, in any language."""
    file = context.project.search_file
    for index, answer in enumerate(file.words.answers):
        for number, link in enumerate(answer.links):
            location = file.location("answers", index, "links", number, "to")
            found = (
                _check_page(link, site, context.project, location)
                if link.page
                else _check_fact(link, context, location)
            )
            yield from found


def _check_page(link: AnswerLink, site: Site, project: Project, location: Location) -> Iterator[Problem]:
    for language in LANGUAGES:
        page = site.pages.get(published_path(language, link.page) + "index.html")
        if page is None or project.find(language, link.page) is None:
            known = [source.path for source in project.sources if source.language == language]
            message = say("there is no page {path} in the language {language}", path=link.page, language=language)
            yield _missing(location, message, closest(link.page, known))
        elif page.head.refresh is not None:
            message = say("{path} has moved; the answer would lead over a redirect", path=link.page)
            yield SEARCH_LINK_MISSING.problem(location, message, say("name the page that it leads to"))
        elif not page.has(link.fragment):
            message = say(
                "{path} has no id {id} in the language {language}", path=link.page, id=link.fragment, language=language
            )
            yield _missing(location, message, nearest(link.fragment, page.ids))


def _check_fact(link: AnswerLink, context: SiteContext, location: Location) -> Iterator[Problem]:
    addresses = context.facts.addresses
    if link.to not in addresses:
        message = say("facts.yml has no address {key}", key=link.to)
        pages = {source.path for source in context.project.sources}
        yield _missing(location, message, nearest(link.to, [*addresses, *pages]))


def _missing(location: Location, message: Message, near: str | None) -> Problem:
    return SEARCH_LINK_MISSING.problem(location, message, say("did you mean {word}?", word=near) if near else "")


def check_synonyms(site: Site, context: SiteContext) -> Iterator[Problem]:
    """Yield a problem for each synonym that leads to words which no page of its language has.

    One word of a group is enough. Parts of longer words count, as for the search, and hyphens and blanks don't.
    """
    file = context.project.search_file
    for language, synonyms in (file.words.synonyms or {}).items():
        if not (synonyms.one_way or synonyms.both_ways):
            continue
        text = _text(site, language)
        for word, found in synonyms.one_way.items():
            for number, words in enumerate(found):
                if not _stands(words, text):
                    yield _unmatched(words, file.location("synonyms", language, "one_way", word, number))
        for number, group in enumerate(synonyms.both_ways):
            if not any(_stands(words, text) for words in group):
                yield _unmatched(" / ".join(group), file.location("synonyms", language, "both_ways", number))


def _text(site: Site, language: Language) -> str:
    """Return the texts of the pages of a language in small letters, their words joined."""
    pages = (page for page in site.pages.values() if language_of(page.path) == language)
    return "\n".join(NO_WORDS.sub("", page.article.casefold()) for page in pages)


def _stands(words: str, text: str) -> bool:
    return NO_WORDS.sub("", words.casefold()) in text


def _unmatched(words: str, location: Location) -> Problem:
    message = say("no page has “{words}”", words=words)
    return SEARCH_SYNONYM_UNMATCHED.problem(location, message, say("write a word that stands on a page, or remove it"))
