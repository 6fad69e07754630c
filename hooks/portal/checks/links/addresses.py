"""Addresses: what an address may look like, whatever it leads to."""

import re
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

from portal.checks.links.codes import REQUEST_EXTERNAL
from portal.problems import Code
from portal.problems.messages import Message, say
from portal.site.links import Link
from portal.site.resolve import Target

LINK_INVALID = Code(
    "link-invalid",
    why=say(
        "Nobody can follow this link: it is not an address, it is a script, or its mailbox or telephone number is "
        "malformed."
    ),
    fix=say("Write an address. Telephone numbers begin with + and the country code: `tel:+49…`."),
    example=say("{link} is no address for a page ({scheme}:)", link="javascript:void(0)", scheme="javascript"),
)
LINK_INSECURE = Code(
    "link-insecure",
    why=say("Others can read along: the address begins with `http:`, or names no protocol."),
    fix=say("Write the address with `https:`."),
    example=say("{link} is not encrypted", link="http://help.example/"),
)

COPY_HINT = say("keep a copy below docs/assets/")
TWICE = re.compile(r"https?:?/*(?=https?:/)", re.IGNORECASE)
# RFC 5321, section 4.1.2, less quoted local parts, which nobody uses and many programs refuse.
MAILBOX = re.compile(r"[\w!#$%&'*+/=?^`{|}~.-]+@(?:[\w](?:[\w-]*[\w])?\.)+[\w-]{2,}")
# RFC 3966, section 3: a global number begins with +; parameters follow a semicolon.
TELEPHONE = re.compile(r"\+[\d().\-]*\d[\d().\-]*(?:;[\w\-]+(?:=[^;]*)?)*")


class Finding(NamedTuple):
    """What is wrong with a link: said of it once it is known how its editor wrote it."""

    code: Code
    message: Callable[[str], Message]
    hint: str | Callable[[str], str] = ""
    subject: str = ""

    def hint_for(self, words: str) -> str:
        """Return what to do about the link that its editor wrote as ``words``."""
        return self.hint(words) if callable(self.hint) else self.hint


def check_address(link: Link, target: Target) -> Finding | None:
    """Return what is wrong with an address as such, or None."""
    twice = TWICE.match(link.target)
    if twice or target.kind == "invalid":
        hint = say("write {link}", link=link.target[twice.end() :]) if twice else ""
        return Finding(LINK_INVALID, lambda words: say("{link} is not a valid address", link=words), hint)
    if target.kind == "internal" and not link.target:
        return Finding(LINK_INVALID, lambda _: say("an empty address in <{tag}>", tag=link.tag))
    if target.kind == "web" and link.loads:
        return Finding(
            REQUEST_EXTERNAL, lambda words: say("{link} makes browsers ask another host", link=words), COPY_HINT
        )
    if re.match(r"[/\\]{2}", link.target):  # WHATWG URL Standard: browsers read \ as /
        hint = say("write https:{address}", address=link.target.replace("\\", "/"))
        return Finding(LINK_INSECURE, lambda words: say("{link} names no protocol", link=words), hint)
    if target.scheme == "http" and target.kind == "web":
        hint = say("write https:{rest}", rest=link.target.partition(":")[2])
        return Finding(LINK_INSECURE, lambda words: say("{link} is not encrypted", link=words), hint)
    return _check_scheme(link, target.scheme) if target.kind == "scheme" else None


def _check_scheme(link: Link, scheme: str) -> Finding | None:
    if scheme == "mailto":
        return _check_mailto(link)
    if scheme == "tel":
        return _check_telephone(link)
    if (link.loads and scheme in ("data", "blob")) or link.target == "about:blank" or scheme == "sms":
        return None
    on_a_computer = scheme == "file" or len(scheme) == 1  # a drive's letter
    return Finding(
        LINK_INVALID,
        lambda words: say("{link} is no address for a page ({scheme}:)", link=words, scheme=scheme),
        say("put the file below docs/assets/ and name it from the page") if on_a_computer else "",
    )


def _check_mailto(link: Link) -> Finding | None:
    """RFC 6068, section 2: addresses parted by commas, here or in the field ``to``."""
    parts = urlsplit(link.target)
    to = [part for text in (unquote(parts.path), *parse_qs(parts.query).get("to", ())) for part in text.split(",")]
    wrong = [part.strip() for part in to if part.strip() and not MAILBOX.fullmatch(part.strip())]
    if not any(part.strip() for part in to):
        return Finding(LINK_INVALID, lambda words: say("{link} names no mailbox", link=words))
    if wrong:
        return Finding(LINK_INVALID, lambda _: say("{mailbox} is no e-mail address", mailbox=wrong[0]))
    return None


def _check_telephone(link: Link) -> Finding | None:
    number = unquote(link.target.partition(":")[2])
    if TELEPHONE.fullmatch(number) or re.search(r";phone-context=.", number):
        return None
    hint = say("a number begins with + and the country: tel:+49…")
    return Finding(
        LINK_INVALID, lambda words: say("{link} is no telephone number that works everywhere", link=words), hint
    )
