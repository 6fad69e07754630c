"""Markup: what pages contain that browsers refuse under the site's policy, and images that make the text jump."""

import re
from collections import defaultdict
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from portal.checks.context import SiteContext
from portal.checks.links import report_once
from portal.formats.images import image_size
from portal.problems import Code, Problem
from portal.problems.messages import Message, say
from portal.site.links import Link
from portal.site.locate import Locator
from portal.site.page import BuiltPage
from portal.site.resolve import Resolver
from portal.site.site import FINGERPRINT, Site

MARKUP_INLINE = Code(
    "markup-inline",
    why=say(
        "The site is sent with a Content Security Policy that stops foreign code. Because of it, browsers ignore "
        "styles, scripts and handlers inside a page, and only readers would notice."
    ),
    fix=say("Use a class with a rule in `docs/assets/stylesheets/`, or a module in `docs/assets/javascripts/`."),
    example=say("browsers refuse {words}: the site's policy allows nothing inline", words='style="color: red"'),
)
IMAGE_SIZE = Code(
    "image-size",
    why=say(
        "Without its size, an image makes the text below it jump when it arrives. The build writes the size of "
        "images; this file is damaged, or its format states none."
    ),
    fix=say(
        "Save the file again, or write the size yourself: `![…](../../assets/images/plan.svg){{width=400 "
        "height=300}}`. One of the two is enough if the other can be computed."
    ),
    example=say("the width and height of this image can't be read: the text below it would jump when it comes"),
)

# Most pages have none, and parsing takes a hundred times as long. A script with an address is none.
SUSPECT = re.compile(r"""[\s"'](?:style|on[a-z]{3,})\s*=|<style\b|<script\b(?![^>]*\ssrc=)""", re.IGNORECASE)
# HTML Living Standard, "The script element": what is no JavaScript, import map or speculation rules is a data block.
RUN = re.compile(
    r"|module|importmap|speculationrules|(?:text|application)/(?:x-)?(?:java|ecma)script[\d.]*", re.IGNORECASE
)
STYLE_HINT = say("give it a class, and the class a rule in docs/assets/stylesheets/")
SCRIPT_HINT = say("write a module in docs/assets/javascripts/ instead, and let overrides/main.html load it")
RESOLVE = Resolver()


def check_markup(site: Site, context: SiteContext) -> Iterator[Problem]:
    """Yield a problem for each inline style, script and handler, and each image without a size.

    What is inline: CSP Level 3, section 4.2.3.
    """
    found = (problem for page in site.pages.values() for problem in _check(page, site, context.locator))
    yield from report_once(found, context.locator)


def _check(page: BuiltPage, site: Site, locator: Locator) -> Iterator[Problem]:
    if SUSPECT.search(page.html):
        for kind, words, spellings, hint in dict.fromkeys(_inline(page)):
            message = say("browsers refuse {words}: the site's policy allows nothing inline", words=words)
            for location in locator.markup(page, *spellings):
                yield MARKUP_INLINE.problem(location, message, hint, pages=(page.path,), subject=f"{page.path} {kind}")
    yield from _check_images(page, site, locator)


def _check_images(page: BuiltPage, site: Site, locator: Locator) -> Iterator[Problem]:
    """Yield a problem for each image without a size; a missing image is the business of the links."""
    images: dict[str, list[bool]] = defaultdict(list)  # by address, whether each one says its size
    for image in page.images:
        images[image.address].append(image.is_sized)
    for address, sized in images.items():
        path = RESOLVE(page.path, address).path
        if path in site.files and not all(sized):
            plain = FINGERPRINT.sub("", address), FINGERPRINT.sub("", path)  # as templates name it
            locations = [location for location, _ in locator.link(page, Link("img", plain[0]), plain[1])]
            known = sized if len(locations) == len(sized) else [False] * len(locations)
            message, hint = _unsized(image_size(site.root / path))
            for location in (location for location, is_sized in zip(locations, known, strict=True) if not is_sized):
                yield IMAGE_SIZE.problem(location, message, hint, pages=(page.path,))


def _unsized(size: tuple[int, int] | None) -> tuple[Message, Message]:
    if size:
        message = say("this image does not say its width and height: the text below it jumps when it comes")
        return message, say("write {{width={width} height={height}}} behind it", width=size[0], height=size[1])
    message = say("the width and height of this image can't be read: the text below it would jump when it comes")
    return message, say("save it again as PNG, JPEG, WebP, GIF or SVG, or write {{width=… height=…}} behind it")


def _inline(page: BuiltPage) -> Iterator[tuple[str, str, tuple[str, ...], Message]]:
    """Yield the kind of what browsers refuse, the words, how its editor may have written it, and the fix."""
    for node in LexborHTMLParser(page.html).css("*"):
        for name, value in node.attributes.items():
            if name == "style" or name.startswith("on"):
                plain = FINGERPRINT.sub("", value or "")  # no editor has written the fingerprint
                words, quoted = f'{name}="{plain}"', plain.replace('"', "&quot;")
                spellings = (words, f'{name}="{quoted}"', f"{name}='{plain}'", f"{name}=")
                yield name, words, spellings, STYLE_HINT if name == "style" else SCRIPT_HINT
        if node.tag == "style" or (node.tag == "script" and _is_run(node)):
            opening = f"{(node.html or '').partition('>')[0]}>"
            yield node.tag, opening, (opening, f"<{node.tag}"), STYLE_HINT if node.tag == "style" else SCRIPT_HINT


def _is_run(script: LexborNode) -> bool:
    attributes = script.attributes
    return "src" not in attributes and RUN.fullmatch((attributes.get("type") or "").strip()) is not None
