"""Pictures that Typst draws from the mark, the fonts and the drawings: PNG, the same bytes for the same input."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from portal.publishing.checklist.fonts import read_typeface

Sheets = Mapping[str, str]  # the texts of the stylesheets, by their names
SIZE = (1200, 630)  # pixels: The Open Graph protocol names no size; this is the one that large networks show whole
ICONS = {180: "assets/images/touch-icon.png", 192: "assets/images/icon-192.png", 512: "assets/images/icon-512.png"}
EMPTY = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"></svg>'
_MARK = "assets/images/favicon.svg"
_TOKEN = re.compile(r"--([\w-]+): light-dark\((#\w+), ")
_RULE = re.compile(r"^([^{}\n@/][^{}\n]*) \{ ([^{}]*) \}", re.MULTILINE)
_EITHER = re.compile(r"(.*):is\(([^()]*)\)(.*)")


def preview(docs: Path, sheets: Sheets, language: str, title: str, view: str, drawing: str) -> bytes:
    """Return the picture beside a shared link as PNG: the title, the name of the view, and a drawing as SVG."""
    said = {"language": language, "title": title, "view": view, "colours": _colours(sheets)}
    files = {"drawing.svg": standalone(sheets, drawing).encode(), "mark.svg": (docs / _MARK).read_bytes()}
    return _drawn(docs, "preview.typ", files, {"said": json.dumps(said)})


def icon(docs: Path, sheets: Sheets, side: int) -> bytes:
    """Return the site's mark as a square PNG of so many pixels."""
    values = {"side": str(side), "colour": _colours(sheets)["accent"]}
    return _drawn(docs, "icon.typ", {"mark.svg": (docs / _MARK).read_bytes()}, values)


def standalone(sheets: Sheets, svg: str) -> str:
    """Return a drawing that stands within a page as a file of its own, with the light colours of the stylesheets.

    Programs that draw SVG know few selectors of CSS and no custom properties, so that they are written out.
    """
    colours = _colours(sheets)
    css = sheets["drawings.css"].partition("@media")[0]
    rules = [".drawing { font-family: 'Atkinson Hyperlegible'; }"]
    for selectors, declarations in _RULE.findall(css):
        filled = re.sub(r"var\(--([\w-]+)\)", lambda match: colours.get(match.group(1), "none"), declarations)
        rules += (f"{one} {{ {filled.replace(' !important', '')} }}" for one in _selectors(selectors))
    style = f"<style>{' '.join(rules)}</style>"
    return re.sub(
        r"<svg ([^>]*)>", rf'<svg xmlns="http://www.w3.org/2000/svg" class="drawing" \1>{style}', svg, count=1
    )


def _selectors(text: str) -> list[str]:
    """Return a list of selectors without ``:is()`` and ``:not()``."""
    found = list[str]()
    for one in re.split(r",\s*(?![^()]*\))", re.sub(r":not\([^()]*\)", "", text)):
        either = _EITHER.fullmatch(one)
        found += [f"{either[1]}{part.strip()}{either[3]}" for part in either[2].split(",")] if either else [one]
    return found


def _colours(sheets: Sheets) -> dict[str, str]:
    return dict(_TOKEN.findall(sheets["portal.css"]))


def _drawn(docs: Path, template: str, files: dict[str, bytes], values: dict[str, str]) -> bytes:
    try:
        return _compiled(docs, template, files, values)
    except typst.TypstError:  # the checks report what is wrong with a drawing, at its place
        return _compiled(docs, template, dict.fromkeys(files, EMPTY.encode()), values)


def _compiled(docs: Path, template: str, files: dict[str, bytes], values: dict[str, str]) -> bytes:
    with TemporaryDirectory() as folder:
        for name, data in (files | read_typeface(docs / "assets/fonts").files).items():
            Path(folder, name).write_bytes(data)
        return typst.compile(  # type: ignore[call-overload,no-any-return]  # its stub asks for input and root of one type
            Path(__file__).with_name(template).read_bytes(),
            root=folder,
            font_paths=[folder],
            ignore_system_fonts=True,
            sys_inputs=values,
            format="png",
            ppi=72,
        )
