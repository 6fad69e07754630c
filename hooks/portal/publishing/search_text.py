"""What the search knows of a built page: its title, its place in the menu, and its sections as readers see them."""

from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

# What readers of a page don't see, what stands in tools that answer by scripts, and marks that are no words.
LEFT_OUT = (
    "script, style, noscript, template, dialog, form, svg, button, [hidden]:not([hidden=until-found]),"
    "[aria-hidden=true], [role=status], [role=doc-noteref], [role=doc-backlink], [data-search-exclude]"
)
HEADINGS = ("h2", "h3", "h4", "h5", "h6")
# HTML Living Standard, "Phrasing content": what stands within a line. All else begins a new one.
WITHIN_LINES = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q"),
        *("s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"),
    )
)
INVISIBLE = str.maketrans("", "", "\u00ad\u200b\u2060")  # soft hyphen, zero width space, word joiner


@dataclass(frozen=True)
class Section:
    """A section: the id and the words of its heading, both empty before the first one, and its text."""

    id: str
    heading: str
    text: str


@dataclass(frozen=True)
class PageText:
    """A page: its title, where the menu has it, its sections, and whether most of its words stand in links."""

    title: str
    path: tuple[str, ...]
    sections: tuple[Section, ...]
    is_mostly_links: bool


def read_text(html: str) -> PageText:
    """Read the article of a built page and the path above it."""
    tree = LexborHTMLParser(html)  # of its own: what the checks keep of a page has no sections, and no check needs them
    path = tuple(_plain(node.text()) for node in tree.css("nav.path li"))
    article = tree.css_first("article") or tree.css_first("main") or tree.body
    for node in article.css(LEFT_OUT) if article else ():
        node.decompose()
    reader = _Reader()
    if article:
        reader.read(article)
    return PageText(reader.title or "".join(path[-1:]), path[1:-1], *reader.result())


def _plain(text: str) -> str:
    """Return the text with a blank for any white space, no-break ones too, and without what nobody sees."""
    return " ".join(text.translate(INVISIBLE).replace("\u2011", "-").split())


def _is_item(node: LexborNode) -> bool:
    """Whether this is an item of a checklist that links can name: it begins with its title, in bold."""
    list_ = node.parent.attributes.get("class") if node.parent and node.tag == "li" else ""
    return "id" in node.attributes and "checklist" in (list_ or "").split()


class _Reader:
    """Goes through an article in reading order."""

    def __init__(self) -> None:
        self.title = ""
        self._sections: list[tuple[str, str, list[str]]] = [("", "", [])]
        self._linked: list[str] = []

    def read(self, node: LexborNode, is_link: bool = False) -> None:
        """Add what stands in an element."""
        for child in node.iter(include_text=True):
            tag = child.tag or ""
            if tag == "-text":
                self._add(child.text(), is_link)
            elif tag == "h1" and not self.title:
                self.title = _plain(child.text())
            elif tag in HEADINGS or (tag == "dt" and "id" in child.attributes):
                self._begin(child)
            elif _is_item(child) and (heading := child.css_first("strong")):
                self._begin(heading, child)
                heading.decompose()
                self.read(child, is_link)
            elif tag in WITHIN_LINES:
                self.read(child, is_link or (tag == "a" and "href" in child.attributes))
            else:
                self._add(" ", is_link)
                self.read(child, is_link)
                self._add(" ", is_link)

    def _begin(self, heading: LexborNode, whole: LexborNode | None = None) -> None:
        """Begin a section, but not for a heading that only names the language of what follows."""
        if "lang" not in heading.attributes:
            id_ = (whole or heading).attributes.get("id") or ""
            self._sections.append((id_, _plain(heading.text()), []))
            self._linked += [link.text() for link in heading.css("a[href]")]

    def _add(self, text: str, is_link: bool) -> None:
        self._sections[-1][2].append(text)
        if is_link:
            self._linked.append(text)

    def result(self) -> tuple[tuple[Section, ...], bool]:
        """Return the sections, and whether most words stand in links."""
        sections = tuple(self._finished())
        words = sum(len(section.heading.split()) + len(section.text.split()) for section in sections)
        return sections, 2 * sum(len(text.split()) for text in self._linked) > words

    def _finished(self) -> Iterator[Section]:
        for id_, heading, texts in self._sections:
            text = _plain("".join(texts))
            if heading or text:
                yield Section(id_, heading, text)
