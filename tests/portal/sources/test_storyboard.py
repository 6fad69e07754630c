import json

import pytest
from jsonschema import Draft202012Validator
from portal.formats.yaml import read_yaml
from portal.sources.storyboard import VIDEO_INVALID, json_schema, read_storyboard

FILM = """film:
  remake_by: 2027-03-31
  step: {de: "Schritt {number}", en: "Step {number}"}
  schematic: {de: Schematisch, en: Schematic}
  opening:
    title: {de: Anfang, en: Begin}
    words: {de: Die Anleitung, en: The guide}
    drawings: [banner]
    seconds: 20
  steps:
    - title: {de: Klicken, en: Click}
      words: {de: Klicken Sie., en: Click.}
      drawings: [banner, order]
      seconds: 20
  closing:
    title: {de: Ende, en: End}
    words: {de: Das war es., en: That is all.}
    drawings: [banner]
    seconds: 20
"""


def read(write_docs, text):
    return read_storyboard(write_docs({"video/storyboard.yml": text}))


def test_the_film_is_read_with_the_place_of_each_card(write_docs):
    file = read(write_docs, FILM)
    assert file.problems == ()
    assert [card.title["en"] for card in file.film.cards] == ["Begin", "Click", "End"]
    assert file.film.seconds == 60
    assert file.drawings == {"banner", "order"}
    assert str(file.location(*file.film.keys[1], "words", "en")) == "docs/video/storyboard.yml:12:37"


def test_each_text_is_read_as_a_page_at_its_place(write_docs):
    texts = read(write_docs, FILM).texts
    assert len(texts) == 12
    assert str(texts[3].lines[0].location(0, 3)) == "docs/video/storyboard.yml:7:36"


@pytest.mark.parametrize(
    ("right", "wrong", "place", "message"),
    [
        ("title: {de: Anfang, en: Begin}", "title: {de: Anfang}", "6:12", "there is no text in the language en"),
        ("seconds: 20\n  steps", "seconds: 2\n  steps", "9:14", "3 or more"),
        ("drawings: [banner, order]", "drawings: []", "13:17", "at least 1"),
        ("remake_by: 2027-03-31", "remake_by: soon", "2:14", "date"),
        ("  schematic:", "  skematic:", "2:3", "Field required"),
    ],
)
def test_a_mistake_is_told_at_its_place(write_docs, right, wrong, place, message):
    file = read(write_docs, FILM.replace(right, wrong, 1))
    assert file.film is None and file.texts == () and file.drawings == set()
    told = {str(problem.location): problem.message for problem in file.problems}
    assert message in told[f"docs/video/storyboard.yml:{place}"]


@pytest.mark.parametrize("text", ["film: [", "größe".encode("latin-1")])
def test_a_file_that_cannot_be_read_is_told(write_docs, text):
    assert {problem.code for problem in read(write_docs, text).problems} == {VIDEO_INVALID}


def test_without_the_file_there_is_no_film(tmp_path):
    assert (read_storyboard(tmp_path).film, read_storyboard(tmp_path).problems) == (None, ())


def test_the_schema_is_up_to_date_and_accepts_the_shipped_storyboard(project):
    folder = project / "docs/video"
    assert (folder / "storyboard.schema.json").read_text("utf-8") == json_schema(), "run: make schema"
    text = (folder / "storyboard.yml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=storyboard.schema.json\n")
    document, _ = read_yaml(text, "storyboard.yml", VIDEO_INVALID)
    data = json.loads(json.dumps(document.data, default=str))
    assert list(Draft202012Validator(json.loads(json_schema())).iter_errors(data)) == []
