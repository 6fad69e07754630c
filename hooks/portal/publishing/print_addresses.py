"""Links in print: each link of an article carries its full address, which print styles show after its text."""

import re
from urllib.parse import urldefrag, urljoin, urlsplit

from portal.formats.images import attributes_of

ARTICLE = re.compile(r"<article\b.*?</article>", re.DOTALL)
LINK = re.compile(r"""<a\b((?:[^>"']|"[^"]*"|'[^']*')*)>(.*?)</a>""", re.DOTALL | re.IGNORECASE)
WITHOUT_SCHEME = ("mailto", "tel")  # people read an address or number without it


def add_print_addresses(html: str, url: str) -> str:
    """Return a page with ``data-address`` on the links of its article; ``url`` is the page's address.

    Links within the page get none, since they are useless on paper; nor do links whose text is the address.
    """

    def complete(match: re.Match[str]) -> str:
        attributes, text = match.groups()
        address = _address(attributes_of(attributes).get("href", ""), url)
        if not address or address in text:
            return match.group(0)
        address = address.replace('"', "&quot;")
        return f'<a{attributes} data-address="{address}">{text}</a>'

    return ARTICLE.sub(lambda article: LINK.sub(complete, article.group(0)), html)


def _address(href: str, url: str) -> str:
    """Return the part of a link's address to print, escaped as in ``href``, or ""."""
    address = urljoin(url, href.strip())
    if not href or urldefrag(address).url == urldefrag(url).url:
        return ""
    parts = urlsplit(address)
    if parts.scheme in WITHOUT_SCHEME:
        return parts.path
    return address if parts.scheme in ("http", "https") else ""
