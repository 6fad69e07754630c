"""Bold words of a page: among them are the names of buttons and menus."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from portal.sources.sections import Section, SectionedPage

BOLD = re.compile(r"\*\*(?=[^\s*])([^*\n]+(?<=[^\s*]))\*\*(\]\([^()\n]*\))?(\{[^{}\n]*\})?")
LANG = re.compile(r"\blang\s*=\s*[\"']?de\b")
FILE = Path(__file__).with_name("button_verbs.txt")
# "Klicken Sie auf **Weiter**": what one of these verbs leads to is the name of a button or a menu.
PRESSED = re.compile(rf"\b(?:{'|'.join(FILE.read_text('utf-8').split())})\b[^.!?:*\n]{{0,40}}$", re.IGNORECASE)


@dataclass(frozen=True)
class BoldWords:
    """Bold words of a page."""

    words: str
    start: int  # offset in its text
    end: int
    is_german: bool  # marked as German
    before: str  # what stands in front of them in their line

    @property
    def is_name(self) -> bool:
        """Whether these may be a name: labels in front of a text end with a colon."""
        return not self.words.endswith((":", ".", "!", "?"))

    @property
    def is_pressed(self) -> bool:
        """Whether a sentence tells readers to click them."""
        return PRESSED.search(self.before) is not None


def bold_words(page: SectionedPage, section: Section) -> Iterator[BoldWords]:
    """Yield the bold words of a section of a page."""
    text = page.source.markdown.text
    start, end = section.blocks[0].start, section.blocks[-1].end
    if "**" not in text[start:end]:
        return
    for match in BOLD.finditer(text, start, end):
        line = text.rfind("\n", 0, match.start()) + 1
        before = text[line : match.start()]
        within = "lang=" in before and before.count("<span") > before.count("</span")
        is_german = within or LANG.search(match.group(3) or "") is not None
        yield BoldWords(match.group(1), match.start(), match.end(), is_german, before)
