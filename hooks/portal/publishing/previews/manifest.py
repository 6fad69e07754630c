"""The manifest by which phones keep the site on their home screen (W3C Web Application Manifest)."""

import json

from portal.languages import Language, published_path
from portal.publishing.previews.pictures import ICONS

FILE = "site.webmanifest"


def manifest_path(language: Language) -> str:
    """Return the path of the manifest of a language in the site."""
    return published_path(language, "index.md") + FILE


def manifest(language: Language, name: str, short_name: str, description: str, colour: str) -> str:
    """Return the manifest of a language; the addresses in it are relative to its own."""
    up = "../" * manifest_path(language).count("/")
    icons = [
        {"src": up + path, "sizes": f"{side}x{side}", "type": "image/png", "purpose": purpose}
        for side, path in ICONS.items()
        if "icon-" in path
        for purpose in ("any", "maskable")
    ]
    fields = {
        "name": name,
        "short_name": short_name,
        "description": description,
        "lang": language,
        "dir": "ltr",
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": colour,
        "theme_color": colour,
        "icons": icons,
    }
    return json.dumps(fields, indent=2, ensure_ascii=False) + "\n"
