"""Links at headings: the address of a section, to follow and to copy, behind the heading and not within it."""

import re

from portal.formats.html import attributes_of

HEADING = re.compile(r"(<summary\b[^<>]*>\s*)?(<h([23])\b([^<>]*)>(.*?)</h\3>)", re.DOTALL)
TAG = re.compile(r"<[^<>]*>")
LABEL = "tabs__label"  # of a panel, which scripts make a tab


def link_headings(html: str, words: str) -> str:
    """Return an article whose headings of levels 2 and 3 have a link to themselves.

    ``words`` is the link's name, with ``{heading}``. A heading that is a link, a button or a tab gets none.
    """

    def link(match: re.Match[str]) -> str:
        summary, heading, _, attributes, text = match.groups()
        found = attributes_of(attributes)
        if summary or "<a " in text or not found.get("id") or LABEL in found.get("class", "").split():
            return match.group()
        name = words.replace("{heading}", TAG.sub("", text).replace('"', "&quot;").strip())
        return f'{heading}\n<a class="copy-link" href="#{found["id"]}" aria-label="{name}"></a>'

    return HEADING.sub(link, html)
