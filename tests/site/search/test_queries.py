"""How well the search answers what readers type: each query of queries.tsv goes through the field of a page."""

from dataclasses import dataclass
from pathlib import Path

import pytest

FIRST, AMONG_THREE = 0.85, 0.95  # of the queries with an answer, at least
FALSE_FRIENDS = 0.1  # of the queries without an answer, at most
PAGES = {"user": "user/", "admin": "admin/", "start": ""}
# Typed like a reader does, but all at once; the panel is new once it says how many hits there are for these words.
ANSWER = """async query => {
  const field = document.querySelector(".search__query"), status = document.querySelector(".search__status");
  status.textContent = "";
  document.querySelector(".search__answers").replaceChildren();
  field.value = query;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  for (let tries = 0; tries < 200 && !status.textContent && !document.querySelector(".search__answer"); tries++)
    await new Promise(done => setTimeout(done, 10));
  const shown = selector => [...document.querySelectorAll(selector)].filter(element => element.checkVisibility());
  return {
    hits: shown(".search__results li a").map(link => new URL(link.href).pathname.slice(1) + new URL(link.href).hash),
    some: shown(".search__some").length > 0,
    answers: shown(".search__answer").length,
    nearest: shown(".search__word").map(word => word.textContent),
  };
}"""


@dataclass(frozen=True)
class Query:
    """A line of queries.tsv."""

    language: str
    view: str
    words: str
    wanted: tuple[str, ...]

    @property
    def page(self):
        """The page whose field it is typed into."""
        return {"de": "", "en": "en/"}[self.language] + PAGES[self.view]


def read_queries() -> list[Query]:
    lines = Path(__file__).with_name("queries.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [
        Query(language, view, words, tuple(map(str.strip, wanted.split("|")))) for language, view, words, wanted in rows
    ]


def address_of(language: str, place: str) -> str:
    """Return the address that a place of queries.tsv has on the site."""
    page, hash_, section = place.partition("#")
    folder = page.removesuffix("index").removesuffix("/")
    return {"de": "", "en": "en/"}[language] + (f"{folder}/" if folder else "") + hash_ + section


QUERIES = read_queries()
ANSWERED = [query for query in QUERIES if query.wanted != ("none",)]
UNANSWERED = [query for query in QUERIES if query.wanted == ("none",)]


@pytest.fixture(scope="module")
def found(chromium, address):
    """What the field shows for each query."""
    answers = {}
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    for page_path in dict.fromkeys(query.page for query in QUERIES):
        page = context.new_page()
        page.goto(address + page_path)
        page.get_by_role("searchbox").fill("Upgrade")
        page.locator(".search__results a").first.wait_for()
        answers |= {query: page.evaluate(ANSWER, query.words) for query in QUERIES if query.page == page_path}
        page.close()
    context.close()
    return answers


def places(found, query):
    """Return whether each hit of a query is a place that answers it."""
    wanted = {address_of(query.language, place) for place in query.wanted}
    return [hit in wanted for hit in found[query]["hits"]]


def test_there_are_queries_of_each_language_and_view_and_their_places_exist(site):
    assert len(QUERIES) >= 200
    assert {(query.language, query.view) for query in QUERIES} == {(one, two) for one in ("de", "en") for two in PAGES}
    for query in ANSWERED:
        for place in query.wanted:
            page, _, section = address_of(query.language, place).partition("#")
            built = site.pages[f"{page}index.html"]
            assert not section or f'id="{section}"' in built.html, query


def test_the_first_hit_is_right(found):
    wrong = [(query, found[query]["hits"][:3]) for query in ANSWERED if not any(places(found, query)[:1])]
    assert len(wrong) <= (1 - FIRST) * len(ANSWERED), wrong


def test_a_right_hit_is_among_the_first_three(found):
    wrong = [(query, found[query]["hits"][:3]) for query in ANSWERED if not any(places(found, query)[:3])]
    assert len(wrong) <= (1 - AMONG_THREE) * len(ANSWERED), wrong


def test_no_query_with_an_answer_finds_nothing(found):
    assert [query for query in ANSWERED if not found[query]["hits"]] == []


def test_a_query_without_an_answer_finds_no_page_with_all_its_words(found):
    """A page that has only some of the words is shown as such, and an answer by hand says that there is none."""
    friends = [
        query
        for query in UNANSWERED
        if found[query]["hits"] and not found[query]["some"] and not found[query]["answers"]
    ]
    assert len(friends) <= FALSE_FRIENDS * len(UNANSWERED), friends
