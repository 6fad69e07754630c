"""Icons: drawings that are named by their folders and file, ``:material-cog:`` for ``material/cog.svg``."""

import os
import re
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

SHORTCODE = re.compile(r":([a-z]+(?:-[a-z0-9]+)+):")
DEEPEST = 2  # folders that a name begins with


def theme_icons() -> tuple[Path, ...]:
    """Return the folder with the icons of Material for MkDocs, if that is installed."""
    found = find_spec("material")
    places = found.submodule_search_locations if found else None
    return tuple(Path(place) / "templates" / ".icons" for place in places or ())


def find_icon(name: str, folders: Sequence[Path]) -> Path | None:
    """Return the drawing of a name such as ``material-cog``: the first that one of the folders has."""
    parts = name.split("-")
    inside = [Path(*parts[:deep], f"{'-'.join(parts[deep:])}.svg") for deep in range(1, min(DEEPEST + 1, len(parts)))]
    return next((folder / path for folder in folders for path in inside if (folder / path).is_file()), None)


def icon_names(folders: Sequence[Path]) -> Iterator[str]:
    """Yield the name of each icon."""
    for folder in folders:
        for parent, _, files in os.walk(folder):  # ten thousand: pathlib takes five times as long
            family = parent.removeprefix(str(folder)).lstrip(os.sep).replace(os.sep, "-")
            yield from (f"{family}-{file[:-4]}" for file in files if family and file.endswith(".svg"))
