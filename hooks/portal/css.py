"""CSS: the addresses that a stylesheet, a style element or a style attribute names."""

import re
from collections.abc import Iterator

# CSS Syntax Level 3: a comment that nobody closes reaches to the end; a bare url() has no bracket, blank or quote.
# Each pattern takes what it has looked at, or stops where it begins anew: time grows with the length, not its square.
COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
QUOTED = r"""(?:"([^"\n]+)"|'([^'\n]+)')"""
URL = re.compile(rf"""url\(\s*+(?:{QUOTED}|([^\s"'()]+)(?=\s*+\)))|@import\s*+{QUOTED}""", re.IGNORECASE)
# CSS Images Level 4: in image-set(), a string is an address, but for that of type().
IMAGE_SET = re.compile(r"image-set\(([^;{}]*)", re.IGNORECASE)
STRING = re.compile(rf"(?<!type\(){QUOTED}", re.IGNORECASE)


def css_addresses(text: str) -> Iterator[str]:
    """Yield each address of a stylesheet, or of a part of one, as it is written."""
    text = COMMENT.sub("", text)
    for match in URL.finditer(text):
        yield next(filter(None, match.groups()))
    for images in IMAGE_SET.finditer(text):
        for match in STRING.finditer(images.group(1)):
            yield next(filter(None, match.groups()))
