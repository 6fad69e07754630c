"""HTML as text: elements that are changed where they stand, while all else stays byte for byte.

A parser that writes its tree again would change the rest, too, and selectolax keeps no places.
"""

import re
from collections.abc import Callable

# HTML Living Standard, "Elements": comments and the content of these elements hold text alone.
_TEXT = r"<!--.*?(?:-->|\Z)|<(?P<raw>script|style|textarea|title)\b.*?(?:</(?P=raw)\b|\Z)"
_ATTRIBUTES = r"""\b(?P<attributes>(?:[^<>"'/]|/(?!>)|"[^"]*+"|'[^']*+')*+)/?>"""
_ATTRIBUTE = re.compile(r"""([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_IMAGE = re.compile(rf"{_TEXT}|<img{_ATTRIBUTES}", re.DOTALL | re.IGNORECASE)
_LINK = re.compile(rf"{_TEXT}|<a{_ATTRIBUTES}(?P<content>.*?)</a\s*>", re.DOTALL | re.IGNORECASE)
_WORDS = re.compile(
    rf"{_TEXT}|<(?P<code>code|kbd|pre|samp|svg|template)\b.*?</(?P=code)\s*>|<[^>]*+>|(?P<words>[^<]+)",
    re.DOTALL | re.IGNORECASE,
)


def attributes_of(tag: str) -> dict[str, str]:
    """Return the attributes of an element from what stands behind its name, the first of each name as browsers do."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(tag):
        found.setdefault(match.group(1).lower(), next(filter(None, match.groups()[1:]), ""))
    return found


def change_images(html: str, change: Callable[[str], str]) -> str:
    """Return HTML with ``change`` of what stands between ``<img`` and ``>`` in each image."""
    if "<img" not in html.lower():
        return html
    return _IMAGE.sub(
        lambda found: found.group() if found["attributes"] is None else f"<img{change(found['attributes'].rstrip())}>",
        html,
    )


def change_text(html: str, change: Callable[[str], str]) -> str:
    """Return HTML with ``change`` of each piece of text, escaped as it stands; code and drawings stay as they are."""
    return _WORDS.sub(lambda found: change(found["words"]) if found["words"] else found.group(), html)


def change_links(html: str, change: Callable[[str, str], tuple[str, str]]) -> str:
    """Return HTML with ``change`` of the attributes, as text, and the content of each link."""

    def changed(found: re.Match[str]) -> str:
        if found["attributes"] is None:
            return found.group()
        before = found["attributes"], found["content"]
        after = change(*before)
        return found.group() if after == before else f"<a{after[0]}>{after[1]}</a>"

    return _LINK.sub(changed, html)
