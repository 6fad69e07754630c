"""The environment: what variables tell the build. They are in no file, so they are told by name."""

import os
import re
from urllib.parse import urlsplit

from portal.problems.messages import Message, say

HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)*[^\W_](?:[\w-]*[^\W_])?|\[[0-9A-Fa-f:.]+\]")
# RFC 3986, 3.3: what may be in a path; all else is written with a percent sign.
PATH = re.compile(r"(?:[\w.~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*", re.ASCII)


def environment_fault(site_url: str) -> Message | None:
    """Return what keeps a build from using the site's address, or the variable SOURCE_DATE_EPOCH; None for nothing."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    # reproducible-builds.org, "SOURCE_DATE_EPOCH specification": an ASCII number; ours end with the year 9999
    if epoch and not (re.fullmatch(r"\d{1,12}", epoch, re.ASCII) and int(epoch) < 253_402_300_800):
        return say("SOURCE_DATE_EPOCH is not a number of seconds: {value}", value=epoch)
    return _address_fault(site_url)


def _address_fault(url: str) -> Message | None:
    if not url:
        return say("SITE_URL is empty; set it to the site's public address, or unset it")
    try:
        parts = urlsplit(url)
        host, port = parts.netloc.rpartition("@")[2], parts.port
    except ValueError:
        return say("SITE_URL is not an address: {value}", value=url)
    if "@" in parts.netloc:  # not quoted: it may contain a password
        return say("SITE_URL contains a user name or a password, which every page would publish; remove it")
    name = host.removesuffix(f":{port}") if port is not None else host
    # urlsplit removes line ends and tabs, and a blank or control character in front
    if parts.scheme not in ("http", "https") or not HOST.fullmatch(name) or re.search(r"[\s\x00-\x20\x7f]", url):
        return say("SITE_URL is not an address: {value}", value=url)
    if parts.query or parts.fragment or url.endswith(("?", "#")) or not PATH.fullmatch(parts.path):
        return say("SITE_URL is not the address of a folder: {value}", value=url)
    return None
