from itertools import pairwise

import pytest
from audit.films import read_vtt
from portal.sources.captions import LINES, PER_SECOND, WIDTH, Cue, captions_of, chapters_of, cues_of, web_vtt
from portal.sources.project import Project
from portal.sources.storyboard import Card


def card(words, seconds=8):
    texts = {"de": words, "en": words}
    return Card.model_validate({"title": texts, "words": texts, "drawings": ["a"], "seconds": seconds})


def test_words_that_fit_are_one_cue_of_lines_alike():
    [cue] = cues_of(card("Informieren Sie die Anwender über den Termin und darüber, was sich ändert."), "de", {})
    assert (cue.begin, cue.end) == (0, 8000)
    first, second = cue.text.split("\n")
    assert abs(len(first) - len(second)) < 12


def test_longer_words_are_cut_behind_a_clause():
    words = "Am besten ist der Tag nach der Buchung oder ein Wochenende. Das Upgrade läuft in der Nacht vor dem Tag."
    texts = [cue.text.replace("\n", " ") for cue in cues_of(card(words), "de", {})]
    assert texts == [words[:59], words[60:]]


def test_words_without_a_clause_are_cut_near_the_middle():
    words = "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn"
    first, second = (len(cue.text) for cue in cues_of(card(words), "de", {}))
    assert abs(first - second) < 10


def test_cues_follow_each_other_without_gap_and_are_read_at_one_speed():
    words = "Gehen Sie die Checkliste durch, von den Systemvoraussetzungen bis zum Kontakt für Probleme."
    first, second = cues_of(card(words), "de", {}, begin=5000)
    assert (first.begin, first.end, second.end) == (5000, second.begin, 13_000)
    assert first.per_second == pytest.approx(second.per_second, rel=0.01)


def test_facts_are_filled():
    [cue] = cues_of(card("Ab Version {{ windows.webview2 }}"), "de", {"windows.webview2": "42.6"})
    assert cue.text == "Ab Version 42.6"


def test_a_word_that_is_longer_than_a_line_stays_whole():
    [cue] = cues_of(card("D" * 60), "de", {})
    assert cue.text == "D" * 60


def test_what_means_something_in_web_vtt_is_escaped():
    text = web_vtt([Cue(0, 3_723_004, "A & B\n<C> --> D")])
    assert text == "WEBVTT\n\n00:00:00.000 --> 01:02:03.004\nA &amp; B\n&lt;C&gt; --&gt; D\n"


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_captions_of_the_guide_can_be_read(project, language):
    film = Project(project / "docs").storyboard.film
    cues = read_vtt(web_vtt(captions_of(film, language, {})))
    assert all(before.end <= after.begin for before, after in pairwise(cues))
    assert (cues[0].begin, cues[-1].end) == (0, film.seconds * 1000)
    for cue in cues:
        assert len(cue.lines) <= LINES and max(map(len, cue.lines)) <= WIDTH
        assert len("\n".join(cue.lines)) * 1000 / (cue.end - cue.begin) <= PER_SECOND


def test_each_card_is_a_chapter(project):
    film = Project(project / "docs").storyboard.film
    chapters = read_vtt(web_vtt(chapters_of(film, "en", {})))
    assert len(chapters) == 11
    assert chapters[4].lines == ("Choose the date",)
    assert [chapter.begin for chapter in chapters[1:]] == [chapter.end for chapter in chapters[:-1]]
