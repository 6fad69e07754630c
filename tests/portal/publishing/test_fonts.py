import shutil
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from portal.publishing.fonts import ALWAYS, FontError, shown_characters, subset_fonts
from portal.site.site import Site

NAME = "atkinson-hyperlegible-regular.woff2"


@pytest.fixture
def font(project, tmp_path):
    return Path(shutil.copy(project / "docs/assets/fonts" / NAME, tmp_path))


def test_characters_are_found_however_a_page_encodes_them(write_site):
    site = write_site({"index.html": "<p>Ž &rarr; &#xE9;</p>", "a.css": 'a::before { content: "→•" }', "a.js": "漢"})
    assert shown_characters(Site(site)) == ALWAYS | set("Ž→é•")


def test_a_font_keeps_only_the_given_characters(font):
    subset_fonts(Site(font.parent), [font.name], "aÄé漢")
    assert {chr(code) for code in TTFont(font).getBestCmap()} == set("aÄé")  # the font has no 漢


def test_a_subset_is_smaller_and_looks_the_same(font):
    whole, before = TTFont(font), font.stat().st_size
    subset_fonts(Site(font.parent), [font.name], ALWAYS)
    part = TTFont(font)
    assert font.stat().st_size < before / 2
    assert [part["hmtx"][part.getBestCmap()[ord(char)]] for char in "Hä„0"] == [
        whole["hmtx"][whole.getBestCmap()[ord(char)]] for char in "Hä„0"
    ]
    for table, value in [("hhea", "ascent"), ("hhea", "descent"), ("OS/2", "sxHeight"), ("head", "unitsPerEm")]:
        assert getattr(part[table], value) == getattr(whole[table], value)
    assert {record.FeatureTag for record in part["GPOS"].table.FeatureList.FeatureRecord} >= {"kern"}
    assert {record.FeatureTag for record in part["GSUB"].table.FeatureList.FeatureRecord} >= {"tnum"}
    assert "fpgm" not in part and part["gasp"].gaspRange == {0xFFFF: 15}


def test_a_subset_is_reproducible(font, tmp_path):
    other = Path(shutil.copy(font, tmp_path / "other.woff2"))
    subset_fonts(Site(font.parent), [font.name], ["a", "b"])
    subset_fonts(Site(other.parent), [other.name], ["b", "a", "a"])
    assert font.read_bytes() == other.read_bytes()


def test_a_broken_font_is_reported_by_name_and_not_changed(font):
    font.write_bytes(font.read_bytes()[:3000])
    with pytest.raises(FontError, match=f"the font {NAME} can't be read, restore it from Git"):
        subset_fonts(Site(font.parent), [font.name], "a")
    assert font.stat().st_size == 3000
