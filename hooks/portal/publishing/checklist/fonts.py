"""The typeface of the checklist's PDF: the site's web fonts, for Typst and for text typed into the fields."""

import unicodedata
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from portal.problems.messages import say
from portal.publishing.checklist.content import ChecklistPdfError

RESTORE = say("restore the WOFF2 files of Atkinson Hyperlegible from Git")
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


def embed_for_typing(pdf: Pdf, typeface: Typeface) -> Object:
    """Embed the complete regular font, so that viewers can render whatever people type.

    ISO 14289-1, 7.21.4.1: fonts used for rendering are embedded. Viewers write single bytes into a field's appearance,
    so the font is a simple TrueType font with WinAnsiEncoding (ISO 32000-1, 9.6.3 and 12.7.3.3).
    """
    data = next((data for name, data in typeface.files.items() if "regular" in name), None)
    if data is None:
        raise ChecklistPdfError(say("there is no regular font"), hint=RESTORE)
    font = TTFont(BytesIO(data))
    name = Name("/" + font["name"].getDebugName(6))
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=name,
            Encoding=Name.WinAnsiEncoding,
            FirstChar=32,
            LastChar=255,
            Widths=Array(_widths(font)),
            FontDescriptor=pdf.make_indirect(_descriptor(pdf, font, name, data)),
        )
    )


def _widths(font: TTFont) -> list[int]:
    cmap, metrics, scale = font.getBestCmap(), font["hmtx"], 1000 / font["head"].unitsPerEm
    chars = (bytes([code]).decode("cp1252", "replace") for code in range(32, 256))
    return [round(metrics[cmap.get(ord(char), ".notdef")][0] * scale) for char in chars]


def _descriptor(pdf: Pdf, font: TTFont, name: Name, data: bytes) -> Dictionary:
    """Return the font's metrics in thousandths of its size (ISO 32000-1, 9.8.1)."""
    head, scale = font["head"], 1000 / font["head"].unitsPerEm
    box = [round(value * scale) for value in (head.xMin, head.yMin, head.xMax, head.yMax)]
    return Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=1 << 5,  # nonsymbolic: only Latin characters
        FontBBox=Array(box),
        ItalicAngle=0,
        Ascent=round(font["hhea"].ascent * scale),
        Descent=round(font["hhea"].descent * scale),
        CapHeight=round(font["OS/2"].sCapHeight * scale),
        StemV=80,
        FontFile2=Stream(pdf, data, Length1=len(data)),
    )
