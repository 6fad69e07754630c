"""The codes that several checks of links share."""

from portal.problems import Code
from portal.problems.messages import say

LINK_PAGE_MISSING = Code(
    "link-page-missing",
    why=say("A link in a page, a feed or a PDF leads to a page that does not exist."),
    fix=say(
        "Write what the hint says: the new name of a page that was moved (committed or not), the page whose "
        "heading is the text of the link, or the nearest one that the link may lead to. Don't link to a passage; "
        "include it."
    ),
    example=say("{link} does not exist", link="hlp.md"),
)
LINK_ASSET_MISSING = Code(
    "link-asset-missing",
    why=say(
        "An image, a script, a stylesheet or a download does not exist where a page, a stylesheet, a script or a "
        "drawing expects it."
    ),
    fix=say(
        "Write the name that the hint gives. A file that exists but is not published must not be linked to; put a "
        "download into `docs/assets/`."
    ),
    example=say("{link} does not exist", link="../../assets/logo.png"),
)
LINK_ANCHOR_MISSING = Code(
    "link-anchor-missing",
    why=say(
        "A link leads to an id that the page lacks, to a place that a PDF lacks, or past a PDF's last page "
        "(`handbuch.pdf#page=99`). An id that a script creates later does not count, since readers without "
        "scripts lack it."
    ),
    fix=say("Write the id that the hint gives, or give the heading that is meant an id."),
    example=say("{link} leads to a page without #{id}", link="duration.md#dat", id="dat"),
)
LINK_CASE = Code(
    "link-case",
    why=say("The link works on macOS and Windows, and fails on the server."),
    fix=say("Write the name as the hint gives it."),
    example=say("{link} differs from the file only in upper and lower case", link="../../assets/Logo.svg"),
)
REQUEST_EXTERNAL = Code(
    "request-external",
    why=say(
        "The browser tells another host who reads the page, and the page breaks when that host is down. The same "
        "is true of `og:image` and `og:video` where the page is shared. A link that readers choose to follow is "
        "allowed."
    ),
    fix=say("Keep a copy in `docs/assets/`."),
    example=say("{link} makes browsers ask another host", link="https://cdn.example/x.png"),
)
REDIRECT_BROKEN = Code(
    "redirect-broken",
    why=say(
        "A page, or a line of `redirects:` in `deploy/serving.yml`, sends readers to a missing page, in a circle, "
        "or to another redirect; or the line hides an existing page, or never applies because of an earlier one. "
        "A line for an address without a slash at its end also answers the address with it."
    ),
    fix=say("Write the address that the hint gives, or remove the line."),
    example=say("this redirect ends at {target}, which does not exist", target="/neu/"),
)
