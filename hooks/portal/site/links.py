"""Page links: every address in a built page, with what a screen reader calls the links that readers choose."""

from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from portal.formats.css import css_addresses
from portal.formats.javascript import module_addresses, worker_addresses
from portal.formats.srcset import srcset_addresses

# HTML Living Standard, "Attributes" index: attributes whose value is a URL or a list of image candidates, by element.
URL_ATTRIBUTES = {
    "a": ("href", "xlink:href", "ping"),
    "area": ("href", "ping"),
    "audio": ("src",),
    "blockquote": ("cite",),
    "button": ("formaction",),
    "del": ("cite",),
    "embed": ("src",),
    "form": ("action",),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src", "srcset"),
    "input": ("src", "formaction"),
    "ins": ("cite",),
    "link": ("href", "imagesrcset"),
    "object": ("data",),
    "q": ("cite",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
ELEMENTS = ", ".join(URL_ATTRIBUTES)
CITING = frozenset(tag for tag, attributes in URL_ATTRIBUTES.items() if "cite" in attributes)
# HTML Living Standard, "Link types": those of <link> that make a browser fetch something or open a connection.
FETCHED = frozenset(
    (
        "dns-prefetch",
        "expect",
        "icon",
        "manifest",
        "modulepreload",
        "pingback",
        "preconnect",
        "prefetch",
        "preload",
        "stylesheet",
    )
)
# The Open Graph protocol, "Structured properties": each kind of medium names its address in three ways.
SHARED = ["og:url", *(f"og:{kind}{way}" for kind in ("image", "video", "audio") for way in ("", ":url", ":secure_url"))]
SHARED_MEDIA = ", ".join([*(f"meta[property='{name}']" for name in SHARED), "meta[name='twitter:image']"])


class Link(NamedTuple):  # a site has a million: dataclasses take twice as long
    """An address as it stands in a page: the element it is in, and what it points at."""

    tag: str
    target: str
    rel: str = ""
    name: str | None = None  # what a screen reader calls it; None where it is no link of readers'
    hreflang: str = ""
    switches: bool = False  # data-view: it switches the view, and says so

    @property
    def loads(self) -> bool:
        """Whether a browser fetches this by itself (an image, a script), without a reader's choice."""
        if self.tag == "link":
            return not FETCHED.isdisjoint(self.rel.lower().split())
        return self.tag not in ("a", "area", "form", "button", "meta", *CITING)


def links_of(tree: LexborHTMLParser) -> Iterator[Link]:
    """Yield every address of a page, in document order within each kind of element."""
    css = [node.attributes["style"] or "" for node in tree.css("[style]")] + [node.text() for node in tree.css("style")]
    for text in css:
        yield from (Link("style", address) for address in css_addresses(text))
    for node in tree.css("script:not([src])"):  # those of an inline script are relative to the page
        code = node.text()
        yield from (Link("script", address) for address in (*module_addresses(code), *worker_addresses(code)))
    for node in tree.css(SHARED_MEDIA):
        yield Link("meta", (node.attributes.get("content") or "").strip())
    named_by_others = tree.css_first("a[aria-labelledby]") is not None
    labels = {node.attributes["id"] or "": node for node in reversed(tree.css("[id]"))} if named_by_others else {}
    for node in tree.css(ELEMENTS):
        attributes, tag = node.attributes, node.tag or ""
        for attribute in URL_ATTRIBUTES[tag]:
            value = attributes.get(attribute)
            if value is None:
                continue
            rel = attributes.get("rel") or ""
            if attribute.endswith("srcset"):
                yield from (Link(tag, value[start:end], rel) for start, end in srcset_addresses(value))
            elif attribute == "ping":
                yield from (Link("ping", target) for target in value.split())
            elif attribute == "formaction":
                yield Link("form", value.strip())
            elif tag == "a":
                yield Link(
                    tag,
                    value.strip(),
                    rel,
                    _name(node, attributes, labels),
                    attributes.get("hreflang") or "",
                    "data-view" in attributes,
                )
            else:
                yield Link(tag, value.strip(), rel, hreflang=attributes.get("hreflang") or "")


def _name(node: LexborNode, attributes: dict[str, str | None], labels: dict[str, LexborNode]) -> str:
    """Return a link's accessible name, near enough (Accessible Name and Description Computation 1.2, section 4.3)."""
    if ids := (attributes.get("aria-labelledby") or "").split():
        words = " ".join(labels[id_].text() for id_ in ids if id_ in labels)
        if words.strip():
            return " ".join(words.split())
    if label := attributes.get("aria-label"):
        return label
    words = node.text()
    if not words.strip():
        words = " ".join(image.attributes.get("alt") or "" for image in node.css("img, area"))
        words = words if words.strip() else " ".join(title.text() for title in node.css("svg title"))
    return " ".join((words if words.strip() else attributes.get("title") or "").split())
