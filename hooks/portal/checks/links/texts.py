"""Link texts: each says where it leads (WCAG 2.2, 2.4.4)."""

import re

from portal.checks.links.addresses import Finding
from portal.problems.messages import say
from portal.site.links import Link

# Said as a whole, these tell nobody who hears a list of links where one leads.
POINTING = frozenset(
    (
        *["hier", "hier klicken", "klick hier", "klicken sie hier", "klicken", "hier geht es weiter", "hier lesen"],
        *["link", "dieser link", "diesem link", "diesen link", "diese seite", "dieser seite", "siehe hier", "siehe"],
        *["here", "click", "click here", "see here", "this", "this link", "this page", "link here", "go"],
    )
)
# So do these, but within a page: there they are the headings that a table of contents repeats.
ASKING = frozenset(
    (
        *["mehr", "mehr dazu", "mehr erfahren", "mehr lesen", "mehr infos", "mehr informationen", "erfahren sie mehr"],
        *["weiter", "weiterlesen", "lesen sie mehr", "weitere informationen", "weitere infos", "details", "infos"],
        *[
            "more",
            "more details",
            "more info",
            "more information",
            "learn more",
            "read more",
            "find out more",
            "see more",
        ],
        *["continue", "continue reading", "info", "further information"],
    )
)
HINT = say("name what readers find there")


def check_text(link: Link) -> Finding | None:
    """Return what is wrong with the text of a link, or None."""
    if link.name is None:
        return None
    words = re.sub(r"^[\W_]+|[\W_]+$", "", link.name)
    if not link.name:
        return Finding("link-text", lambda words: say("the link to {link} has no text", link=words), HINT)
    if words.casefold() in (POINTING if link.target.startswith("#") else POINTING | ASKING):
        return Finding("link-text", lambda _: say("“{words}” does not say where the link leads", words=link.name), HINT)
    return None
