"""Links that leave the portal: they say so, and which language the page behind them is in.

The words stand once in the page, where ``aria-describedby`` points: text, copies and search results stay as written.
"""

from collections.abc import Mapping
from html import unescape
from urllib.parse import urlsplit

from portal.formats.html import attributes_of, change_links

OUTSIDE = "link-outside"  # the id of the words about links that leave the portal
IN_LANGUAGE = "link-in-{language}"  # the id of the words about the language of a page


def mark_outside_links(html: str, own: str, language: str, languages: Mapping[str, str]) -> str:
    """Return a page with a description of each link to another host, if the page has words for it.

    ``own`` is the site's address, ``language`` the page's. ``languages`` has those of addresses outside; a link to one
    in another language gets ``hreflang``, too.
    """
    if f'id="{OUTSIDE}"' not in html:
        return html

    def mark(attributes: str, text: str) -> tuple[str, str]:
        found = attributes_of(attributes)
        address = unescape(found.get("href", "")).strip()
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or parts.netloc in ("", urlsplit(own).netloc):
            return attributes, text
        other = found.get("hreflang") or languages.get(address.partition("#")[0], language)
        names = OUTSIDE
        if other != language:
            names += " " + IN_LANGUAGE.format(language=other)
            attributes += "" if "hreflang" in found else f' hreflang="{other}"'
        return f'{attributes} aria-describedby="{names}"', text

    return change_links(html, mark)
