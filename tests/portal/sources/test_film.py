import pytest
from portal.sources.film import cards_of, files_of, guide_steps, read_film
from portal.sources.project import Project
from test_storyboard import FILM

SYMBOLS = """<svg xmlns="http://www.w3.org/2000/svg">
  <symbol id="tick"><path class="icon" d="M0 0h1"/></symbol>
  <symbol id="moon"><path class="icon" d="M0 0h2"/></symbol>
</svg>
"""
SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 80">
  <use href="#tick" x="1" y="1"/>
  <text class="button" x="1" y="2">{{ upgrade }}</text>
</svg>
"""
FILES = {
    "video/storyboard.yml": FILM,
    "drawings/banner.svg": SVG,
    "drawings/order.svg": SVG,
    "drawings/symbols.svg": SYMBOLS,
    "drawings/de.yml": 'upgrade: "Upgrade {{ windows.webview2 }}"\nother: Anderes\n',
    "drawings/en.yml": "upgrade: Upgrade it\nother: Other\n",
    "de/admin/guide.md": "# Anleitung\n\n1. Klicken Sie im [Banner](book.md).\n",
    "en/admin/guide.md": "# Guide\n\n1. Click in the [banner](book.md).\n",
}
FACTS = {"windows.webview2": "42.6"}


def changed(write_docs, name, right, wrong, facts=FACTS):
    """Return which cards, as language and index, are others once a file has other words."""
    was, now = ({}, {name: FILES[name].replace(right, wrong, 1)} if name else {})
    cards = []
    for files, known in ((was, FACTS), (now, facts)):
        project = Project(write_docs(FILES | files))
        cards.append(cards_of(project.storyboard.film, project, known))
    return {
        (language, index)
        for language in ("de", "en")
        for index, (old, new) in enumerate(zip(cards[0][language], cards[1][language], strict=True))
        if old != new
    }


ALL = {(language, index) for language in ("de", "en") for index in range(3)}


@pytest.mark.parametrize(
    ("name", "right", "wrong", "cards"),
    [
        ("video/storyboard.yml", "en: Click.", "en: Press.", {("en", 1)}),
        ("video/storyboard.yml", "de: Ende", "de: Schluss", {("de", 2)}),
        ("video/storyboard.yml", "seconds: 20\n  steps", "seconds: 21\n  steps", {("de", 0), ("en", 0)}),
        ("video/storyboard.yml", "[banner, order]", "[order, banner, order]", {("de", 1), ("en", 1)}),
        ("de/admin/guide.md", "Klicken Sie", "Tippen Sie", {("de", 1)}),
        ("drawings/order.svg", 'x="1" y="2"', 'x="1" y="3"', {("de", 1), ("en", 1)}),
        ("drawings/en.yml", "Upgrade it", "Upgrade now", ALL),
        ("drawings/symbols.svg", "h1", "h3", ALL),
    ],
)
def test_a_card_is_another_once_what_it_shows_is(write_docs, name, right, wrong, cards):
    assert changed(write_docs, name, right, wrong) == cards


def test_every_card_is_another_once_a_fact_of_its_drawing_is(write_docs):
    assert changed(write_docs, "", "", "", facts={"windows.webview2": "42.7"}) == ALL


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("video/storyboard.yml", "2027-03-31", "2028-03-31"),
        ("de/admin/guide.md", "book.md", "book.md#start"),
        ("de/admin/guide.md", "# Anleitung", "# Kurzanleitung"),
        ("drawings/symbols.svg", "h2", "h3"),
        ("drawings/de.yml", "Anderes", "Weiteres"),
        ("drawings/order.svg", "\n  <use", "\n\n    <use"),
    ],
)
def test_no_card_is_another_once_what_it_does_not_show_is(write_docs, name, right, wrong):
    assert changed(write_docs, name, right, wrong) == set()


def test_the_steps_of_the_guide_are_its_words_without_addresses(write_docs):
    source = Project(write_docs(FILES)).page("en", "admin/guide.md")
    assert [step.replace(" ", "") for step in guide_steps(source)] == ["Clickinthe[banner."]


def test_what_is_kept_beside_the_film_is_read_or_counts_as_missing(write_docs):
    for text, cards in (('{"cards": {"de": ["1"]}, "files": {}}', {"de": ("1",)}), ("{", None), ('{"more": 1}', None)):
        kept = read_film(write_docs({"video/film.json": text}))
        assert (kept and kept.cards) == cards


def test_the_files_of_the_film_have_their_hashes(write_docs):
    docs = write_docs({"assets/video/guide-de.mp4": "film"})
    assert files_of(docs) == {"guide-de.mp4": "d0607f7ad2628b2af9158dfba06ce87166e66b15bf68f8f358f9aa27ccb7c321"}
