from itertools import pairwise

import pytest
from portal.publishing.film.encode import FADE, film_commands, poster_command
from portal.publishing.film.frames import frames_of
from portal.sources.project import Project
from selectolax.lexbor import LexborHTMLParser


@pytest.fixture
def frames(project):
    known = Project(project / "docs")
    facts = known.facts_file.facts.values
    return {language: list(frames_of(known.storyboard.film, known, language, facts)) for language in ("de", "en")}


def test_frames_are_as_many_and_as_long_in_each_language(project, frames):
    german, english = ([frame.seconds for frame in frames[language]] for language in ("de", "en"))
    film = Project(project / "docs").storyboard.film
    assert german == english and sum(german) == film.seconds
    assert len(german) == sum(len(card.drawings) for card in film.cards)


def test_a_frame_has_number_title_words_and_drawing(frames):
    page = LexborHTMLParser(frames["en"][4].html)
    assert page.css_first(".frame__step").text() == "4Step 4 of 9"
    assert page.css_first("h1").text() == "Choose the date"
    assert page.css_first(".frame__words").text().startswith("Ideally,")
    assert page.css_first("svg text").text() == "Booking"
    assert page.css_first("figcaption").text() == "Schematic drawing"
    assert len(page.css(".frame__way .done")) == 4


def test_nothing_in_a_frame_depends_on_time(frames):
    for frame in frames["de"]:
        assert "<script" not in frame.html and "animation" not in frame.html


def test_names_stay_on_one_line(frames):
    assert '<span class="whole">Cloud PBX</span>' in frames["de"][6].html


def test_each_picture_fades_into_the_next_when_its_time_is_over(tmp_path):
    pictures = [(tmp_path / "1.png", 6.0), (tmp_path / "2.png", 4.0), (tmp_path / "3.png", 5.0)]
    for command in film_commands("ffmpeg", pictures, tmp_path / "guide-de"):
        graph = command[command.index("-filter_complex") + 1]
        assert [f"offset={at}" in graph for at in (6, 10, 15)] == [True, True, False]
        lengths = [float(value) for option, value in pairwise(command) if option == "-t"]
        assert lengths == [6 + FADE, 4 + FADE, 5]
        assert command[command.index("-threads") + 1] == "1" and "-an" in command


def test_a_command_makes_one_file(tmp_path):
    commands = film_commands("ffmpeg", [(tmp_path / "1.png", 6.0)], tmp_path / "guide-de")
    poster = poster_command("ffmpeg", tmp_path / "1.png", tmp_path / "guide-de")
    assert [command[-1].rpartition(".")[2] for command in (*commands, poster)] == ["mp4", "webm", "webp"]
