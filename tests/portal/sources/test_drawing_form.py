import re

import pytest
from portal.formats.xml import read_xml
from portal.sources.drawing_form import CLASSES, ELEMENTS, find_faults, size_of

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 80">\n{}\n</svg>\n'


def faults(content, symbols=("cursor",)):
    return [str(one.message) for one in find_faults(read_xml(SVG.format(content), "a.svg"), set(symbols), False)]


@pytest.mark.parametrize(
    "content",
    [
        '<g transform="translate(20 -10.5)"><rect class="window" x="1.5" y="-2" width="3" height="4" rx="8"/></g>',
        '<use href="#cursor" x="1" y="2"/>',
        '<text class="small gone" text-anchor="end">{{ a }}</text>',
        '<path class="way" d="M0 0h3"/><circle class="box" cx="1" cy="2" r="3"/><line x1="0" x2="1" y1="0" y2="1"/>',
    ],
)
def test_what_drawings_are_made_of_has_no_fault(content):
    assert faults(content) == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('<rect style="fill: red"/>', "drawings have no attribute style"),
        ('<rect fill="red"/>', "drawings have no attribute fill"),
        ('<text font-size="9"/>', "drawings have no attribute font-size"),
        ('<rect onclick="a()"/>', "drawings have no attribute onclick"),
        ('<rect id="a"/>', "drawings have no attribute id"),
        ("<script/>", "drawings have no element script"),
        ("<foreignObject/>", "drawings have no element foreignObject"),
        ('<rect x="5%"/>', "5% is no number"),
        ('<text transform="rotate(90)"/>', "rotate(90) is no shift"),
        ('<use href="#curser"/>', "there is no symbol #curser"),
        ('<use href="https://other.test/a.svg"/>', "there is no symbol https://other.test/a.svg"),
        ('<rect class="window big"/>', "drawings.css has no class big"),
    ],
)
def test_what_would_look_or_behave_otherwise_is_a_fault(content, message):
    assert faults(content) == [message]


@pytest.mark.parametrize("box", ["", "0 0 320", "10 0 320 80", "0 0 100% 80"])
def test_a_drawing_without_a_size_is_a_fault(box):
    xml = read_xml(SVG.format("").replace("0 0 320 80", box), "a.svg")
    assert size_of(xml) == (0, 0)
    assert [one.message for one in find_faults(xml, set(), False)] == ["this drawing does not say its size"]


def test_the_classes_are_those_of_the_stylesheet(project):
    css = (project / "docs/assets/stylesheets/drawings.css").read_text("utf-8")
    assert set(re.findall(r"drawing__(\w+)", css)) == {*CLASSES, "gloss"}  # which the build adds


def test_the_guides_name_every_element_and_class(project):
    for name in ("DRAWINGS.md", "DRAWINGS.de.md"):
        guide = (project / f"hooks/{name}").read_text("utf-8")
        assert [one for one in (*ELEMENTS, *CLASSES) if f"`{one}`" not in guide] == []
