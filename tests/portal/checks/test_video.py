from datetime import date

import pytest
from contexts import NO_FACTS, facts_context
from portal.checks.drawings import check_drawings
from portal.checks.video import check_storyboard_file, check_video
from portal.sources.film import cards_of, files_of
from portal.sources.project import Project
from test_storyboard import FILM

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 80"><rect x="1" y="1" width="9" height="9"/></svg>\n'
FILES = {
    "video/storyboard.yml": FILM,
    "drawings/banner.svg": SVG,
    "drawings/order.svg": SVG,
    "drawings/de.yml": "",
    "drawings/en.yml": "",
    "de/admin/guide.md": "# Anleitung\n\n1. Klicken Sie.\n",
    "en/admin/guide.md": "# Guide\n\n1. Click.\n",
    "assets/video/guide-de.mp4": "film",
}
BEFORE, AFTER = date(2027, 3, 30), date(2027, 3, 31)


@pytest.fixture
def made(write_docs):
    """Return a function that makes the film of FILES, changes files, and returns what is found on a day."""

    def find(changed=None, today=BEFORE):
        docs = write_docs(FILES)
        project = Project(docs)
        kept = {"cards": cards_of(project.storyboard.film, project, {}), "files": files_of(docs)}
        (docs / "video/film.json").write_text(str(kept).replace("'", '"').replace("(", "[").replace(")", "]"))
        for name, text in (changed or {}).items():
            (docs / name).unlink() if text is None else (docs / name).write_text(text)
        known = facts_context(docs, today=today, facts=NO_FACTS)
        return [*check_storyboard_file(known.project, known), *check_video(known.project, known)]

    return find


def test_a_film_that_shows_what_the_pages_say_has_no_problem(made):
    assert made() == []


@pytest.mark.parametrize(("today", "severity"), [(BEFORE, "warning"), (AFTER, "error")])
def test_a_step_that_has_changed_is_a_warning_until_a_date_and_an_error_from_then_on(made, today, severity):
    [problem] = made({"en/admin/guide.md": "# Guide\n\n1. Press.\n"}, today)
    assert (problem.code, problem.severity) == ("video-stale", severity)
    assert str(problem.location) == "docs/video/storyboard.yml:11:7"
    assert "Klicken" in problem.message


def test_a_drawing_that_has_changed_is_told_at_each_card_that_shows_it(made):
    found = made({"drawings/order.svg": SVG.replace('x="1"', 'x="2"')})
    assert [str(problem.location) for problem in found] == ["docs/video/storyboard.yml:11:7"]


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"assets/video/guide-de.mp4": "other"}, "docs/video/film.json"),
        ({"assets/video/guide-de.mp4": None}, "docs/video/film.json"),
        ({"assets/video/more.mp4": "film"}, "docs/video/film.json"),
        ({"video/film.json": None}, "docs/video/storyboard.yml:2:3"),
        ({"video/film.json": "{"}, "docs/video/storyboard.yml:2:3"),
    ],
)
def test_files_that_are_not_those_of_the_film_are_an_error(made, changed, place):
    [problem] = made(changed)
    assert (problem.code, problem.severity, str(problem.location)) == ("video-stale", "error", place)


def test_a_film_with_other_steps_than_the_guide_is_told_once(made):
    [problem] = made({"de/admin/guide.md": "# Anleitung\n\n1. Klicken Sie.\n2. Noch einmal.\n"})
    assert (problem.code, str(problem.location)) == ("video-invalid", "docs/video/storyboard.yml:11:5")


def test_captions_are_judged_in_each_language(made):
    words = "en: " + "Click the banner at the top of the start page and then again. " * 6
    [problem] = made({"video/storyboard.yml": FILM.replace("en: Click.}", words + "}")})
    assert problem.code == "video-captions"
    assert str(problem.location) == "docs/video/storyboard.yml:12:37"


@pytest.mark.parametrize(("seconds", "codes"), [(20, []), (30, []), (19, ["video-length"]), (26, [])])
def test_the_film_has_60_to_90_seconds(made, seconds, codes):
    found = made({"video/storyboard.yml": FILM.replace("seconds: 20", f"seconds: {seconds}")})
    assert [problem.code for problem in found if problem.code != "video-stale"] == codes


def test_a_drawing_that_only_the_film_shows_is_used(write_docs):
    known = facts_context(write_docs(FILES), facts=NO_FACTS)
    assert list(check_drawings(known.project, known)) == []


def test_no_drawing_is_called_unused_while_the_storyboard_cannot_be_read(write_docs):
    known = facts_context(write_docs(FILES | {"video/storyboard.yml": "film: {}"}), facts=NO_FACTS)
    assert list(check_drawings(known.project, known)) == []


def test_without_a_storyboard_there_is_nothing_to_find(write_docs):
    known = facts_context(write_docs({"de/admin/guide.md": "# Anleitung\n"}), facts=NO_FACTS)
    assert list(check_video(known.project, known)) == []
