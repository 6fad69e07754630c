"""Web fonts: reduced to the glyphs that the site shows.

Browsers wait for the fonts before the first paint; complete, they were half of a page's bytes.
"""

from collections.abc import Iterable
from html import unescape
from io import BytesIO
from posixpath import basename

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

from portal.problems.messages import say
from portal.site.site import Site

# Characters that readers may type into the search, and German quotation marks, whether or not a page contains them.
ALWAYS = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("ÄÖÜäöüßẞ„“”‚‘’–…€ ")
SHOWN_IN = (".html", ".css")  # `content` in stylesheets; scripts take their text from pages
FEATURES = ["kern", "ccmp", "mark", "mkmk", "tnum"]  # kerning, accents, and tabular digits
SMOOTH = {0xFFFF: 0x000F}  # OpenType, "gasp": smooth at every size, as recommended without hints


class FontError(Exception):
    """A font can't be read; the message names it and the reason."""


def shown_characters(site: Site) -> frozenset[str]:
    """Return every character that the built site may show or readers may type."""
    return ALWAYS.union(*(unescape(site.read(path)) for path in site.files if path.endswith(SHOWN_IN)))


def subset_fonts(site: Site, fonts: Iterable[str], characters: Iterable[str]) -> None:
    """Subset WOFF2 files of the site, given by path, to ``characters``, and drop hints, which few screens use.

    The output is reproducible. Raises FontError for an invalid font, OSError if a file can't be written.
    """
    codes = sorted({ord(char) for char in characters})
    for path in fonts:
        try:
            content = _subset(site.read_bytes(path), codes)
        except Exception as error:  # fontTools and Brotli raise all kinds of exceptions for broken files
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
