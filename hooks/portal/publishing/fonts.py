"""Web fonts: browsers get the glyphs that the site shows, and none besides.

A reader on a phone waits for the fonts before the first paint: whole, they were half of all that a page sends.
"""

from collections.abc import Iterable
from html import unescape
from io import BytesIO
from posixpath import basename

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

from portal.problems.messages import say
from portal.site.site import Site

# What readers type into the search, and German quotation marks: shown although no page may hold them.
ALWAYS = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("ÄÖÜäöüßẞ„“”‚‘’–…€ ")
SHOWN_IN = (".html", ".css")  # `content` in stylesheets; scripts take their words from pages
FEATURES = ["kern", "ccmp", "mark", "mkmk", "tnum"]  # pairs, accents, and digits that stand below each other
SMOOTH = {0xFFFF: 0x000F}  # OpenType, "gasp": at every size smoothed, as without hints it should be


class FontError(Exception):
    """A font can't be read; the message says which and why."""


def shown_characters(site: Site) -> frozenset[str]:
    """Return every character that the built site may show, and some that readers type."""
    return ALWAYS.union(*(unescape(site.read(path)) for path in site.files if path.endswith(SHOWN_IN)))


def subset_fonts(site: Site, fonts: Iterable[str], characters: Iterable[str]) -> None:
    """Reduce WOFF2 files of the site, by their paths, to ``characters``, without the hints that few screens use.

    The same font and characters give the same bytes. Raises FontError for a file that is no font, OSError where one
    can't be written.
    """
    codes = sorted({ord(char) for char in characters})
    for path in fonts:
        try:
            content = _subset(site.read_bytes(path), codes)
        except Exception as error:  # fontTools and Brotli raise whatever a broken byte leads to
            raise FontError(
                say("the font {name} can't be read, restore it from Git: {reason}", name=basename(path), reason=error)
            ) from error
        site.write(path, content)


def _subset(font_file: bytes, codes: list[int]) -> bytes:
    options = Options(layout_features=FEATURES, hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 13, 14])
    font, subsetter = TTFont(BytesIO(font_file), recalcTimestamp=False), Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    font["gasp"] = newTable("gasp")
    font["gasp"].gaspRange = SMOOTH
    font.flavor, buffer = "woff2", BytesIO()
    font.save(buffer)
    return buffer.getvalue()
