"""Links in print: each link of an article carries its full address, which print styles show after its text."""

import re
from urllib.parse import urldefrag, urljoin, urlsplit

from portal.formats.html import attributes_of, change_links

ARTICLE = re.compile(r"<article\b.*?</article>", re.DOTALL)
WITHOUT_SCHEME = ("mailto", "tel")  # people read an address or number without it


def add_print_addresses(html: str, url: str) -> str:
    """Return a page with ``data-address`` on the links of its article; ``url`` is the page's address.

    Links within the page get none, since they are useless on paper; nor do links whose text is the address,
    and those to the glossary.
    """

    def complete(attributes: str, text: str) -> tuple[str, str]:
        address = _address(attributes_of(attributes).get("href", ""), url)
        is_term = (
            "term" in attributes_of(attributes).get("class", "").split()
        )  # the glossary says more than its address
        if not address or address in text or is_term:
            return attributes, text
        address = address.replace('"', "&quot;")
        return f'{attributes} data-address="{address}"', text

    return ARTICLE.sub(lambda article: change_links(article.group(0), complete), html)


def _address(href: str, url: str) -> str:
    """Return the part of a link's address to print, escaped as in ``href``, or ""."""
    address = urljoin(url, href.strip())
    if not href or urldefrag(address).url == urldefrag(url).url:
        return ""
    parts = urlsplit(address)
    if parts.scheme in WITHOUT_SCHEME:
        return parts.path
    return address if parts.scheme in ("http", "https") else ""
