"""Short codes that the parser has left: keys and icons that it does not know, each with the nearest known one."""

import re
from functools import cache

from pymdownx.keymap_db import aliases, keymap

from portal.formats.icons import icon_names, theme_icons
from portal.problems import nearest
from portal.problems.messages import Message, say

KEYS = {*keymap, *aliases}
# What editors write as German keyboards have it.
GERMAN = {
    **{"strg": "ctrl", "steuerung": "ctrl", "umschalt": "shift", "entf": "delete", "einfg": "insert", "pos1": "home"},
    **{"ende": "end", "eingabe": "enter", "leertaste": "space", "druck": "print-screen", "bild-auf": "page-up"},
    **{"bild-ab": "page-down", "feststell": "caps-lock", "rücktaste": "backspace"},
}
MODIFIERS = "ctrl|strg|control|alt|altgr|shift|umschalt|cmd|command|option|win|windows|fn"
USUAL = [name for name in MODIFIERS.split("|") if name in KEYS]
NAME = r"[^\W_][\w-]*"
WHOLE = rf"(?<![\w+])\+\+{NAME}(?:\+{NAME})*\+\+(?![\w+])"
HALF = rf"(?<![\w+])(?:\+\+(?:{MODIFIERS})\+{NAME}\+?(?![\w+])|\+?(?:{MODIFIERS})\+{NAME}\+\+(?![\w+]))"
KEY = rf"{WHOLE}|{HALF}"
WRITE_KEYS = say("write keys as ++ctrl+c++: two plus signs on each side")
ICON = r"(?<![\w:]):(?:material|fontawesome|octicons|simple)[-/][\w/-]*\w(?::|(?![\w:/-]))"
EMOJI = say("no icon has this name; write the word, the character itself or an icon such as :material-phone:")
NEAR = 3  # characters that a name may be longer or shorter than the one that is meant


def hint_for(words: str, otherwise: Message) -> Message:
    """Return what the author of a left-over short code probably meant, or else what is said ``otherwise``."""
    if words.startswith("++") and words.endswith("++"):
        return _key_hint(words[2:-2]) or otherwise
    if re.fullmatch(ICON, words):
        return _icon_hint(words.strip(":").replace("/", "-"), words) or otherwise
    return otherwise


def _key_hint(words: str) -> Message | None:
    names = words.split("+")
    known = [name if name in KEYS or len(name) == 1 else GERMAN.get(name.lower()) for name in names]
    unknown = [name for name, key in zip(names, known, strict=True) if not key]
    if not unknown:
        return say("write {words}", words=f"++{'+'.join(filter(None, known)).lower()}++")
    if near := nearest(unknown[0], USUAL) or nearest(unknown[0], KEYS):
        return say("there is no key {name}; did you mean {near}?", name=unknown[0], near=near)
    return say('there is no key {name}; write its name in quotes: ++"{name}"++', name=unknown[0])


@cache
def _icons() -> frozenset[str]:
    return frozenset(icon_names(theme_icons()))


def _icon_hint(name: str, words: str) -> Message | None:
    family = name.partition("-")[0]
    names = {one for one in _icons() if one.startswith(family) and abs(len(one) - len(name)) <= NEAR}
    near = nearest(name, names)
    if not near:
        return None
    if near == name and not words.endswith(":"):
        return say("close the icon: :{name}:", name=name)
    return (
        say("write :{name}:", name=near)
        if near == name
        else say("there is no icon {name}; did you mean :{near}:?", name=name, near=near)
    )
