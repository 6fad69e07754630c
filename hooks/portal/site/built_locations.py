"""Locations in built pages, for what no editor has written; ``site`` is how reports name the site."""

import re

from portal.formats.markdown.link_text import link_text
from portal.problems import Location
from portal.site.links import Link
from portal.site.page import BuiltPage
from portal.site.templates import location_at


def locate_words(page: BuiltPage, words: str, site: str) -> Location:
    """Return where ``words`` first stand in a built page, or the page."""
    for spelling in (words, words.replace("&", "&amp;")):
        line, column = page.find(spelling)
        if line:
            return Location(f"{site}/{page.path}", line, column, len(spelling))
    return Location(f"{site}/{page.path}")


def locate_link(page: BuiltPage, link: Link, site: str, *, by_name: bool) -> Location:
    """Return where the address of a link stands in a built page of ``site``, in an element of its kind.

    ``by_name`` is for a fault that not all links to there share: the element has the text of the link, too.
    """
    first = None
    for match in re.finditer(rf"<{re.escape(link.tag)}\b[^<>]*", page.html, re.IGNORECASE) if link.target else ():
        start = next((s for s in (link.target, link.target.replace("&", "&amp;")) if s in match.group(0)), None)
        if start is None:
            continue
        offset = match.start() + match.group(0).index(start)
        location = location_at(f"{site}/{page.path}", page.html, offset, len(start))
        close = page.html.find(f"</{link.tag}", match.end())
        if not by_name or link_text(page.html[match.end() + 1 : close]) == (link.name or ""):
            return location
        first = first or location
    return first or locate_words(page, link.target, site)
