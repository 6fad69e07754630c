"""Links on paper: each link of an article carries its whole address, which the print styles show behind its text."""

import re
from urllib.parse import urldefrag, urljoin, urlsplit

from portal.formats.html import attributes_of, change_links

ARTICLE = re.compile(r"<article\b.*?</article>", re.DOTALL)
WITHOUT_SCHEME = ("mailto", "tel")  # an address or number is read without it


def add_print_addresses(html: str, url: str) -> str:
    """Return a page with ``data-address`` on the links of its article; ``url`` is where the page is published.

    Links within the page get none, since paper has no use for them; nor do those whose text is the address.
    """

    def complete(attributes: str, text: str) -> tuple[str, str]:
        address = _address(attributes_of(attributes).get("href", ""), url)
        if not address or address in text:
            return attributes, text
        address = address.replace('"', "&quot;")
        return f'{attributes} data-address="{address}"', text

    return ARTICLE.sub(lambda article: change_links(article.group(0), complete), html)


def _address(href: str, url: str) -> str:
    """Return what paper shows of a link's address as HTML writes it, or nothing."""
    address = urljoin(url, href.strip())
    if not href or urldefrag(address).url == urldefrag(url).url:
        return ""
    parts = urlsplit(address)
    if parts.scheme in WITHOUT_SCHEME:
        return parts.path
    return address if parts.scheme in ("http", "https") else ""
