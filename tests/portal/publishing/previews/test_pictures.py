from io import BytesIO

import pytest
from PIL import Image
from portal.publishing.previews.pictures import icon, preview, standalone

RECT = '<rect class="drawing__press" x="0" y="0" width="320" height="80"/>'
SVG = f'<svg viewBox="0 0 320 80" width="320" height="80">{RECT}</svg>'


@pytest.fixture
def docs(project):
    return project / "docs"


@pytest.fixture
def sheets(docs):
    return {path.name: path.read_text("utf-8") for path in (docs / "assets/stylesheets").glob("*.css")}


def test_a_drawing_stands_alone_with_the_light_colours(sheets):
    svg = standalone(sheets, SVG)
    assert ".drawing__press { fill: #e20074; }" in svg
    assert "var(" not in svg and ":is(" not in svg and ":not(" not in svg
    assert ".drawing .drawing__menu { font-weight: 700; }" in svg


def test_a_picture_shows_the_drawing_and_the_words(docs, sheets):
    picture = Image.open(BytesIO(preview(docs, sheets, "de", "Hilfe", "Anwender-Ansicht", SVG)))
    other = preview(docs, sheets, "de", "Andere Hilfe", "Anwender-Ansicht", SVG)
    colours = {colour for _, colour in picture.convert("RGB").getcolors(1_000_000)}
    assert picture.size == (1200, 630) and (0xE2, 0, 0x74) in colours
    assert other != preview(docs, sheets, "de", "Hilfe", "Anwender-Ansicht", SVG)


def test_the_same_input_gives_the_same_bytes(docs, sheets):
    first = preview(docs, sheets, "en", "Help", "User view", SVG)
    assert preview(docs, sheets, "en", "Help", "User view", SVG) == first


@pytest.mark.parametrize("side", [180, 192, 512])
def test_an_icon_is_square_and_fills_it(docs, sheets, side):
    picture = Image.open(BytesIO(icon(docs, sheets, side))).convert("RGBA")
    corners = {picture.getpixel((x, y)) for x in (0, side - 1) for y in (0, side - 1)}
    assert picture.size == (side, side) and corners == {(0xE2, 0, 0x74, 255)}
