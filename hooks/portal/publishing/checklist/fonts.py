"""The typeface of the checklist's PDF: the site's web fonts, for Typst and for text typed into the fields."""

import unicodedata
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from portal.problems.messages import say
from portal.publishing.checklist.content import ChecklistPdfError

RESTORE = say("restore the WOFF2 files of Atkinson Hyperlegible from Git")
TYPING = Path(__file__).with_name("typing.woff2")
CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{pairs}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
SHAPED_AWAY = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\n")  # need no glyph of their own


@dataclass(frozen=True)
class Typeface:
    """The fonts as OpenType files, by file name, and the characters that all of them support."""

    files: dict[str, bytes]
    characters: frozenset[str]

    def missing(self, text: str) -> str:
        """Return the first character of a text that has no glyph, or ""."""
        composed = unicodedata.normalize("NFC", text)
        return next((char for char in composed if char not in self.characters and char not in SHAPED_AWAY), "")


@cache
def read_typeface(fonts: Path) -> Typeface:
    """Return the site's web fonts as OpenType files, which Typst needs. Raises ChecklistPdfError."""
    files, characters = {}, []
    for path in sorted(fonts.glob("*.woff2")):
        try:
            font = TTFont(path, recalcTimestamp=False)
            font.flavor = None
            characters.append({chr(code) for code in font.getBestCmap()})
            buffer = BytesIO()
            font.save(buffer)
        except Exception as error:  # fontTools and Brotli raise all kinds of exceptions for broken files
            raise ChecklistPdfError(
                say("the font {name} can't be read: {reason}", name=path.name, reason=error), hint=RESTORE
            ) from error
        files[path.with_suffix(".ttf").name] = buffer.getvalue()
    if not files:
        raise ChecklistPdfError(say("there is no font in {folder}", folder=fonts), hint=RESTORE)
    return Typeface(files, frozenset.intersection(*map(frozenset, characters)))


def embed_for_typing(pdf: Pdf) -> Object:
    """Embed a font with the letters of all Latin alphabets, so that viewers can render whatever people type.

    ISO 14289-1, 7.21.4.1: fonts used for rendering are embedded. A simple font has 256 characters, too few for names
    like Łódź: the font is a composite one, whose codes are those of its glyphs (ISO 32000-1, 9.7), and viewers find
    these by its map to Unicode. typing.woff2 is Atkinson Hyperlegible 1.006 with its extended Latin letters.
    """
    font = TTFont(TYPING, recalcTimestamp=False)
    font.flavor = None
    buffer = BytesIO()
    font.save(buffer)
    name = Name("/" + font["name"].getDebugName(6))
    scale = 1000 / font["head"].unitsPerEm
    widths = [round(font["hmtx"][glyph][0] * scale) for glyph in font.getGlyphOrder()]
    inner = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        CIDToGIDMap=Name.Identity,
        W=Array([0, Array(widths)]),
        FontDescriptor=pdf.make_indirect(_descriptor(pdf, font, name, buffer.getvalue())),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=name,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(inner)]),
            ToUnicode=Stream(pdf, _to_unicode(font)),
        )
    )


def _to_unicode(font: TTFont) -> bytes:
    """Return the map from glyphs to characters (ISO 32000-1, 9.10.3), in blocks of at most 100."""
    glyphs = {font.getGlyphID(name): code for code, name in sorted(font.getBestCmap().items(), reverse=True)}
    lines = [f"<{glyph:04X}> <{code:04X}>" for glyph, code in sorted(glyphs.items())]
    blocks = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    pairs = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return CMAP.format(pairs=pairs).encode()


def _descriptor(pdf: Pdf, font: TTFont, name: Name, data: bytes) -> Dictionary:
    """Return the font's metrics in thousandths of its size (ISO 32000-1, 9.8.1)."""
    head, scale = font["head"], 1000 / font["head"].unitsPerEm
    box = [round(value * scale) for value in (head.xMin, head.yMin, head.xMax, head.yMax)]
    return Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=1 << 2,  # symbolic: its codes are those of its glyphs
        FontBBox=Array(box),
        ItalicAngle=0,
        Ascent=round(font["hhea"].ascent * scale),
        Descent=round(font["hhea"].descent * scale),
        CapHeight=round(font["OS/2"].sCapHeight * scale),
        StemV=80,
        FontFile2=Stream(pdf, data, Length1=len(data)),
    )
