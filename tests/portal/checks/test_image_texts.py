import pytest
from contexts import NO_FACTS, facts_context, on_project
from portal.checks.image_texts import LARGEST, check_image_texts, check_image_weights
from portal.sources.page import parse_source


def told(write_docs, text):
    source = parse_source(write_docs({}), "de", "a.md", text)
    return [(one.message, one.location.column) for one in check_image_texts(source, facts_context(facts=NO_FACTS))]


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("![IMG_2043.jpg](a.jpg)", 3),
        ("![IMG_2043](IMG_2043.jpg)", 3),
        ("Hier: ![Bild](a.png)", 9),
        ("![Screenshot 2026-10-04 um 09.41.12](a.png)", 3),
        ("![Screenshot 2026-10-04 at 09.41.12](a.png)", 3),
        ("![Foto 1](a.jpg)", 3),
        ("![image][a]\n\n[a]: a.png", 3),
        ('<img src="a.png" alt="Grafik">', 23),
        ('![Die Startseite](a.png "Die Startseite")', 3),
        ("![Die Startseite](a.png)\n\n*Die Startseite*", 3),
        ("![Die Startseite](a.png)\n\n/// caption\nDie **Startseite**\n///", 3),
    ],
)
def test_a_text_that_says_nothing_is_told_at_its_place(write_docs, text, column):
    assert [place for _, place in told(write_docs, text)] == [column]


@pytest.mark.parametrize(
    "text",
    [
        "![](a.png)",
        "![Logo](logo.svg)",
        "![Das Bild der Kamera](a.png)",
        "![Der Ordner plan.png-Archiv enthält Pläne](a.png)",
        "![Startseite](startseite.png)",
        "![Bildschirm der Startseite mit dem Banner](a.png)",
        '![Das Banner über dem Menü](a.png "Die Startseite")',
        "![Das Banner](a.png)\n\nDas Banner",
        "`![Bild](a.png)`",
        "<!-- ![Bild](a.png) -->",
        "[Bild](a.png)",
        '<img src="a.png" alt="">',
    ],
)
def test_a_text_that_tells_something_is_fine(write_docs, text):
    assert told(write_docs, text) == []


def test_a_heavy_picture_is_told_and_another_heavy_file_is_not(write_docs):
    docs = write_docs(
        {"assets/a.png": "x" * (LARGEST + 1), "assets/b.png": "x" * LARGEST, "assets/c.pdf": "x" * 2_000_000}
    )
    [problem] = on_project(check_image_weights, docs)
    assert (problem.location.file, problem.message) == ("docs/assets/a.png", "this picture has 1.0 MB")
