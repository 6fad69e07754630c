import json

import jsonschema
import pytest
import yaml
from portal.problems.catalogue import in_words
from portal.sources.search_file import answer_texts, json_schema, read_search_words

WORDS = """\
ignored:
  de: [der]
  en: [the]
synonyms:
  de:
    one_way: {Handy: [Mobile-Client]}
  en:
    both_ways: [[outage, downtime]]
answers:
  - id: costs
    queries: {de: [Kosten], en: [costs]}
    text:
      de: Dazu steht hier nichts.
      en: Nothing is said about that.
    links:
      - to: user/help.md#contact
      - {to: link.home, title: {de: Portal, en: Portal}}
"""


def read(write_docs, text):
    return read_search_words(write_docs({"search.yml": text}))


def test_words_are_read_with_their_places(write_docs):
    file = read(write_docs, WORDS)
    assert file.problems == ()
    assert file.words.ignored == {"de": ("der",), "en": ("the",)}
    assert file.words.synonyms["de"].one_way == {"Handy": ("Mobile-Client",)}
    assert [(text.language, str(text.lines[0].location(0))) for text in answer_texts(file)] == [
        ("de", "docs/search.yml:13:11"),
        ("en", "docs/search.yml:14:11"),
    ]
    [answer] = file.words.answers
    assert [(link.page, link.fragment) for link in answer.links] == [("user/help.md", "contact"), ("", "")]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "answers: []\n"])
def test_a_file_without_words_has_no_mistake(write_docs, text):
    file = read(write_docs, text)
    assert file.problems == () and file.words.answers == ()


def test_without_the_file_there_are_no_words(write_docs):
    assert read_search_words(write_docs({})).words.ignored is None


@pytest.mark.parametrize(
    ("right", "wrong", "location", "message", "hint"),
    [
        ("ignored:", "ignore:", "1:1", "ignore is not a field", "ignored"),
        ("  en: [the]\n", "", "2:3", "no words in the language en", "en"),
        ("de: [der]", "de: der", "2:7", "valid list", ""),
        ("de: [der]", "de: [no]", "2:8", "valid string", "in quotes"),
        ("de: [der]", "de: [2.0]", "2:8", "valid string", "in quotes"),
        ("de: [der]", 'de: [""]', "2:8", "ignored.de.0 is empty", ""),
        ("both_ways: [[outage, downtime]]", "both_ways: [[outage]]", "8:17", "at least 2 entries", ""),
        ("id: costs", "id: Costs", "10:9", "not of the right form", "small letters"),
        (
            "queries: {de: [Kosten], en: [costs]}",
            "queries: {de: [Kosten]}",
            "11:14",
            "no words in the language en",
            "en",
        ),
        ("en: [costs]", "en: []", "11:33", "at least 1 entries", ""),
        ("      en: Nothing is said about that.\n", "", "13:7", "no text in the language en", "en"),
        ("user/help.md#contact", "user/help#contact", "16:9", "no page of the portal", "title in each language"),
        ("{Handy:", "{Der:", "6:15", "Der is ignored", "remove"),
        (", en: Portal", "", "17:32", "no text in the language en", "en"),
        ("[Kosten]", "[Kosten, kosten, KOSTEN ]", "11:28", "is a query of costs, too", "remove"),
    ],
)
def test_a_mistake_is_told_at_its_line_and_no_words_are_used(write_docs, right, wrong, location, message, hint):
    assert right in WORDS
    file = read(write_docs, WORDS.replace(right, wrong))
    problem = file.problems[0]
    assert (problem.code, str(problem.location)) == ("search-invalid", f"docs/search.yml:{location}")
    assert message in in_words(problem.message, "en") and hint in in_words(problem.hint, "en")
    assert file.words.answers == () and file.words.ignored is None


def test_the_schema_is_that_of_the_model_and_knows_our_file_and_mistakes(project):
    committed = (project / "docs/search.schema.json").read_text("utf-8")
    assert committed == json_schema()
    validator = jsonschema.Draft202012Validator(json.loads(committed))
    ours = yaml.safe_load((project / "docs/search.yml").read_text("utf-8"))
    assert list(validator.iter_errors(ours)) == []
    assert list(validator.iter_errors({"ignored": {"de": ["der"]}})) and list(validator.iter_errors({"more": 1}))
