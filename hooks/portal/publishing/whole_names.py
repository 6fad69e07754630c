"""Names that stay on one line: an element around each keeps it together, where no-break characters would be copied.

Search, anchors and attributes keep what is written, and so does whoever copies from the page.
"""

import re

from portal.formats.html import change_text

OPEN = '<span class="whole">'


def keep_whole(html: str, pattern: str) -> str:
    """Return a page with an element around each match of ``pattern`` in its text; code is left as it is."""
    head, body, rest = html.partition("<body")
    if not pattern or not body:
        return html
    names = re.compile(pattern)
    return head + change_text(body + rest, lambda text: names.sub(lambda name: f"{OPEN}{name.group()}</span>", text))
