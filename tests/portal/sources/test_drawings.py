import pytest
from portal.sources.drawings import read_drawings

SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 80">
  <text class="button">{{ upgrade }}</text>
</svg>
"""
SYMBOLS = '<svg xmlns="http://www.w3.org/2000/svg"><symbol id="cursor"><path d="M0 0"/></symbol></svg>\n'
FILES = {
    "drawings/banner.svg": SVG,
    "drawings/symbols.svg": SYMBOLS,
    "drawings/de.yml": "upgrade: Cloud PBX upgraden\n",
    "drawings/en.yml": "upgrade: upgrade Cloud PBX\n",
}


def test_drawings_symbols_and_words_are_read_with_their_places(write_docs):
    found = read_drawings(write_docs(FILES))
    assert found.problems == ()
    assert list(found.drawings) == ["banner"]
    assert found.drawings["banner"].size == (320, 80)
    assert [key for _, key in found.drawings["banner"].texts] == ["upgrade"]
    assert found.symbols.name == "symbols"
    assert found.words["en"].words == {"upgrade": "upgrade Cloud PBX"}
    assert str(found.words["en"].location("upgrade")) == "docs/drawings/en.yml:1:10"
    assert str(found.words["en"].location("other")) == "docs/drawings/en.yml"


def test_each_word_is_read_as_a_page_at_its_place(write_docs):
    german, english = read_drawings(write_docs(FILES)).texts
    assert (german.language, german.text, english.text) == ("de", "Cloud PBX upgraden", "upgrade Cloud PBX")
    assert str(english.lines[0].location(8, 11)) == "docs/drawings/en.yml:1:18"


def test_a_project_without_drawings_has_none(write_docs):
    assert read_drawings(write_docs({})).names == frozenset()


@pytest.mark.parametrize("wrong", [b"\xff\xfe", b"", b"<svg>", SVG.replace("<text", '<text style="x"').encode()])
def test_a_drawing_that_is_wrong_is_reported_and_never_drawn(write_docs, wrong):
    found = read_drawings(write_docs(FILES | {"drawings/banner.svg": wrong}))
    assert [problem.location.file for problem in found.problems] == ["docs/drawings/banner.svg"]
    assert found.drawings == {}
    assert found.names == {"banner"}


@pytest.mark.parametrize("wrong", ["upgrade: [a]\n", "upgrade: \n", "- upgrade\n", "a: 1\na: 2\n"])
def test_a_file_of_words_that_is_wrong_is_reported(write_docs, wrong):
    problems = read_drawings(write_docs(FILES | {"drawings/en.yml": wrong})).problems
    assert {problem.location.file for problem in problems} == {"docs/drawings/en.yml"}
