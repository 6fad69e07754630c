"""The film as it is committed: its format, length, weight, and what it was made from."""

import json

import pytest
from audit.films import boxes, read_mp4, read_vtt, read_webm
from portal.formats.images import image_size
from portal.sources.captions import captions_of, chapters_of, web_vtt
from portal.sources.film import cards_of, files_of, read_film
from portal.sources.project import Project

LARGEST, LARGEST_POSTER, LARGEST_FOLDER = 1_500_000, 30_000, 6_000_000  # bytes
LANGUAGES = ("de", "en")


@pytest.fixture
def film(project):
    return project / "docs/assets/video"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_film_is_h264_high_with_its_index_first(film, language):
    data = (film / f"guide-{language}.mp4").read_bytes()
    names = [name for name, _ in boxes(data)]
    assert names[0] == b"ftyp" and names.index(b"moov") < names.index(b"mdat")
    read = read_mp4(data)
    assert (read.codec, read.size) == ("avc1.64001f", (1280, 720))
    assert 60 <= read.seconds <= 90 and len(data) <= LARGEST


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_film_is_vp9_too_and_as_long(film, language):
    data = (film / f"guide-{language}.webm").read_bytes()
    read = read_webm(data)
    assert (read.codec, read.size) == ("V_VP9", (1280, 720))
    assert read.seconds == pytest.approx(read_mp4((film / f"guide-{language}.mp4").read_bytes()).seconds, abs=0.1)
    assert len(data) <= LARGEST


def test_the_film_is_as_long_as_its_storyboard_in_each_language(project, film):
    seconds = Project(project / "docs").storyboard.film.seconds
    lengths = [read_mp4((film / f"guide-{language}.mp4").read_bytes()).seconds for language in LANGUAGES]
    assert lengths == pytest.approx([seconds, seconds], abs=0.1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_poster_is_light_and_as_large_as_the_film(film, language):
    poster = film / f"guide-{language}.webp"
    assert image_size(poster) == (1280, 720) and poster.stat().st_size <= LARGEST_POSTER


def test_all_files_together_are_light(film):
    assert sum(path.stat().st_size for path in film.iterdir()) <= LARGEST_FOLDER


@pytest.mark.parametrize("language", LANGUAGES)
def test_captions_and_chapters_are_those_of_the_storyboard(project, film, language):
    known = Project(project / "docs")
    for kind, cues in (("captions", captions_of), ("chapters", chapters_of)):
        text = (film / f"{kind}-{language}.vtt").read_text("utf-8")
        assert read_vtt(text)
        assert text == web_vtt(cues(known.storyboard.film, language, known.facts_file.facts.values)), "run: make video"


def test_the_film_was_made_from_what_there_is(project):
    known = Project(project / "docs")
    kept, facts = read_film(known.docs), known.facts_file.facts.values
    assert dict(kept.cards) == cards_of(known.storyboard.film, known, facts), "run: make video"
    assert dict(kept.files) == files_of(known.docs)
    assert json.loads((known.docs / "video/film.json").read_text("utf-8")).keys() == {"cards", "files"}
