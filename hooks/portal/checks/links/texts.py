"""Link texts: each says where it leads (WCAG 2.2, 2.4.4)."""

import re
from pathlib import Path

from portal.checks.links.addresses import Finding
from portal.problems import Code
from portal.problems.messages import say
from portal.site.links import Link

LINK_TEXT = Code(
    "link-text",
    why=say("People who have the page read aloud hear links without the sentences around them (WCAG 2.2, 2.4.4)."),
    fix=say("Name what readers find there. For an image, its `alt` does."),
    example=say("“{words}” does not say where the link leads", words="hier"),
)

FOLDER = Path(__file__).with_name("vague_texts")  # one text a line
# As the whole text of a link, these don't say where it leads.
POINTING = frozenset((FOLDER / "pointing.txt").read_text("utf-8").splitlines())
# Nor do these, except within a page: there they are the headings that a table of contents repeats.
ASKING = frozenset((FOLDER / "asking.txt").read_text("utf-8").splitlines())
HINT = say("name what readers find there")


def check_text(link: Link) -> Finding | None:
    """Return what is wrong with the text of a link, or None."""
    if link.name is None:
        return None
    words = re.sub(r"^[\W_]+|[\W_]+$", "", link.name)
    if not link.name:
        return Finding(LINK_TEXT, lambda words: say("the link to {link} has no text", link=words), HINT)
    if words.casefold() in (POINTING if link.target.startswith("#") else POINTING | ASKING):
        return Finding(LINK_TEXT, lambda _: say("“{words}” does not say where the link leads", words=link.name), HINT)
    return None
